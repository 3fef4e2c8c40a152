import type { PoolClient } from 'pg';
import { type Published, suppress } from './suppression.ts';

/** Below this many people a figure is not shown (DOMAIN: "a threshold such as 5 or 10"). */
export const threshold = 5;

interface Named {
  dimension: string;
  value: string;
  count: number;
}
interface PublishedPeople extends Published {
  people: number | null;
}
const byDimension = <R extends Named, P>(rows: readonly R[], publish: (counted: R[]) => P[]): Record<string, P[]> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(rows, (r) => r.dimension)).map(([dimension, counted = []]) => [dimension, publish(counted)]),
  );

/** Totals by dimension. Visits come with their people; which figures are hidden is decided once, by the smaller number. */
export async function readVisits(
  tx: PoolClient,
  since: string,
  until: string,
  language: string,
): Promise<Record<string, PublishedPeople[]>> {
  const { rows } = await tx.query<Named & { people: number }>(
    `select c.dimension, coalesce(directory.name_in($3, o.id, o.name), c.value) as value, c.count, c.people::int as people
     from observatory.visit_counts($1, $2) c
     left join directory.organization o on c.dimension = 'organization' and o.id::text = c.value order by c.dimension, c.people desc, 2`,
    [since, until, language],
  );
  return byDimension(rows, (counted) =>
    suppress(counted, threshold).map((shown, i) => ({ ...shown, people: shown.count === null ? null : (counted[i]?.people ?? null) })),
  );
}

export async function readReferrals(tx: PoolClient, since: string, until: string): Promise<Record<string, Published[]>> {
  const { rows } = await tx.query<Named>(
    'select dimension, value, count from observatory.referral_counts($1, $2) order by dimension, count desc, 2',
    [since, until],
  );
  return byDimension(rows, (counted) => suppress(counted, threshold));
}
