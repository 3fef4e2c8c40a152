import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { endStepSchema, setStepSchema } from '../contract.ts';
import { movedTo, nothing, over, type Part, progressWith, readPart } from './part.ts';
import { said, speakers } from './said.ts';

const setStep = handler<z.infer<typeof setStepSchema>, Part & { elsewhere: boolean; organizationFound: boolean }>({
  kind: 'coordination.set_step',
  schema: setStepSchema,
  roles: speakers,
  async load(tx, { actionId, stepId, organizationId }) {
    const { rows } = await tx.query(
      `select exists (select from coordination.step where id = $1 and action_id <> $2) as elsewhere,
              $3::uuid is null or exists (select from directory.organization where id = $3 and vanished_at is null) as "organizationFound"`,
      [stepId, actionId, organizationId],
    );
    return { ...rows[0], ...(await readPart(tx, actionId)) };
  },
  decide(state, payload, _actor, _now, at) {
    if (state.status === null) return refuse('action_not_found');
    if (!state.isOwner) return refuse('not_yours_to_decide');
    if (state.elsewhere) return refuse('step_not_found');
    if (!state.organizationFound) return refuse('organization_not_found');
    if (over.includes(state.status)) return refuse('not_in_that_state');
    const { weight, isMilestone } = payload;
    const progress = progressWith(state.steps, payload.stepId, { weight, isMilestone });
    return said('step_set', 'action', payload.actionId, { ...payload, progress }, at);
  },
  write: (event, actor) => [
    {
      text: `insert into coordination.step as s (id, action_id, organization_id, position, title, weight, due_on, is_milestone, created_by)
             values ($1, $2, $3, (select count(*) + 1 from coordination.step o where o.action_id = $2), $4, $5, $6, $7, $8)
             on conflict (id) do update set organization_id = excluded.organization_id, title = excluded.title, weight = excluded.weight,
               due_on = excluded.due_on, is_milestone = excluded.is_milestone`,
      values: [
        ...['stepId', 'actionId', 'organizationId', 'title', 'weight', 'dueOn', 'isMilestone'].map((key) => event.payload[key]),
        actor.userId,
      ],
    },
    movedTo(event),
  ],
});

interface StepState extends Part {
  actionId: string | null;
  ending: string | null;
  isOwn: boolean;
}
const endStep = handler<z.infer<typeof endStepSchema>, StepState>({
  kind: 'coordination.end_step',
  schema: endStepSchema,
  roles: speakers,
  async load(tx, { stepId }, actor) {
    const { rows } = await tx.query(
      `select action_id as "actionId", ending, organization_id = $2 as "isOwn" from coordination.step where id = $1 for update`,
      [stepId, actor.organizationId],
    );
    const step = rows[0] ?? { actionId: null, ending: null, isOwn: false };
    return { ...step, ...(step.actionId ? await readPart(tx, step.actionId) : nothing) };
  },
  decide(state, payload, _actor, _now, at) {
    if (!state.actionId) return refuse('step_not_found');
    if (!state.isOwner && !state.isOwn) return refuse('not_yours_to_decide');
    if ((state.ending === null) === (payload.ending === null)) return refuse('not_in_that_state');
    const kind = payload.ending === null ? 'step_taken_up_again' : `step_${payload.ending}`;
    const progress = progressWith(state.steps, payload.stepId, { ending: payload.ending });
    return said(kind, 'action', state.actionId, { ...payload, actionId: state.actionId, progress }, at);
  },
  write: (event) => [
    {
      text: `update coordination.step set ending = $2, reason = $4,
               ended_on = case when $2::text is null then null else coalesce($3::date, directory.wall_clock($5)::date) end where id = $1`,
      values: ['stepId', 'ending', 'endedOn', 'reason', 'at'].map((key) => event.payload[key] ?? null),
    },
    movedTo(event),
  ],
});

export const stepCommands: AnyHandler[] = [setStep, endStep];
