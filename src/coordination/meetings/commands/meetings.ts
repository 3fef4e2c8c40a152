import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../../platform/commands/handler.ts';
import { isKeeper, speakers } from '../../commands/said.ts';
import { nextState } from '../../rules.ts';
import { changeMeetingSchema, createMeetingSchema, moveMeetingSchema } from '../contract.ts';
import type { MeetingStatus } from '../lists.ts';
import { inTheWayOf, isAhead, meetingMoves } from '../rules.ts';
import { type Held, readHeld, told } from './held.ts';
import { letters, writing } from './invitations.ts';

interface OfBody {
  bodyFound: boolean;
  /** Of the next meeting of the body; null where it is of none. */
  number: number | null;
}
const createMeeting = handler<z.infer<typeof createMeetingSchema>, OfBody>({
  kind: 'coordination.create_meeting',
  schema: createMeetingSchema,
  roles: speakers,
  async load(tx, { bodyId }, actor) {
    if (bodyId === undefined) return { bodyFound: true, number: null };
    // Held, so that two meetings called into being at once get two numbers.
    const { rowCount } = await tx.query(
      'select from coordination.body where id = $1 and organization_id = $2 and ended_on is null for update',
      [bodyId, actor.organizationId],
    );
    const { rows } = await tx.query<{ number: number }>(
      'select coalesce(max(number), 0) + 1 as number from coordination.meeting where body_id = $1',
      [bodyId],
    );
    return { bodyFound: rowCount === 1, number: rows[0]?.number ?? 1 };
  },
  decide: ({ bodyFound, number }, payload, _actor, _now, at) =>
    bodyFound ? told('meeting_created', 'meeting', payload.meetingId, { ...payload, number }, at) : refuse('body_not_found'),
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.meeting (id, organization_id, status, kind, title, purpose, body_id, number, held_on, ended_on, begins, ends, place, link,
               created_by) values ($1, $2, 'draft', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      values: [
        ...[p['meetingId'], actor.organizationId, p['kind'], p['title'], p['purpose'] ?? null, p['bodyId'] ?? null, p['number']],
        ...[p['heldOn'], p['endedOn'], p['begins'], p['ends'], p['place'], p['link'], actor.userId],
      ],
    },
    ...(p['inviteAsBefore'] && p['bodyId']
      ? [
          {
            text: `insert into coordination.invitation (id, meeting_id, organization_id, words, email, language, created_by)
                   select gen_random_uuid(), $1, i.organization_id, i.words, i.email, i.language, $3 from coordination.invitation i
                   where i.meeting_id = (select m.id from coordination.meeting m where m.body_id = $2 and m.id <> $1 order by m.number desc limit 1)`,
            values: [p['meetingId'], p['bodyId'], actor.userId],
          },
        ]
      : []),
  ],
});

/** Those who were asked are told that it is called, and that it is cancelled. */
const isLetter = (status: unknown): boolean => status === 'called' || status === 'cancelled';

interface When extends Held {
  heldOn: string;
  endedOn: string | null;
  begins: string | null;
  ends: string | null;
  place: string;
  link: string | null;
  today: string;
}
async function readWhen(tx: Parameters<typeof readHeld>[0], meetingId: string): Promise<When> {
  const held = await readHeld(tx, meetingId);
  const { rows } = await tx.query(
    `select held_on::text as "heldOn", ended_on::text as "endedOn", to_char(begins, 'HH24:MI') as begins, to_char(ends, 'HH24:MI') as ends, place, link,
       directory.today()::text as today from coordination.meeting where id = $1`,
    [meetingId],
  );
  return { ...held, ...rows[0] };
}

const changeMeeting = handler<z.infer<typeof changeMeetingSchema>, When>({
  kind: 'coordination.change_meeting',
  schema: changeMeetingSchema,
  roles: speakers,
  load: (tx, { meetingId }) => readWhen(tx, meetingId),
  decide(was, payload, _actor, _now, at) {
    if (was.status === null) return refuse('meeting_not_found');
    if (!was.isOwn) return refuse('not_yours_to_decide');
    if (!isAhead(was.status)) return refuse('not_in_that_state');
    if (was.status === 'called') {
      const missing = inTheWayOf('call', payload, was.today);
      if (missing) return refuse(missing);
    }
    const isMoved = (['heldOn', 'endedOn', 'begins', 'ends'] as const).some((key) => was[key] !== payload[key]);
    const changed = told('meeting_changed', 'meeting', payload.meetingId, { ...payload, isMoved }, at);
    return was.status === 'called' ? writing(changed, payload.meetingId) : changed;
  },
  write: ({ payload: p }) => [
    {
      text: `update coordination.meeting set held_on = $2, ended_on = $3, begins = $4, ends = $5, place = $6, link = $7,
               sequence = sequence + case when status = 'called' then 1 else 0 end where id = $1`,
      values: ['meetingId', 'heldOn', 'endedOn', 'begins', 'ends', 'place', 'link'].map((key) => p[key]),
    },
    letters(p['meetingId'], 'request'),
    // Whoever said yes to one day has not said so of another.
    ...(p['isMoved']
      ? [
          {
            text: `update coordination.invitation set status = 'asked', answered_at = null where meeting_id = $1`,
            values: [p['meetingId']],
          },
        ]
      : []),
  ],
});

const moveMeeting = handler<z.infer<typeof moveMeetingSchema>, When>({
  kind: 'coordination.move_meeting',
  schema: moveMeetingSchema,
  roles: speakers,
  load: (tx, { meetingId }) => readWhen(tx, meetingId),
  decide(was, payload, actor, _now, at) {
    if (was.status === null) return refuse('meeting_not_found');
    const next = nextState<MeetingStatus>(meetingMoves, was.status, payload, { isOwn: was.isOwn, isKeeper: isKeeper(actor.role) });
    if ('refused' in next) return refuse(next.refused);
    const missing = inTheWayOf(payload.act, was, was.today);
    if (missing) return refuse(missing);
    const moved = told(`meeting_${next.to}`, 'meeting', payload.meetingId, { ...payload, status: next.to, was: was.status }, at);
    return isLetter(next.to) ? writing(moved, payload.meetingId) : moved;
  },
  write: ({ payload: p }) => [
    // While it may still be written to: a cancelled meeting is closed.
    ...(isLetter(p['status']) ? [letters(p['meetingId'], p['status'] === 'called' ? 'request' : 'cancel')] : []),
    {
      text: `update coordination.meeting set status = $2, reason = $3, called_at = case when $2 = 'called' then $4 else called_at end,
               sequence = sequence + case when $2 = 'cancelled' then 1 else 0 end where id = $1`,
      values: [p['meetingId'], p['status'], p['reason'] ?? null, p['at']],
    },
  ],
});

export const meetingLife: AnyHandler[] = [createMeeting, changeMeeting, moveMeeting];
