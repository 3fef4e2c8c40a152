import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'hono';
import type { z } from 'zod';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import { bounded, TooLarge } from '../../platform/http/bounded.ts';
import type { AppContext } from '../../platform/http/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, idFrom, notAllowed, notFound } from '../../platform/http/reading.ts';
import { formatOf } from '../import/file-format.ts';
import { type FileFormat, largestUpload } from '../import/lists.ts';
import { writeHashed } from '../import/write-hashed.ts';
import { importerRoles } from './import-contract.ts';
import type { sentFileSchema } from './import-file-contract.ts';

type Sent = z.infer<typeof sentFileSchema>;

/** Of one organisation at a time: each may be large. */
const mostKept = 10;
const partBytes = 4_000_000;
/** A zip names what it holds within this many of its last bytes, if it is an Excel workbook. */
const tailBytes = 1_000_000;

const megabytes = largestUpload / 1e6;
const tooLarge = (): Response =>
  problem(
    413,
    'file_too_large',
    `A file has ${megabytes} MB at most. Pack its tables into a zip, divide it, or leave out what is no table.`,
    { largest: largestUpload },
  );
const wrongKind = (): Response =>
  problem(415, 'file_wrong_kind', 'This is no file that can be imported. Send a zip, a JSON file, an Excel workbook (.xlsx) or a CSV.');

async function formatAt(path: string, size: number): Promise<FileFormat | undefined> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(Math.min(size, 4000));
    await file.read(head, 0, head.length, 0);
    const tail = Buffer.alloc(Math.min(size, tailBytes));
    await file.read(tail, 0, tail.length, size - tail.length);
    return formatOf(head, tail);
  } finally {
    await file.close();
  }
}

/** Keeps the file in the database, where every process finds it. A file that is there already is kept once. */
function keep(context: AppContext, actor: Actor, sent: Sent, path: string): Promise<Sent | 'file_exists' | 'too_many_files'> {
  return withActor(context.databases.app, actor, async (tx) => {
    const { id, sha256, size, format } = sent;
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 727018))', [actor.organizationId]);
    const before = await tx.query<{ sha256: string }>('select sha256 from directory.import_file where id = $1', [id]);
    if (before.rows[0]) return before.rows[0].sha256 === sha256 ? sent : 'file_exists';
    const kept = await tx.query<{ count: number }>(`select count(*) from directory.import_file where state <> 'applied'`);
    if ((kept.rows[0]?.count ?? 0) >= mostKept) return 'too_many_files';
    const added = await tx.query(
      `insert into directory.import_file (id, organization_id, user_id, sha256, size, format) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [id, actor.organizationId, actor.userId, sha256, size, format],
    );
    // Another organisation's: nothing tells that it is there.
    if (added.rowCount === 0) return 'file_exists';
    let n = 0;
    for await (const bytes of createReadStream(path, { highWaterMark: partBytes }))
      await tx.query('insert into directory.import_file_part (file_id, n, bytes) values ($1, $2, $3)', [id, n++, bytes]);
    return sent;
  });
}

/** Takes a file that may be imported once it was looked at. Nothing is read for someone who may not send it, nor of one that says it is too large. */
export async function takeImportFile(context: AppContext, c: Context<ActorEnv>): Promise<Response> {
  const actor = c.get('actor');
  if (!importerRoles.some((role) => role === actor.role)) return notAllowed();
  const id = idFrom(c);
  if (!id) return notFound();
  if (c.req.header('content-type') !== 'application/octet-stream')
    return problem(415, 'not_a_file', 'Send the file itself, with the header "content-type: application/octet-stream".');
  if (Number(c.req.header('content-length') ?? 0) > largestUpload) return tooLarge();
  const body = c.req.raw.body;
  if (!body) return problem(422, 'file_empty', 'The file is empty. Choose another.');
  const folder = await mkdtemp(join(tmpdir(), 'istiqbal-sent-'));
  try {
    const path = join(folder, 'file');
    const { size, sha256 } = await writeHashed(path, bounded(body, largestUpload));
    if (size === 0) return problem(422, 'file_empty', 'The file is empty. Choose another.');
    const format = await formatAt(path, size);
    if (!format) return wrongKind();
    const kept = await keep(context, actor, { id, size, sha256, format }, path);
    if (kept === 'file_exists') return problem(409, kept, 'Another file was sent under this identifier. Send it under a new one.');
    if (kept === 'too_many_files')
      return problem(409, kept, `${mostKept} files wait already. Apply them or give them up, then send this one again.`);
    return c.json(kept);
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge();
    // It broke off: whoever sent it is gone, or sends it again.
    if (c.req.raw.signal.aborted) return problem(400, 'file_not_whole', 'The file did not arrive whole. Send it again.');
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
