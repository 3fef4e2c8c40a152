import type { PoolClient } from 'pg';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { closedTo, countTotals, type Held, holdPlan, told, writers } from '../commands/said.ts';
import { type BringIn, bringInSchema } from './contract.ts';

interface State {
  held: Held | undefined;
  /** Of the projects and indicators that are said to be there. */
  isKnown: boolean;
  /** Figures that changed since they were looked at. */
  moved: number;
  position: number;
}

const costsOf = ({ projects }: BringIn) =>
  projects.flatMap(({ projectId, costs }) => costs.map((cost) => ({ ...cost, project_id: projectId })));
const indicatorsOf = ({ projects }: BringIn) => projects.flatMap((p) => p.indicators.map((i) => ({ ...i, project_id: p.projectId })));
const valuesOf = (payload: BringIn) =>
  indicatorsOf(payload).flatMap(({ indicatorId, values }) => values.map((value) => ({ ...value, indicator_id: indicatorId })));

async function read(tx: PoolClient, payload: BringIn): Promise<Omit<State, 'held'>> {
  const there = {
    projects: payload.projects.filter((p) => p.row === null).map((p) => p.projectId),
    indicators: indicatorsOf(payload).filter((i) => i.row === null),
  };
  const { rows } = await tx.query<Omit<State, 'held'>>(
    `select (select coalesce(max(position), 0) from plans.project where plan_id = $1)::int as position,
       (select count(*) from plans.project where plan_id = $1 and id = any ($2::uuid[])) = (select count(distinct x) from unnest($2::uuid[]) x)
         and not exists (select from jsonb_to_recordset($3) as i(id uuid, project_id uuid)
           where not exists (select from plans.indicator k where k.id = i.id and k.project_id = i.project_id and k.plan_id = $1)) as "isKnown",
       (select count(*) from jsonb_to_recordset($4) as c(project_id uuid, year int, source text, base numeric)
          left join plans.cost k on k.project_id = c.project_id and k.year = c.year and k.source = c.source
          where k.amount is distinct from c.base)::int
       + (select count(*) from jsonb_to_recordset($5) as v(indicator_id uuid, year int, part text, base numeric)
          left join plans.indicator_value k on k.indicator_id = v.indicator_id and k.year = v.year and k.part = v.part
          where k.value is distinct from v.base)::int as moved`,
    [
      payload.planId,
      there.projects,
      JSON.stringify(there.indicators.map(({ indicatorId, project_id }) => ({ id: indicatorId, project_id }))),
      JSON.stringify(costsOf(payload)),
      JSON.stringify(valuesOf(payload)),
    ],
  );
  return rows[0] ?? { position: 0, isKnown: false, moved: 0 };
}

/** Names of our own tables and columns, never what somebody typed. */
function insert(table: string, columns: readonly string[], rows: readonly object[], onConflict = ''): Statement[] {
  if (rows.length === 0) return [];
  const text = `insert into plans.${table} (${columns.join(', ')}) select ${columns.map((c) => `r.${c}`).join(', ')}
    from jsonb_populate_recordset(null::plans.${table}, $1) r ${onConflict}`;
  return [{ text, values: [JSON.stringify(rows)] }];
}

const bringIn = handler<BringIn, State>({
  kind: 'plans.bring_in',
  schema: bringInSchema,
  roles: writers,
  async load(tx, payload) {
    return { held: await holdPlan(tx, payload.planId), ...(await read(tx, payload)) };
  },
  decide({ held, isKnown, moved, position }, payload, _actor, _now, at) {
    const closed = closedTo(held);
    if (closed) return refuse(closed);
    if (!isKnown) return refuse('not_found');
    // Never written over: whoever brings it in looks at what stands there now.
    if (moved > 0) return refuse('plan_changed_meanwhile');
    return told('plan_brought_in', payload.planId, { ...payload, position }, at);
  },
  write({ payload }) {
    const p = payload as unknown as BringIn & { position: number };
    const inPlan = { plan_id: p.planId };
    const begun = p.projects.flatMap(({ projectId, row }) => (row ? [{ ...inPlan, ...row, id: projectId }] : []));
    const indicators = indicatorsOf(p).flatMap(({ indicatorId, project_id, row }, i) =>
      row ? [{ ...inPlan, ...row, project_id, id: indicatorId, position: i + 1 }] : [],
    );
    const said = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...inPlan, ...row }));
    return [
      ...insert(
        'project',
        ['id', 'plan_id', 'position', 'title', 'objective', 'holder', 'partners', 'place', 'starts_on', 'ends_on', 'status'],
        begun.map((row, i) => ({ ...row, position: p.position + i + 1 })),
      ),
      ...insert(
        'cost',
        ['id', 'plan_id', 'project_id', 'year', 'source', 'amount'],
        said(costsOf(p)),
        'on conflict (project_id, year, source) do update set amount = excluded.amount',
      ),
      ...insert(
        'indicator',
        [
          'id',
          'plan_id',
          'project_id',
          'position',
          'name',
          'unit',
          'baseline',
          'baseline_year',
          'target',
          'target_year',
          'source',
          'formula',
          'disaggregation',
        ],
        indicators,
      ),
      ...insert(
        'indicator_value',
        ['id', 'plan_id', 'indicator_id', 'year', 'part', 'value'],
        said(valuesOf(p)),
        'on conflict (indicator_id, year, part) do update set value = excluded.value',
      ),
      countTotals(p.planId),
    ];
  },
});

export const importCommands: AnyHandler[] = [bringIn];
