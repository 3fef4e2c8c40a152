import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { withActor } from '../../platform/database/actor.ts';
import { qrSvg } from '../../platform/documents/index.ts';
import { answerPaper } from '../../platform/http/answer-document.ts';
import type { FilesContext } from '../../platform/files/context.ts';
import { giveFile } from '../../platform/files/give-file.ts';
import type { AppContext } from '../../platform/http/context.ts';
import { type ActorEnv, answerRead, idFrom, notFound } from '../../platform/http/reading.ts';
import { members, speakers } from '../commands/said.ts';
import { answerPath, calendarPath } from './asked/link.ts';
import type { InvitationRow, MeetingView } from './contract.ts';
import { presencePath } from './presence/link.ts';
import { sheetPaper } from './presence/sheet.ts';
import { findMeetingFile, listInvitations, listMeetingsAndBodies, readAttendance, takesPresence, viewBody, viewMeeting } from './store.ts';

/** `/api/coordination/meetings` and `/bodies`: what those who sign in read of meetings. */
export function meetingRoutes(context: FilesContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/coordination/meetings', (c) =>
    answerRead(context, c, members, async (tx, actor, language) => ({
      ...(await listMeetingsAndBodies(tx, language)),
      calendar: calendarPath(context.databases.secret, language, actor.organizationId, new Date()),
    })),
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
  app.get('/api/coordination/meetings/:id/attendance', (c) =>
    answerRead(context, c, speakers, async (tx, actor, language) => {
      const id = idFrom(c);
      const meeting = id === undefined ? undefined : await viewMeeting(tx, actor, id, language);
      if (!meeting?.isOwn) return undefined;
      const path = presencePath(context.databases.secret, 'fr', meeting.id, new Date());
      return {
        meeting,
        ...(await readAttendance(tx, meeting.id, language)),
        presence: { path, isOpen: await takesPresence(tx, meeting.id) },
      };
    }),
  );
  app.get('/api/coordination/meetings/:id/code.svg', (c) => giveCode(context, c));
  app.get('/api/coordination/meetings/:id/sheet.pdf', (c) => giveSheet(context, c));
  app.get('/api/coordination/meetings/:id/documents/:document', async (c) => {
    const actor = c.get('actor');
    const id = idFrom(c);
    const document = z.uuid().safeParse(c.req.param('document')).data;
    if (!members.some((role) => role === actor.role) || !id || !document) return notFound();
    const file = await withActor(context.databases.app, actor, (tx) => findMeetingFile(tx, id, document));
    return file ? giveFile(context, file) : notFound();
  });
  app.get('/api/coordination/bodies/:id', (c) =>
    answerRead(context, c, members, async (tx, _actor, language) => {
      const id = idFrom(c);
      return id === undefined ? undefined : viewBody(tx, id, language);
    }),
  );
  return app;
}

/** A meeting that the reader's organisation holds. */
async function findHeld(
  context: AppContext,
  c: Context<ActorEnv>,
): Promise<{ meeting: MeetingView; invitations: InvitationRow[] } | undefined> {
  const actor = c.get('actor');
  const id = idFrom(c);
  if (id === undefined || !speakers.some((role) => role === actor.role)) return undefined;
  return withActor(context.databases.app, actor, async (tx) => {
    const meeting = await viewMeeting(tx, actor, id, 'fr');
    return meeting?.isOwn ? { meeting, invitations: await listInvitations(tx, id, 'fr') } : undefined;
  });
}

/** The code for the wall, as a picture. */
async function giveCode(context: AppContext, c: Context<ActorEnv>): Promise<Response> {
  const found = await findHeld(context, c);
  if (!found) return notFound();
  const origin = context.config.publicUrl?.replace(/\/$/, '') ?? new URL(c.req.url).origin;
  const language = c.req.query('language') === 'ar' ? 'ar' : 'fr';
  const svg = qrSvg(origin + presencePath(context.databases.secret, language, found.meeting.id, new Date()));
  return c.body(svg, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' });
}

/** The sheet to sign, in the language asked for. */
async function giveSheet(context: AppContext, c: Context<ActorEnv>): Promise<Response> {
  const found = await findHeld(context, c);
  if (!found) return notFound();
  const seats = found.invitations.reduce((sum, one) => sum + (one.status === 'declined' ? 0 : (one.seats ?? 1)), 0);
  const language = c.req.query('language') === 'ar' ? 'ar' : 'fr';
  return answerPaper(c, `presence-${found.meeting.heldOn}-${language}`, sheetPaper(found.meeting, seats, language));
}
