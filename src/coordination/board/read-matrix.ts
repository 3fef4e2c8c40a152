import type { PoolClient } from 'pg';
import type { Theme } from '../lists.ts';
import type { Language } from '../store.ts';
import type { Matrix, MatrixRows } from './contract.ts';

const mostRows = 200;
const running = 't.proposed + t.under_way + t.done';

const ofOrganizations = `
  select t.key as id, t.theme, sum(${running}) filter (where t.of = 'owner')::int as carries,
    sum(${running}) filter (where t.of = 'partner')::int as "takesPart"
  from coordination.tally t where t.of in ('owner', 'partner') and t.audience = '' and t.key <> '' group by 1, 2`;
/** An action of two communes of a province is there twice: a square tells where something runs, and where nothing does. */
const ofProvinces = `
  select p.code as id, t.theme, coalesce(sum(${running}), 0)::int as carries, 0 as "takesPart"
  from territory.territory p
    left join territory.territory c on c.province_code = p.code and c.level = 'commune'
    left join coordination.tally t on t.of = 'commune' and t.audience = '' and t.key = c.code
  where p.level = 'province' group by 1, 2`;

/** Who works on which theme, or in which province; and what was adopted under a theme without anybody taking it up. */
export async function readMatrix(tx: PoolClient, of: MatrixRows, language: Language): Promise<Matrix> {
  const isOfPeople = of === 'organization';
  const { rows } = await tx.query<{ id: string; name: string; cells: Matrix['rows'][number]['cells']; rowCount: number }>(
    `with cell as (${isOfPeople ? ofOrganizations : ofProvinces}),
       line as (select id, coalesce(sum(coalesce(carries, 0) + coalesce("takesPart", 0)) filter (where theme = ''), 0) as of_all,
           coalesce(jsonb_object_agg(theme, jsonb_build_object('carries', coalesce(carries, 0), 'takesPart', coalesce("takesPart", 0)))
             filter (where theme <> '' and coalesce(carries, 0) + coalesce("takesPart", 0) > 0), '{}') as cells
         from cell group by id),
       first as (select *, count(*) over ()::int as "rowCount" from line ${isOfPeople ? 'where of_all > 0' : ''} order by of_all desc, id limit ${mostRows})
     select f.id, f.cells, f."rowCount", n.name from first f cross join lateral (${
       isOfPeople
         ? `select coalesce(t.name, o.name) as name from directory.organization o
              left join directory.translation t on t.entity = 'organization' and t.entity_id = o.id and t.language = $1 where o.id = f.id::uuid`
         : `select case when $1 = 'ar' then p.name_ar else p.name_fr end as name from territory.territory p where p.code = f.id`
     }) n order by f.of_all desc, n.name`,
    [language],
  );
  const { rows: gaps } = await tx.query<{ theme: Theme; adopted: number; untouched: number }>(
    `select m.theme, count(*)::int as adopted,
       count(*) filter (where not exists (select from coordination.tally t
         where t.of = 'recommendation' and t.key = r.id::text and t.theme = '' and t.audience = '' and ${running} > 0))::int as untouched
     from coordination.recommendation r cross join unnest(r.themes) as m(theme) where r.status = 'adopted' group by m.theme order by m.theme`,
  );
  return {
    of,
    rows: rows.map(({ id, name, cells }) => ({ id, name, cells })),
    rowCount: rows[0]?.rowCount ?? 0,
    gaps: gaps.filter(({ untouched }) => untouched > 0),
  };
}
