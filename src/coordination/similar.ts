import type { PoolClient } from 'pg';
import type { FindingRow, SimilarAsked, Told } from './contract.ts';
import { likeness } from './likeness.ts';
import { type Language, listFindings } from './store.ts';

/** From here on two titles read as the same thing said twice: words that differ in an ending, or in their order. */
const alike = 0.3;
const most = 4;
/** Compared at most, the newest: the database's own trigrams know no Arabic letter here, so words are compared beside it. */
const compared = 1000;

/** Findings that say nearly the same, of that kind or of a theme in common, the nearest first; words are compared within each language. */
export async function listSimilar(tx: PoolClient, { title, kind, themes, but }: SimilarAsked, language: Language): Promise<FindingRow[]> {
  const { rows } = await tx.query<{ id: string; title: Told }>(
    `select f.id, f.title from coordination.finding f
     where f.status = 'shared' and f.id is distinct from $3 and (f.kind = $1 or f.themes && $2) order by f.created_at desc limit ${compared}`,
    [kind ?? null, themes, but ?? null],
  );
  const nearest = rows
    .map((row) => ({
      id: row.id,
      near: Math.max(...(['fr', 'ar', 'en', 'es'] as const).map((code) => likeness(title[code] ?? '', row.title[code] ?? ''))),
    }))
    .filter(({ near }) => near >= alike)
    .sort((a, b) => b.near - a.near)
    .slice(0, most);
  if (nearest.length === 0) return [];
  const found = await listFindings(
    tx,
    language,
    nearest.map(({ id }) => id),
  );
  return nearest.flatMap(({ id }) => found.filter((row) => row.id === id));
}
