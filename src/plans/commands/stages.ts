import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { adoptEvaluationSchema, freezeSchema, moveSchema } from '../contract.ts';
import { decideMove } from '../rules.ts';
import { closedTo, type Held, holdPlan, told, writers } from './said.ts';

interface Standing {
  held: Held | undefined;
  /** Of the next version. */
  number: number;
  /** Two texts meet and nobody chose yet. */
  isContested: boolean;
}
async function loadStanding(tx: PoolClient, { planId }: { planId: string }): Promise<Standing> {
  const held = await holdPlan(tx, planId);
  const { rows } = await tx.query(
    `select (select coalesce(max(number), 0) + 1 from plans.version where plan_id = $1) as number,
       exists (select from plans.conflict where plan_id = $1 and settled_at is null) as "isContested"`,
    [planId],
  );
  return { held, ...rows[0] };
}
/** The rows as they stand, kept for good. */
const freezeAs = (p: Record<string, unknown>, endsStage: boolean, userId: string): Statement => ({
  text: `insert into plans.version (id, plan_id, number, stage, ends_stage, reached_on, name, frozen_at, frozen_by, content)
         select $2, p.id, $3, p.stage, $4, $5, $6, $7, $8, plans.rows_of(p.id) from plans.plan p where p.id = $1`,
  values: [p['planId'], p['versionId'], p['number'], endsStage, p['reachedOn'], p['name'] ?? null, p['at'], userId],
});

const move = handler<z.infer<typeof moveSchema>, Standing>({
  kind: 'plans.move',
  schema: moveSchema,
  roles: writers,
  load: loadStanding,
  decide({ held, number, isContested }, payload, _actor, _now, at) {
    const closed = closedTo(held);
    if (!held || (closed && closed !== 'plan_closed')) return refuse(closed ?? 'plan_not_found');
    const decided = decideMove(held.stage, payload, held.stageSince);
    if ('refused' in decided) return refuse(decided.refused);
    if (payload.reachedOn > held.today) return refuse('day_ahead');
    // What is frozen may not hide what somebody wrote.
    if (decided.freezes && isContested) return refuse('texts_to_choose');
    return told('plan_moved', payload.planId, { ...payload, number, freezes: decided.freezes, was: held.stage }, at);
  },
  write: ({ payload: p }, { userId }) => [
    ...(p['freezes'] ? [freezeAs(p, true, userId)] : []),
    {
      text: 'update plans.plan set stage = $2, stage_since = $3, reason = $4 where id = $1',
      values: [p['planId'], p['to'], p['reachedOn'], p['reason'] ?? null],
    },
  ],
});

const freeze = handler<z.infer<typeof freezeSchema>, Standing>({
  kind: 'plans.freeze',
  schema: freezeSchema,
  roles: writers,
  load: loadStanding,
  decide({ held, number, isContested }, payload, _actor, _now, at) {
    const closed = closedTo(held);
    if (!held || closed) return refuse(closed ?? 'plan_not_found');
    if (isContested) return refuse('texts_to_choose');
    return told('plan_frozen', payload.planId, { ...payload, number, reachedOn: held.today }, at);
  },
  write: ({ payload: p }, { userId }) => [freezeAs(p, false, userId)],
});

interface Adopting {
  held: Held | undefined;
  status: string | null;
}
const adoptEvaluation = handler<z.infer<typeof adoptEvaluationSchema>, Adopting>({
  kind: 'plans.adopt_evaluation',
  schema: adoptEvaluationSchema,
  roles: writers,
  async load(tx, { planId, evaluationId }) {
    const held = await holdPlan(tx, planId);
    const { rows } = await tx.query('select status from plans.evaluation where plan_id = $1 and id = $2', [planId, evaluationId]);
    return { held, status: rows[0]?.status ?? null };
  },
  decide({ held, status }, payload, _actor, _now, at) {
    const closed = closedTo(held);
    if (!held || closed) return refuse(closed ?? 'plan_not_found');
    if (status === null) return refuse('not_found');
    if (status === 'adopted') return refuse('evaluation_adopted');
    if (payload.adoptedOn > held.today) return refuse('day_ahead');
    return told('plan_evaluation_adopted', payload.planId, payload, at);
  },
  write: ({ payload: p }) => [
    {
      text: `update plans.evaluation set status = 'adopted', adopted_on = $3 where plan_id = $1 and id = $2`,
      values: [p['planId'], p['evaluationId'], p['adoptedOn']],
    },
  ],
});

export const stageCommands: AnyHandler[] = [move, freeze, adoptEvaluation];
