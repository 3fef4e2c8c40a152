import type { Pool } from 'pg';
import { type Asked, filterNames, searchServices, type WiderSearch, wishOf } from '../directory/index.ts';

/** For a search that found nothing: what finds something once one filter, or all of them, are lifted; the nearest first. */
export async function findWider(pool: Pool, asked: Asked, language: string): Promise<WiderSearch[]> {
  const set = filterNames.filter((name) => asked[name] !== undefined);
  const single = set.map((lifted) => ({ lifted, asked: { ...asked, [lifted]: undefined, page: 1 } }));
  // With one filter on words, lifting it is lifting them all; without words, that is the whole directory, offered anyway.
  const lifts = [
    ...(set.length > 1 ? single : []),
    ...(asked.q && set.length > 0 ? [{ lifted: 'all' as const, asked: { q: asked.q, page: 1 } }] : []),
  ];
  const tried = await Promise.all(
    lifts.map(async (lift) => ({
      ...lift,
      total: (await searchServices(pool, { ...wishOf(lift.asked), language, perPage: 1 })).total,
    })),
  );
  return tried.filter(({ total }) => total > 0).sort((a, b) => a.total - b.total);
}
