import type { PoolClient } from 'pg';
import type { Decision } from '../../../platform/commands/handler.ts';
import type { MeetingStatus } from '../lists.ts';
import { isOpen } from '../rules.ts';

export interface Held {
  status: MeetingStatus | null;
  isOwn: boolean;
}
/** A meeting as a change to it finds it; held, so that two changes at once come one after the other. */
export async function readHeld(tx: PoolClient, meetingId: string): Promise<Held> {
  await tx.query(`select coordination.hold('meeting', $1)`, [meetingId]);
  const { rows } = await tx.query<Held>(
    `select status, coordination.writes(organization_id) as "isOwn" from coordination.meeting where id = $1`,
    [meetingId],
  );
  return rows[0] ?? { status: null, isOwn: false };
}
/** Why what belongs to it cannot be changed now, if so. */
export const closedTo = ({ status, isOwn }: Held): string | undefined =>
  status === null ? 'meeting_not_found' : !isOwn ? 'not_yours_to_decide' : !isOpen(status) ? 'not_in_that_state' : undefined;

/** One event about a meeting, or about a body of meetings. */
export const told = (kind: string, subjectKind: 'meeting' | 'body', subjectId: string, payload: object, at: Date): Decision => ({
  events: [{ kind, subjectKind, subjectId, payload: { ...payload, at: at.toISOString() } }],
});
