import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../../platform/commands/handler.ts';
import { isKeeper, said, speakers } from '../../commands/said.ts';
import { nextState } from '../../rules.ts';
import { entrustDecisionSchema, moveDecisionSchema, recordDecisionSchema } from '../contract.ts';
import type { DecisionStatus } from '../lists.ts';
import { decisionMoves } from '../rules.ts';

const recordDecision = handler<z.infer<typeof recordDecisionSchema>, { status: string | null; runs: boolean; next: number }>({
  kind: 'coordination.record_decision',
  schema: recordDecisionSchema,
  roles: speakers,
  async load(tx, { meetingId }) {
    // Held, so that two decisions at once get two numbers.
    await tx.query(`select coordination.hold('meeting', $1)`, [meetingId]);
    const { rows } = await tx.query(
      `select (select m.status from coordination.meeting m where m.id = $1) as status, coordination.runs_meeting($1) as runs,
         (select coalesce(max(d.number), 0) + 1 from coordination.decision d where d.meeting_id = $1) as next`,
      [meetingId],
    );
    return rows[0];
  },
  decide({ status, runs, next }, payload, _actor, _now, at) {
    if (status === null) return refuse('meeting_not_found');
    if (!runs) return refuse('not_yours_to_decide');
    if (status === 'cancelled') return refuse('meeting_is_over');
    return said('decision_recorded', 'decision', payload.decisionId, { ...payload, number: next }, at);
  },
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.decision (id, meeting_id, number, words, owner_id, due_on, created_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      values: [...['decisionId', 'meetingId', 'number', 'words', 'ownerId', 'dueOn'].map((key) => p[key]), actor.userId],
    },
  ],
});

interface DecisionState {
  status: DecisionStatus;
  ownerId: string | null;
  runs: boolean;
}
/** Held, as far as the writer may change it; others see no such decision. */
async function readDecision(tx: PoolClient, decisionId: string): Promise<DecisionState | undefined> {
  const { rows } = await tx.query<DecisionState>(
    `select d.status, d.owner_id as "ownerId", coordination.runs_meeting(d.meeting_id) as runs from coordination.decision d
     where d.id = $1 for update of d`,
    [decisionId],
  );
  return rows[0];
}

const entrustDecision = handler<z.infer<typeof entrustDecisionSchema>, DecisionState | undefined>({
  kind: 'coordination.entrust_decision',
  schema: entrustDecisionSchema,
  roles: speakers,
  load: (tx, { decisionId }) => readDecision(tx, decisionId),
  decide(found, payload, _actor, _now, at) {
    if (!found) return refuse('decision_not_found');
    if (!found.runs) return refuse('not_yours_to_decide');
    return said('decision_entrusted', 'decision', payload.decisionId, payload, at);
  },
  write: ({ payload: p }) => [
    {
      text: 'update coordination.decision set owner_id = $2, due_on = $3 where id = $1',
      values: [p['decisionId'], p['ownerId'], p['dueOn']],
    },
  ],
});

const moveDecision = handler<z.infer<typeof moveDecisionSchema>, DecisionState | undefined>({
  kind: 'coordination.move_decision',
  schema: moveDecisionSchema,
  roles: speakers,
  load: (tx, { decisionId }) => readDecision(tx, decisionId),
  decide(found, payload, actor, _now, at) {
    if (!found) return refuse('decision_not_found');
    const who = { isOwn: found.runs || found.ownerId === actor.organizationId, isKeeper: isKeeper(actor.role) };
    const next = nextState(decisionMoves, found.status, payload, who);
    if ('refused' in next) return refuse(next.refused);
    return said(`decision_${next.to}`, 'decision', payload.decisionId, { ...payload, status: next.to, was: found.status }, at);
  },
  write: ({ payload: p }, actor) => [
    {
      // Opened again it has neither an end nor a proof; why is kept in its past and in the journal.
      text: `update coordination.decision set status = $2, ended_on = case when $2 <> 'open' then directory.wall_clock($3)::date end,
               proof = case when $2 <> 'open' then $4 end, ended_by = case when $2 <> 'open' then $5::uuid end where id = $1`,
      values: [p['decisionId'], p['status'], p['at'], p['reason'], actor.organizationId],
    },
  ],
});

export const decisionCommands: AnyHandler[] = [recordDecision, entrustDecision, moveDecision];
