import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../../platform/commands/handler.ts';
import { speakers } from '../../commands/said.ts';
import { recordAttendanceSchema, removeAttendanceSchema } from '../contract.ts';
import { closedTo, type Held, readHeld, told } from './held.ts';

interface Counting extends Held {
  groupFound: boolean;
  organizationFound: boolean;
}
const recordAttendance = handler<z.infer<typeof recordAttendanceSchema>, Counting>({
  kind: 'coordination.record_attendance',
  schema: recordAttendanceSchema,
  roles: speakers,
  async load(tx, { meetingId, groupId, organizationId }) {
    const held = await readHeld(tx, meetingId);
    const { rows } = await tx.query(
      `select $2::uuid is null or exists (select from coordination.meeting_group where id = $2 and meeting_id = $1) as "groupFound",
              $3::uuid is null or exists (select from directory.organization where id = $3) as "organizationFound"`,
      [meetingId, groupId, organizationId],
    );
    return { ...held, ...rows[0] };
  },
  decide(state, payload, _actor, _now, at) {
    const closed = closedTo(state);
    if (closed) return refuse(closed);
    if (state.status === 'draft') return refuse('not_in_that_state');
    if (!state.groupFound) return refuse('meeting_group_not_found');
    if (!state.organizationFound) return refuse('organization_not_found');
    const { meetingId, attendanceId } = payload;
    // Who came is counted, not followed: the journal says only that a row was typed.
    const event = {
      kind: 'attendance_recorded',
      subjectKind: 'meeting',
      subjectId: meetingId,
      payload: { meetingId, attendanceId, at: at.toISOString() },
      sealed: { ...payload },
    };
    return { events: [event] };
  },
  write: ({ sealed = {} }) => [
    {
      text: `insert into coordination.attendance (id, meeting_id, organization_id, words, role, sex, group_id, by_hand)
             values ($1, $2, $3, $4, $5, $6, $7, true) on conflict (id) do nothing`,
      values: [
        ...[sealed['attendanceId'], sealed['meetingId'], sealed['organizationId']],
        sealed['organizationId'] ? null : sealed['words'] || null,
        ...[sealed['role'] || null, sealed['sex'], sealed['groupId']],
      ],
    },
  ],
});

const removeAttendance = handler<z.infer<typeof removeAttendanceSchema>, Held>({
  kind: 'coordination.remove_attendance',
  schema: removeAttendanceSchema,
  roles: speakers,
  load: (tx, { meetingId }) => readHeld(tx, meetingId),
  decide(state, payload, _actor, _now, at) {
    const closed = closedTo(state);
    return closed ? refuse(closed) : told('attendance_removed', 'meeting', payload.meetingId, payload, at);
  },
  write: ({ payload: p }) => [
    { text: 'delete from coordination.attendance where id = $1 and meeting_id = $2', values: [p['attendanceId'], p['meetingId']] },
  ],
});

export const attendanceCommands: AnyHandler[] = [recordAttendance, removeAttendance];
