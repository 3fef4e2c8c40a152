import { Hono } from 'hono';
import type { AppContext } from '../../platform/http/context.ts';
import { type ActorEnv, answerRead, idFrom } from '../../platform/http/reading.ts';
import { members } from '../commands/said.ts';
import { readLive } from './store.ts';

/** `/api/coordination/meetings/:id/*`: what is noted in a meeting, and the minutes made of it. */
export function minutesRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/coordination/meetings/:id/notes', (c) =>
    answerRead(context, c, members, async (tx, _actor, language) => {
      const id = idFrom(c);
      return id === undefined ? undefined : readLive(tx, id, language);
    }),
  );
  return app;
}
