import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { type Decision, handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { addStepSchema, changeStepSchema, endStepSchema } from '../contract.ts';

interface StepState {
  caseFound: boolean;
  step: { ended: boolean } | undefined;
  isColleague: boolean;
}
async function load(
  tx: PoolClient,
  { caseId, stepId, assignedTo }: { caseId: string; stepId: string; assignedTo?: string | undefined },
): Promise<StepState> {
  const { rows } = await tx.query(
    `select exists (select from cases."case" where id = $1) as "caseFound",
            (select jsonb_build_object('ended', ended_at is not null) from cases.step where id = $2 and case_id = $1) as step,
            $3::uuid is null or access.is_colleague($3) as "isColleague"`,
    [caseId, stepId, assignedTo],
  );
  return { ...rows[0], step: rows[0].step ?? undefined };
}
const event = (kind: string, payload: { caseId: string }, at: Date): Decision => ({
  events: [{ kind, subjectKind: 'case', subjectId: payload.caseId, payload: { ...payload, at: at.toISOString() } }],
});
/** Why a step cannot be touched. */
const inTheWay = ({ caseFound, step }: StepState): string | undefined =>
  !caseFound ? 'case_not_found' : !step ? 'step_not_found' : step.ended ? 'step_already_ended' : undefined;

export const addStep = handler<z.infer<typeof addStepSchema>, StepState>({
  kind: 'cases.add_step',
  schema: addStepSchema,
  roles: deskRoles,
  load,
  decide(state, payload, _actor, _now, at) {
    if (!state.caseFound) return refuse('case_not_found');
    if (!state.isColleague) return refuse('member_not_found');
    return event('step_added', payload, at);
  },
  write({ payload: p }, actor) {
    return [
      {
        text: `insert into cases.step (id, organization_id, case_id, title, due_on, assigned_to, added_by, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        values: [p['stepId'], actor.organizationId, p['caseId'], p['title'], p['dueOn'], p['assignedTo'], actor.userId, p['at']],
      },
    ];
  },
});

export const changeStep = handler<z.infer<typeof changeStepSchema>, StepState>({
  kind: 'cases.change_step',
  schema: changeStepSchema,
  roles: deskRoles,
  load,
  decide(state, payload, _actor, _now, at) {
    const refusal = inTheWay(state);
    return refusal ? refuse(refusal) : event('step_changed', payload, at);
  },
  write({ payload: p }) {
    return [
      {
        text: `update cases.step set title = coalesce($2, title), due_on = case when $3 then $4::date else due_on end where id = $1`,
        values: [p['stepId'], p['title'] ?? null, p['dueOn'] !== undefined, p['dueOn'] ?? null],
      },
    ];
  },
});

export const endStep = handler<z.infer<typeof endStepSchema>, StepState>({
  kind: 'cases.end_step',
  schema: endStepSchema,
  roles: deskRoles,
  load,
  decide(state, payload, _actor, _now, at) {
    const refusal = inTheWay(state);
    return refusal ? refuse(refusal) : event('step_ended', payload, at);
  },
  write({ payload: p }, actor) {
    return [
      {
        text: 'update cases.step set ending = $2, ended_at = $3, ended_by = $4 where id = $1',
        values: [p['stepId'], p['ending'], p['at'], actor.userId],
      },
    ];
  },
});
