import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../../platform/commands/handler.ts';
import { speakers } from '../../commands/said.ts';
import type { MeetingStatus } from '../../meetings/lists.ts';
import { markOf, readContent } from '../content.ts';
import { type MinutesContent, validateMinutesSchema } from '../contract.ts';

interface Draft {
  /** Null: there is no such meeting, or not for this writer. */
  status: MeetingStatus | null;
  runs: boolean;
  /** How many versions there are. */
  versions: number;
  /** Texts that two wrote at once, and nobody has chosen from yet. */
  conflicts: number;
  content: MinutesContent | undefined;
}

/** Freezes the minutes as they were read: the first version ends the meeting's life, a later one is a correction and says why. */
const validateMinutes = handler<z.infer<typeof validateMinutesSchema>, Draft>({
  kind: 'coordination.validate_minutes',
  schema: validateMinutesSchema,
  roles: speakers,
  async load(tx, { meetingId }) {
    await tx.query(`select coordination.hold('meeting', $1)`, [meetingId]);
    const { rows } = await tx.query<Omit<Draft, 'content'>>(
      `select (select m.status from coordination.meeting m where m.id = $1) as status, coordination.runs_meeting($1) as runs,
         (select count(*)::int from coordination.minutes v where v.meeting_id = $1) as versions,
         (select count(*)::int from coordination.conflict x where x.settled_at is null and x.subject_id in (
           select $1::uuid union all select p.id from coordination.minutes_part p where p.meeting_id = $1
           union all select n.id from coordination.note n where n.meeting_id = $1 and n.withdrawn_at is null
           union all select d.id from coordination.decision d where d.meeting_id = $1)) as conflicts`,
      [meetingId],
    );
    const [found] = rows;
    if (!found) throw new Error('a statement without a table gives one row');
    return { ...found, content: await readContent(tx, meetingId) };
  },
  decide({ status, runs, versions, conflicts, content }, payload, _actor, _now, at) {
    if (status === null || content === undefined) return refuse('meeting_not_found');
    if (!runs) return refuse('not_yours_to_decide');
    if (status !== 'held' && status !== 'validated') return refuse('meeting_not_held');
    if (conflicts > 0) return refuse('minutes_have_two_texts');
    if (markOf(content) !== payload.mark) return refuse('minutes_changed');
    if (versions > 0 && payload.reason === undefined) return refuse('reason_missing');
    const version = versions + 1;
    const reason = versions > 0 ? payload.reason : undefined;
    return {
      events: [
        {
          kind: 'minutes_validated',
          subjectKind: 'meeting',
          subjectId: payload.meetingId,
          payload: { minutesId: payload.minutesId, meetingId: payload.meetingId, version, reason, at: at.toISOString() },
          // The version keeps it; the journal need not keep it again.
          sealed: { content },
        },
      ],
    };
  },
  write: ({ payload: p, sealed }, actor) => [
    {
      text: `insert into coordination.minutes (id, meeting_id, version, content, reason, organization_id, validated_at, created_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      values: [
        ...[p['minutesId'], p['meetingId'], p['version'], sealed?.['content'], p['reason'] ?? null],
        ...[actor.organizationId, p['at'], actor.userId],
      ],
    },
    { text: `update coordination.meeting set status = 'validated' where id = $1 and status = 'held'`, values: [p['meetingId']] },
  ],
});

export const validateCommands: AnyHandler[] = [validateMinutes];
