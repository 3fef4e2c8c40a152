import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../../platform/commands/handler.ts';
import { speakers } from '../../commands/said.ts';
import {
  orderAgendaSchema,
  removeAgendaItemSchema,
  removeMeetingGroupSchema,
  setAgendaItemSchema,
  setMeetingGroupSchema,
} from '../contract.ts';
import { daysOf } from '../rules.ts';
import { closedTo, type Held, readHeld, told } from './held.ts';

/** Only these names come into a statement. */
type Part = 'agenda_item' | 'meeting_group';
const isElsewhere = async (tx: PoolClient, part: Part, id: string, meetingId: string): Promise<boolean> =>
  (await tx.query(`select from coordination.${part} where id = $1 and meeting_id <> $2`, [id, meetingId])).rowCount === 1;

const setAgendaItem = handler<z.infer<typeof setAgendaItemSchema>, Held & { elsewhere: boolean; days: number }>({
  kind: 'coordination.set_agenda_item',
  schema: setAgendaItemSchema,
  roles: speakers,
  async load(tx, { meetingId, itemId }) {
    const held = await readHeld(tx, meetingId);
    const { rows } = await tx.query<{ heldOn: string; endedOn: string | null }>(
      'select held_on::text as "heldOn", ended_on::text as "endedOn" from coordination.meeting where id = $1',
      [meetingId],
    );
    const days = rows[0] ? daysOf(rows[0].heldOn, rows[0].endedOn) : 1;
    return { ...held, days, elsewhere: await isElsewhere(tx, 'agenda_item', itemId, meetingId) };
  },
  decide(state, payload, _actor, _now, at) {
    const closed = closedTo(state);
    if (closed) return refuse(closed);
    if (state.elsewhere) return refuse('agenda_item_not_found');
    if (payload.day > state.days) return refuse('meeting_has_no_such_day');
    return told('agenda_item_set', 'meeting', payload.meetingId, payload, at);
  },
  write: ({ payload: p }) => [
    {
      text: `insert into coordination.agenda_item (id, meeting_id, day, kind, title, minutes, speaker, position) values ($1, $2, $3, $4, $5, $6, $7,
               (select coalesce(max(o.position), 0) + 1 from coordination.agenda_item o where o.meeting_id = $2))
             on conflict (id) do update set day = excluded.day, kind = excluded.kind, title = excluded.title, minutes = excluded.minutes,
               speaker = excluded.speaker`,
      values: [...['itemId', 'meetingId', 'day', 'kind', 'title', 'minutes'].map((key) => p[key]), p['speaker'] || null],
    },
  ],
});

/** What was added by somebody else meanwhile keeps its place after those named. */
const orderAgenda = handler<z.infer<typeof orderAgendaSchema>, Held>({
  kind: 'coordination.order_agenda',
  schema: orderAgendaSchema,
  roles: speakers,
  load: (tx, { meetingId }) => readHeld(tx, meetingId),
  decide(state, payload, _actor, _now, at) {
    const closed = closedTo(state);
    return closed ? refuse(closed) : told('agenda_ordered', 'meeting', payload.meetingId, payload, at);
  },
  write: ({ payload: p }) => [
    {
      text: `update coordination.agenda_item i set position = s.position from (
               select o.id, row_number() over (order by array_position($2::uuid[], o.id) nulls last, o.position) as position
               from coordination.agenda_item o where o.meeting_id = $1) s
             where i.id = s.id and i.position <> s.position`,
      values: [p['meetingId'], p['itemIds']],
    },
  ],
});

const setGroup = handler<z.infer<typeof setMeetingGroupSchema>, Held & { elsewhere: boolean }>({
  kind: 'coordination.set_meeting_group',
  schema: setMeetingGroupSchema,
  roles: speakers,
  load: async (tx, { meetingId, groupId }) => ({
    ...(await readHeld(tx, meetingId)),
    elsewhere: await isElsewhere(tx, 'meeting_group', groupId, meetingId),
  }),
  decide(state, payload, _actor, _now, at) {
    const closed = closedTo(state);
    if (closed) return refuse(closed);
    return state.elsewhere ? refuse('meeting_group_not_found') : told('meeting_group_set', 'meeting', payload.meetingId, payload, at);
  },
  write: ({ payload: p }) => [
    {
      text: `insert into coordination.meeting_group (id, meeting_id, title, theme, place, position) values ($1, $2, $3, $4, $5,
               (select coalesce(max(o.position), 0) + 1 from coordination.meeting_group o where o.meeting_id = $2))
             on conflict (id) do update set title = excluded.title, theme = excluded.theme, place = excluded.place`,
      values: [p['groupId'], p['meetingId'], p['title'], p['theme'], p['place'] || null],
    },
  ],
});

/** Taking away what is gone already changes nothing. */
function remove<P extends { meetingId: string }>(kind: string, schema: z.ZodType<P>, part: Part, key: string): AnyHandler {
  return handler<P, Held>({
    kind: `coordination.remove_${kind}`,
    schema,
    roles: speakers,
    load: (tx, { meetingId }) => readHeld(tx, meetingId),
    decide(state, payload, _actor, _now, at) {
      const closed = closedTo(state);
      return closed ? refuse(closed) : told(`${part}_removed`, 'meeting', payload.meetingId, payload, at);
    },
    write: ({ payload: p }) => [
      { text: `delete from coordination.${part} where id = $1 and meeting_id = $2`, values: [p[key], p['meetingId']] },
    ],
  });
}

export const agendaCommands: AnyHandler[] = [
  setAgendaItem,
  orderAgenda,
  remove('agenda_item', removeAgendaItemSchema, 'agenda_item', 'itemId'),
  setGroup,
  remove('meeting_group', removeMeetingGroupSchema, 'meeting_group', 'groupId'),
];
