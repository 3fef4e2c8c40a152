import type { PoolClient } from 'pg';
import { suppress, suppressParts, threshold } from '../observatory/index.ts';
import type { DeskOffer } from './contract.ts';

interface Counted {
  need: string;
  people: number;
  women: number;
  men: number;
}
/**
 * What the desks of the plan's commune counted in a whole year, by need, most people first. Null: too few people stand behind it to be shown
 * without pointing at one of them. A year that is not over is not counted: what comes between two readings would be few.
 */
export async function readDeskOf(tx: PoolClient, planId: string, year: number): Promise<DeskOffer[] | undefined> {
  const { rows: plans } = await tx.query<{ code: string; isOver: boolean }>(
    'select p.commune_code as code, $2 < extract(year from directory.today()) as "isOver" from plans.plan p where p.id = $1',
    [planId, year],
  );
  const [plan] = plans;
  if (!plan) return undefined;
  if (!plan.isOver) return [];
  const { rows } = await tx.query<Counted>(
    `select need, people::int, women::int, men::int
     from observatory.commune_needs($1, directory.moment_of(make_date($2, 1, 1)), directory.moment_of(make_date($2 + 1, 1, 1)))
     order by people desc, need`,
    [plan.code, year],
  );
  const shown = suppress(
    rows.map(({ need, people }) => ({ value: need, count: people })),
    threshold,
  );
  return rows.map(({ need, people, women, men }, place) => {
    const count = shown[place]?.count ?? null;
    const whole = { value: need, count: people };
    const parts = [
      { value: 'women', count: women },
      { value: 'men', count: men },
    ];
    // Of a whole that is hidden its parts are hidden too.
    const [, ofWomen, ofMen] = count === null ? [] : suppressParts(whole, parts, threshold);
    return { need, year, count, women: ofWomen?.count ?? null, men: ofMen?.count ?? null };
  });
}
