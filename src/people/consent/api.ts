import type { Hono } from 'hono';
import { deskRoles, withActor } from '../../platform/database/actor.ts';
import type { FilesContext } from '../../platform/files/context.ts';
import { type ActorEnv, answerRead, idFrom, notAllowed, notFound } from '../../platform/http/reading.ts';
import { findAudio, listAudio } from './audio.ts';
import type { ConsentAudioAnswer } from './contract.ts';

/** The part of a file a player asks for first, and then bit by bit; telephones play nothing else. */
function partOf(bytes: Uint8Array<ArrayBuffer>, range: string | undefined): Response {
  const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes', 'cache-control': 'private, max-age=86400, immutable' };
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const first = Number(from);
  if (from === '' || first >= bytes.length) return new Response(bytes, { headers });
  const last = Math.min(to === '' ? bytes.length - 1 : Number(to), bytes.length - 1);
  return new Response(bytes.subarray(first, last + 1), {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${first}-${last}/${bytes.length}` },
  });
}

/** `/api/people/consent/audio`: the cell's recordings of the texts to read aloud. They are its own voice and say nothing of anyone. */
export function consentRoutes(app: Hono<ActorEnv>, context: FilesContext): void {
  app.get('/api/people/consent/audio', (c) =>
    answerRead(
      context,
      c,
      deskRoles,
      async (tx): Promise<ConsentAudioAnswer> => ({ audio: await listAudio(tx), largest: context.config.files.mostBytes }),
    ),
  );
  app.get('/api/people/consent/audio/:id', async (c) => {
    const id = idFrom(c);
    const actor = c.get('actor');
    if (!deskRoles.some((role) => role === actor.role)) return notAllowed();
    const file = id && (await withActor(context.databases.app, actor, (tx) => findAudio(tx, id)));
    if (!file) return notFound();
    return partOf(new Uint8Array(await context.vault.open(file)), c.req.header('range'));
  });
}
