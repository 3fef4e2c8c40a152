import type { Hono } from 'hono';
import { deskRoles, withActor } from '../../platform/database/actor.ts';
import type { FilesContext } from '../../platform/files/context.ts';
import { type ActorEnv, answerRead, idFrom, notAllowed, notFound } from '../../platform/http/reading.ts';
import type { LetterheadAnswer } from './contract.ts';
import { findLogo, getLetterhead } from './store.ts';

/** `/api/desk/letterhead`: the head of the cell's papers, and its logo. */
export function letterheadRoutes(app: Hono<ActorEnv>, context: FilesContext): void {
  app.get('/api/desk/letterhead', (c) =>
    answerRead(
      context,
      c,
      deskRoles,
      async (tx, actor): Promise<LetterheadAnswer> => ({
        ...(await getLetterhead(tx, actor.organizationId)),
        largest: context.config.files.mostBytes,
      }),
    ),
  );
  app.get('/api/desk/letterhead/logo/:id', async (c) => {
    const id = idFrom(c);
    const actor = c.get('actor');
    if (!deskRoles.some((role) => role === actor.role)) return notAllowed();
    const file = id && (await withActor(context.databases.app, actor, (tx) => findLogo(tx, id)));
    if (!file) return notFound();
    const headers = { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=86400, immutable' };
    return new Response(new Uint8Array(await context.vault.open(file)), { headers });
  });
}
