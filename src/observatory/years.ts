import type { PoolClient } from 'pg';
import type { NeedYear } from '../coordination/contract.ts';
import { suppress } from './suppression.ts';
import { threshold } from './totals.ts';

const yearsBack = 10;

/**
 * How many people the desks of the region received under one need, year by year, newest first. Whole years only: of a year that runs, two looks
 * would tell who came between them. A year is suppressed with all its needs, so that this figure is the one its table shows.
 */
export async function readNeedYears(tx: PoolClient, need: string): Promise<NeedYear[]> {
  const { rows } = await tx.query<{ year: number; value: string; count: number }>(
    `select y.year, n.need as value, n.people::int as count
     from (select extract(year from directory.today())::int - generate_series(1, ${yearsBack}) as year) y
     cross join lateral observatory.region_needs(directory.moment_of(make_date(y.year, 1, 1)), directory.moment_of(make_date(y.year + 1, 1, 1))) n
     order by y.year desc, count desc, value`,
  );
  return [...Map.groupBy(rows, (row) => row.year)].flatMap(([year, counted]) =>
    suppress(counted, threshold)
      .filter((shown) => shown.value === need)
      .map(({ count }) => ({ year, people: count })),
  );
}
