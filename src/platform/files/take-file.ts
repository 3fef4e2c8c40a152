import type { Context } from 'hono';
import { withActor } from '../database/actor.ts';
import { senderRoles } from '../database/member-roles.ts';
import { TooLarge } from '../http/bounded.ts';
import { problem } from '../http/problem.ts';
import { type ActorEnv, idFrom, notAllowed, notFound } from '../http/reading.ts';
import type { FilesContext } from './context.ts';
import type { RewriteRefusal } from './lists.ts';
import { receive, type Received } from './receive.ts';
import { Refused } from './rewrite/refused.ts';
import { rewriteApart, TooBusy } from './rewrite/rewrite-apart.ts';
import { addFile, countWaiting, findFile } from './store.ts';

/** Of one person at a time: a device attaches what it sent within moments. */
const mostWaiting = 50;

const refusals: Record<RewriteRefusal, { status: number; detail: string }> = {
  file_too_large: { status: 413, detail: 'The file is too large. Send a smaller one: a photograph reduced, a PDF of fewer pages.' },
  file_wrong_kind: { status: 415, detail: 'Only pictures (JPEG, PNG, WebP, GIF, AVIF) and PDF are taken. Send the paper as one of these.' },
  image_heic: { status: 415, detail: 'Pictures in HEIC cannot be read here. Send it as JPEG.' },
  file_broken: { status: 422, detail: 'The file is damaged or not whole. Take the picture again, or save the document anew.' },
  file_too_complex: { status: 422, detail: 'The file takes too much to be read. Send a smaller picture or a simpler document.' },
  pdf_locked: { status: 422, detail: 'The document asks for a password. Save it without one, or send a picture of it.' },
  pdf_too_long: { status: 422, detail: 'The document has too many pages. Send those that matter.' },
  pdf_form: { status: 422, detail: 'This form shows itself in its own program only. Print it to PDF there, then send that.' },
  pdf_active: { status: 422, detail: 'The document holds something that acts by itself. Print it to PDF, then send that.' },
};
const refusal = (code: RewriteRefusal, mostBytes: number): Response =>
  problem(refusals[code].status, code, refusals[code].detail, code === 'file_too_large' ? { largest: mostBytes } : {});
const taken = (): Response => problem(409, 'file_exists', 'Another file was sent under this identifier. Send it under a new one.');

/** Writes what came anew, seals it and keeps it until it is attached. */
async function keep({ databases, vault }: FilesContext, c: Context<ActorEnv>, id: string, { bytes, sha256 }: Received): Promise<Response> {
  const actor = c.get('actor');
  const { before, waiting } = await withActor(databases.app, actor, async (tx) => ({
    before: await findFile(tx, id),
    waiting: await countWaiting(tx, actor),
  }));
  const same = ({ sentSha256, ...file }: NonNullable<typeof before>): Response => (sentSha256 === sha256 ? c.json(file) : taken());
  if (before) return same(before);
  if (waiting >= mostWaiting) return problem(429, 'too_many_files', `${mostWaiting} files wait to be attached. Send this one later.`);
  const rewritten = await rewriteApart(bytes);
  const sealed = await vault.keep(id, [rewritten.bytes]);
  const file = { id, mediaType: rewritten.type, size: sealed.size };
  let isKept = false;
  try {
    const other = await withActor(databases.app, actor, async (tx) => {
      isKept = await addFile(tx, actor, { ...sealed, ...file, sentSha256: sha256 });
      return isKept ? undefined : ((await findFile(tx, id)) ?? 'hidden');
    });
    // Another organisation's: nothing tells that it is there.
    if (other === 'hidden') return taken();
    return other ? same(other) : c.json(file);
  } catch (error) {
    isKept = false;
    throw error;
  } finally {
    if (!isKept) await vault.blobs.remove(sealed.blob);
  }
}

/** Takes a file that will be attached. What is kept is never what came, but the same picture or pages written anew. */
export async function takeFile(context: FilesContext, c: Context<ActorEnv>): Promise<Response> {
  if (!senderRoles.some((role) => role === c.get('actor').role)) return notAllowed();
  const id = idFrom(c);
  if (!id) return notFound();
  if (c.req.header('content-type') !== 'application/octet-stream')
    return problem(415, 'not_a_file', 'Send the file itself, with the header "content-type: application/octet-stream".');
  const { body } = c.req.raw;
  const { mostBytes } = context.config.files;
  try {
    const received = body && (await receive(c, body, mostBytes));
    if (!received || received.bytes.length === 0) return problem(422, 'file_empty', 'The file is empty. Choose another.');
    return await keep(context, c, id, received);
  } catch (error) {
    if (error instanceof TooLarge) return refusal('file_too_large', mostBytes);
    if (error instanceof Refused) return refusal(error.code, mostBytes);
    if (error instanceof TooBusy)
      return problem(503, 'files_busy', 'Several files are being read already. Send this one again in a moment.');
    // It broke off: whoever sent it is gone, or sends it again.
    if (c.req.raw.signal.aborted) return problem(400, 'file_not_whole', 'The file did not arrive whole. Send it again.');
    throw error;
  }
}
