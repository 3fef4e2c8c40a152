import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { moveActionSchema, planActionSchema } from '../contract.ts';
import type { ActionStatus } from '../lists.ts';
import { actionMoves, nextState } from '../rules.ts';
import { isKeeper, said, speakers } from './said.ts';

const planAction = handler<z.infer<typeof planActionSchema>, { found: number }>({
  kind: 'coordination.plan_action',
  schema: planActionSchema,
  roles: speakers,
  async load(tx, { recommendations }) {
    const { rows } = await tx.query(
      `select count(*)::int as found from coordination.recommendation where id = any ($1) and status in ('proposed', 'adopted')`,
      [recommendations.map((r) => r.recommendationId)],
    );
    return rows[0];
  },
  decide: ({ found }, payload, _actor, _now, at) =>
    found < new Set(payload.recommendations.map((r) => r.recommendationId)).size
      ? refuse('recommendation_not_found')
      : said('action_planned', 'action', payload.actionId, payload, at),
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.action (id, organization_id, title, text, themes, audiences, commune_codes, starts_on, ends_on, rhythm_days,
               figure, figure_from, figure_aim, created_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb ->> 'key', ($11::jsonb ->> 'from')::numeric, ($11::jsonb ->> 'aim')::numeric, $12)`,
      values: [
        p['actionId'],
        actor.organizationId,
        p['title'],
        p['text'] ?? null,
        p['themes'],
        p['audiences'],
        p['communeCodes'],
        p['startsOn'] ?? null,
        p['endsOn'] ?? null,
        p['rhythmDays'],
        JSON.stringify(p['figure'] ?? {}),
        actor.userId,
      ],
    },
    {
      text: `insert into coordination.action_recommendation (action_id, recommendation_id, weight)
             select $1, r."recommendationId", r.weight from jsonb_to_recordset($2::jsonb) as r("recommendationId" uuid, weight smallint)`,
      values: [p['actionId'], JSON.stringify(p['recommendations'])],
    },
  ],
});

interface State {
  status: ActionStatus | null;
  organizationId: string | null;
}
const moveAction = handler<z.infer<typeof moveActionSchema>, State>({
  kind: 'coordination.move_action',
  schema: moveActionSchema,
  roles: speakers,
  async load(tx, { actionId }) {
    await tx.query(`select coordination.hold('action', $1)`, [actionId]);
    const { rows } = await tx.query(
      `select (select status from coordination.action where id = $1) as status,
              (select organization_id from coordination.action where id = $1) as "organizationId"`,
      [actionId],
    );
    return rows[0];
  },
  decide({ status, organizationId }, payload, actor, _now, at) {
    if (status === null) return refuse('action_not_found');
    const keeper = isKeeper(actor.role);
    // What came with the region's data has no organisation: those who keep the thread answer for it.
    const who = { isOwn: organizationId === actor.organizationId || (organizationId === null && keeper), isKeeper: keeper };
    const next = nextState(actionMoves, status, payload, who);
    if ('refused' in next) return refuse(next.refused);
    return said(`action_${next.to}`, 'action', payload.actionId, { ...payload, status: next.to, was: status }, at);
  },
  write: ({ payload: p }) => [
    {
      text: 'update coordination.action set status = $2, reason = $3, moved_at = $4 where id = $1',
      values: [p['actionId'], p['status'], p['reason'] ?? null, p['at']],
    },
  ],
});

export const actionCommands: AnyHandler[] = [planAction, moveAction];
