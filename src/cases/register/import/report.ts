import type { PoolClient } from 'pg';
import type { RegisterReport } from '../contract.ts';

/** What came of an import, in numbers: this stays when its rows are gone. */
export async function reportOf(tx: Pick<PoolClient, 'query'>, importId: string): Promise<RegisterReport> {
  const { rows } = await tx.query<Omit<RegisterReport, 'reasons'>>(
    `select count(*) filter (where outcome = 'taken') as taken, count(*) filter (where outcome = 'left') as left,
       count(*) filter (where outcome = 'refused') as refused, count(*) filter (where made_person) as people,
       count(visit_id) as visits, count(case_id) as cases
     from cases.register_row where import_id = $1`,
    [importId],
  );
  const reasons = await tx.query<{ code: string; count: number }>(
    `select code, count(*) as count from cases.register_row r
       cross join lateral (select p ->> 'code' as code from jsonb_array_elements(r.problems) p where r.state = 'error'
                           union all select r.refusal where r.refusal is not null) as why
     where import_id = $1 and outcome = 'refused' group by code order by count(*) desc`,
    [importId],
  );
  const counts = rows[0] ?? { taken: 0, left: 0, refused: 0, people: 0, visits: 0, cases: 0 };
  return { ...counts, reasons: Object.fromEntries(reasons.rows.map(({ code, count }) => [code, count])) };
}
