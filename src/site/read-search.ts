import { type Asked, searchQuerySchema } from '../directory/index.ts';
import type { Shelf } from './shelf.ts';

/** What an address asks for, or the names of its members that cannot be understood. */
export function readSearch(shelf: Shelf, query: Record<string, string>): { asked: Asked } | { wrong: string[] } {
  const parsed = searchQuerySchema.safeParse(query);
  if (!parsed.success) return { wrong: [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))] };
  const asked = parsed.data;
  const wrong = [
    ...(asked.audience && !shelf.audiences.some((term) => term.code === asked.audience) ? ['audience'] : []),
    ...(asked.category && !shelf.needs.some((term) => term.code === asked.category) ? ['category'] : []),
    ...(asked.commune && !shelf.communeCodes.has(asked.commune) ? ['commune'] : []),
  ];
  return wrong.length > 0 ? { wrong } : { asked };
}
