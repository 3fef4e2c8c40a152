import { Hono } from 'hono';
import type { AppContext } from '../../platform/http/context.ts';
import { type ActorEnv, answerRead, idFrom } from '../../platform/http/reading.ts';
import { members, speakers } from '../commands/said.ts';
import { answerPath } from './asked/link.ts';
import { listInvitations, listMeetingsAndBodies, viewBody, viewMeeting } from './store.ts';

/** `/api/coordination/meetings` and `/bodies`: what those who sign in read of meetings. */
export function meetingRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/coordination/meetings', (c) =>
    answerRead(context, c, members, (tx, _actor, language) => listMeetingsAndBodies(tx, language)),
  );
  app.get('/api/coordination/meetings/:id', (c) =>
    answerRead(context, c, members, async (tx, actor, language) => {
      const id = idFrom(c);
      return id === undefined ? undefined : viewMeeting(tx, actor, id, language);
    }),
  );
  app.get('/api/coordination/meetings/:id/invitations', (c) =>
    answerRead(context, c, speakers, async (tx, actor, language) => {
      const id = idFrom(c);
      const meeting = id === undefined ? undefined : await viewMeeting(tx, actor, id, language);
      if (!meeting?.isOwn) return undefined;
      const now = new Date();
      const rows = await listInvitations(tx, meeting.id, language);
      return { meeting, invitations: rows.map((row) => ({ ...row, link: answerPath(context.databases.secret, 'fr', row.id, now) })) };
    }),
  );
  app.get('/api/coordination/bodies/:id', (c) =>
    answerRead(context, c, members, async (tx, _actor, language) => {
      const id = idFrom(c);
      return id === undefined ? undefined : viewBody(tx, id, language);
    }),
  );
  return app;
}
