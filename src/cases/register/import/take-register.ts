import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { formatOf } from '../../../directory/index.ts';
import { type Actor, withActor } from '../../../platform/database/actor.ts';
import type { FilesContext } from '../../../platform/files/context.ts';
import { bounded, TooLarge } from '../../../platform/http/bounded.ts';
import { problem } from '../../../platform/http/problem.ts';
import { type ActorEnv, idFrom, notAllowed, notFound } from '../../../platform/http/reading.ts';
import { largestRegister } from '../lists.ts';
import { addRegister, countOpen, findSent } from './store.ts';

/** Of one cell at a time: each lies here with all its rows. */
const mostOpen = 5;
/** A zip names what it holds within so many of its last bytes, if it is a workbook. */
const tailBytes = 1_000_000;

const megabytes = largestRegister / 1e6;
const tooLarge = (): Response =>
  problem(413, 'register_too_large', `A register has ${megabytes} MB at most. Divide it by year, or leave out pictures.`, {
    largest: largestRegister,
  });
const wrongKind = (): Response =>
  problem(415, 'register_wrong_kind', 'This is no table. Send a CSV or an Excel workbook (.xlsx); save an older .xls again as .xlsx.');
const taken = (): Response => problem(409, 'file_exists', 'Another file was sent under this identifier. Send it under a new one.');

/** Seals what came and keeps it under its identifier; the same sent again is kept once. */
async function keep(
  { databases, vault }: FilesContext,
  actor: Actor,
  id: string,
  bytes: Buffer,
  format: 'csv' | 'xlsx',
): Promise<Response> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const answer = (): Response => Response.json({ id, size: bytes.length, format });
  const before = await withActor(databases.app, actor, async (tx) => ({ sent: await findSent(tx, id), open: await countOpen(tx) }));
  if (before.sent) return before.sent.sha256 === sha256 ? answer() : taken();
  if (before.open >= mostOpen)
    return problem(
      409,
      'too_many_registers',
      `${mostOpen} registers wait already. Bring them in or give them up, then send this one again.`,
    );
  const sealed = await vault.keep(id, [bytes]);
  let isKept = false;
  try {
    isKept = await withActor(databases.app, actor, (tx) => addRegister(tx, actor, { ...sealed, sentSha256: sha256, format }));
    return isKept ? answer() : taken();
  } finally {
    if (!isKept) await vault.blobs.remove(sealed.blob);
  }
}

/** Takes the file of a register that the head of a cell may bring in. Nothing of it is read yet. */
export async function takeRegister(context: FilesContext, c: Context<ActorEnv>): Promise<Response> {
  const actor = c.get('actor');
  if (actor.role !== 'cell_manager') return notAllowed();
  const id = idFrom(c);
  if (!id) return notFound();
  if (c.req.header('content-type') !== 'application/octet-stream')
    return problem(415, 'not_a_file', 'Send the file itself, with the header "content-type: application/octet-stream".');
  if (Number(c.req.header('content-length') ?? 0) > largestRegister) return tooLarge();
  const empty = (): Response => problem(422, 'file_empty', 'The file is empty. Choose another.');
  const { body } = c.req.raw;
  if (!body) return empty();
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of bounded(body, largestRegister)) pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    if (bytes.length === 0) return empty();
    const format = formatOf(bytes.subarray(0, 4000), bytes.subarray(-tailBytes));
    if (format !== 'csv' && format !== 'xlsx') return wrongKind();
    return await keep(context, actor, id, bytes, format);
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge();
    // It broke off: whoever sent it is gone, or sends it again.
    if (c.req.raw.signal.aborted) return problem(400, 'file_not_whole', 'The file did not arrive whole. Send it again.');
    throw error;
  }
}
