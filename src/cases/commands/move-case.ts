import type { z } from 'zod';
import { handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { type Clock, effectOn, resumedDue } from '../clocks.ts';
import { moveCaseSchema } from '../contract.ts';
import { type CaseStatus, isClosed } from '../lists.ts';
import { nextStatus } from '../rules.ts';
import { listClocks } from '../store.ts';

type KeptClock = Clock & { id: string };
interface MoveState {
  status: CaseStatus | undefined;
  pendingReferrals: number;
  clocks: KeptClock[];
}
type ClockEffect = { id: string; effect: 'stop' | 'pause' | 'resume'; dueAt?: string; pausedAt?: string; reason?: string };

/** `cases.move`: every change of state, by the table in rules.ts. Clocks follow. */
export const moveCase = handler<z.infer<typeof moveCaseSchema>, MoveState>({
  kind: 'cases.move',
  schema: moveCaseSchema,
  roles: deskRoles,
  async load(tx, { caseId }) {
    const { rows } = await tx.query(
      `select c.status, (select count(*)::int from referrals.referral r where r.case_id = c.id and r.status in ('sent', 'accepted')) as "pendingReferrals"
       from cases."case" c where c.id = $1 for update`,
      [caseId],
    );
    return { status: undefined, pendingReferrals: 0, ...rows[0], clocks: await listClocks(tx, caseId) };
  },
  decide({ status, pendingReferrals, clocks }, payload, _actor, _now, at) {
    if (!status) return refuse('case_not_found');
    const next = nextStatus(status, payload);
    if ('refused' in next) return refuse(next.refused);
    // A file that was sent on is closed once its receiver has said what became of it, or it was called back.
    if (isClosed(next.to) && pendingReferrals > 0) return refuse('referral_still_open');
    const effects = clocks.flatMap((clock): ClockEffect[] => {
      const effect = effectOn(clock, next.to);
      if (!effect) return [];
      const pausedAt = clock.pausedAt;
      return [
        {
          id: clock.id,
          effect,
          ...(effect === 'pause' ? { reason: payload.note ?? 'waiting_person' } : {}),
          ...(effect !== 'pause' && pausedAt
            ? { pausedAt: pausedAt.toISOString(), dueAt: resumedDue({ ...clock, pausedAt }, at).toISOString() }
            : {}),
        },
      ];
    });
    return {
      events: [
        {
          kind: 'case_moved',
          subjectKind: 'case',
          subjectId: payload.caseId,
          payload: { ...payload, from: status, to: next.to, closes: isClosed(next.to), clocks: effects, at: at.toISOString() },
        },
      ],
    };
  },
  write({ payload: p }, actor) {
    return [
      {
        text: `update cases."case" set status = $2, status_since = $3, status_reason = $4, status_note = $5, closed_at = case when $6 then $3::timestamptz end
               where id = $1`,
        values: [p['caseId'], p['to'], p['at'], p['reason'], p['note'], p['closes']],
      },
      ...(p['clocks'] as ClockEffect[]).flatMap((clock) => [
        ...(clock.pausedAt
          ? [
              {
                text: `insert into cases.clock_pause (organization_id, clock_id, paused_at, resumed_at, reason)
                       select $1, id, paused_at, greatest(paused_at, $3::timestamptz), coalesce(pause_reason, '') from cases.clock where id = $2 and paused_at is not null`,
                values: [actor.organizationId, clock.id, p['at']],
              },
            ]
          : []),
        {
          text: `update cases.clock set stopped_at = case when $2 = 'stop' then $3::timestamptz end, paused_at = case when $2 = 'pause' then $3::timestamptz end,
                   pause_reason = $4, due_at = coalesce($5, due_at) where id = $1`,
          values: [clock.id, clock.effect, p['at'], clock.reason ?? null, clock.dueAt ?? null],
        },
      ]),
      // A reopened request is owed an answer again.
      ...(p['action'] === 'reopen'
        ? [
            {
              text: `update cases.clock set stopped_at = null, due_at = $2::timestamptz + make_interval(days => days) where case_id = $1 and kind = 'answer'`,
              values: [p['caseId'], p['at']],
            },
          ]
        : []),
    ];
  },
});
