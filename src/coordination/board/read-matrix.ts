import type { PoolClient } from 'pg';
import type { Theme } from '../lists.ts';
import type { Language } from '../store.ts';
import type { Matrix, MatrixRows } from './contract.ts';

const mostRows = 200;
const running = 't.proposed + t.under_way + t.done';

/** Those with most first; only of them is anything more read. */
const ofOrganizations = `
  first as (select t.key as id, sum(${running}) as of_all, count(*) over ()::int as "rowCount" from coordination.tally t
    where t.of in ('owner', 'partner') and t.theme = '' and t.audience = '' and t.key <> '' group by t.key having sum(${running}) > 0
    order by of_all desc, t.key limit ${mostRows}),
  cell as (select t.key as id, t.theme, coalesce(sum(${running}) filter (where t.of = 'owner'), 0)::int as carries,
      coalesce(sum(${running}) filter (where t.of = 'partner'), 0)::int as "takesPart"
    from first join coordination.tally t on t.key = first.id and t.of in ('owner', 'partner') and t.audience = '' and t.theme <> '' group by 1, 2)`;
/** An action of two communes of a province is there twice: a square tells where something runs, and where nothing does. */
const ofProvinces = `
  cell as (select p.code as id, t.theme, coalesce(sum(${running}), 0)::int as carries, 0 as "takesPart"
    from territory.territory p
      left join territory.territory c on c.province_code = p.code and c.level = 'commune'
      left join coordination.tally t on t.of = 'commune' and t.audience = '' and t.key = c.code
    where p.level = 'province' group by 1, 2),
  first as (select id, coalesce(sum(carries) filter (where theme = ''), 0) as of_all, count(*) over ()::int as "rowCount"
    from cell group by id order by of_all desc, id limit ${mostRows})`;

/** Who works on which theme, or in which province; and what was adopted under a theme without anybody taking it up. */
export async function readMatrix(tx: PoolClient, of: MatrixRows, language: Language): Promise<Matrix> {
  const isOfOrganizations = of === 'organization';
  const { rows } = await tx.query<{ id: string; name: string; cells: Matrix['rows'][number]['cells']; rowCount: number }>(
    `with ${isOfOrganizations ? ofOrganizations : ofProvinces}
     select f.id, f."rowCount", n.name, c.cells from first f cross join lateral (${
       isOfOrganizations
         ? `select coalesce(t.name, o.name) as name from directory.organization o
              left join directory.translation t on t.entity = 'organization' and t.entity_id = o.id and t.language = $1 where o.id = f.id::uuid`
         : `select case when $1 = 'ar' then p.name_ar else p.name_fr end as name from territory.territory p where p.code = f.id`
     }) n cross join lateral (
       select coalesce(jsonb_object_agg(theme, jsonb_build_object('carries', carries, 'takesPart', "takesPart"))
         filter (where theme <> '' and carries + "takesPart" > 0), '{}') as cells from cell where cell.id = f.id) c
     order by f.of_all desc, n.name`,
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
