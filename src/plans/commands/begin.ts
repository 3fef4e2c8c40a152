import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { beginSchema, shareSchema } from '../contract.ts';
import { closedTo, countTotals, type Held, holdPlan, told, writers } from './said.ts';

interface Beginning {
  communeFound: boolean;
  /** Of an organisation that is one commune's, no other's plan is begun. */
  isItsCommune: boolean;
  /** That commune has a plan of these years already. */
  isBegun: boolean;
}
const begin = handler<z.infer<typeof beginSchema>, Beginning>({
  kind: 'plans.begin',
  schema: beginSchema,
  roles: writers,
  async load(tx, { communeCode, firstYear }, { organizationId }) {
    const { rows } = await tx.query(
      `select exists (select from territory.territory t where t.code = $1 and t.level = 'commune') as "communeFound",
         (select o.commune_code is null or o.commune_code = $1 from directory.organization o where o.id = $3) as "isItsCommune",
         exists (select from plans.plan p where p.commune_code = $1 and p.first_year = $2 and p.organization_id = $3) as "isBegun"`,
      [communeCode, firstYear, organizationId],
    );
    return rows[0];
  },
  decide({ communeFound, isItsCommune, isBegun }, payload, _actor, _now, at) {
    if (!communeFound) return refuse('commune_not_found');
    if (!isItsCommune) return refuse('not_your_commune');
    if (isBegun) return refuse('plan_already_begun');
    return told('plan_begun', payload.planId, payload, at);
  },
  write: ({ payload: p }, { organizationId }) => [
    {
      text: `insert into plans.plan (id, organization_id, commune_code, title, mandate_starts_on, first_year, stage_since)
             values ($1, $2, $3, $4, $5, $6, least($5, directory.today()))`,
      values: [p['planId'], organizationId, p['communeCode'], p['title'], p['mandateStartsOn'], p['firstYear']],
    },
    countTotals(p['planId']),
  ],
});

const share = handler<z.infer<typeof shareSchema>, Held | undefined>({
  kind: 'plans.share',
  schema: shareSchema,
  roles: writers,
  load: (tx, { planId }) => holdPlan(tx, planId),
  decide(held, payload, _actor, _now, at) {
    const closed = closedTo(held);
    if (closed && closed !== 'plan_closed') return refuse(closed);
    return told(payload.shares ? 'plan_shared' : 'plan_unshared', payload.planId, payload, at);
  },
  write: ({ payload: p }) => [
    {
      text: 'update plans.plan set shared_at = case when $2::boolean then coalesce(shared_at, $3::timestamptz) end where id = $1',
      values: [p['planId'], p['shares'], p['at']],
    },
  ],
});

export const beginningCommands: AnyHandler[] = [begin, share];
