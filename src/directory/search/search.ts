import { availableParallelism } from 'node:os';
import type { Pool } from 'pg';
import { skeleton, spelling } from './folding.ts';
import { contentWords } from './language.ts';
import { limit } from './limit.ts';

export interface SearchRequest {
  q?: string | undefined;
  audience?: string | undefined;
  /** Code of a need. */
  category?: string | undefined;
  /** Code of a commune, a province or the region. */
  commune?: string | undefined;
  /** The reader's language: names and descriptions come in it when they exist in it. */
  language: string;
  /** From 1. */
  page?: number | undefined;
  perPage?: number | undefined;
}
export interface SearchItem {
  id: string;
  name: string;
  /** Null when the text is as its source wrote it, in whatever language that is. */
  nameLanguage: string | null;
  description: string | null;
  descriptionLanguage: string | null;
  organizationId: string;
  organizationName: string;
  organizationLanguage: string | null;
  place: string | null;
  toBeConfirmed: boolean;
  checkedYear: number | null;
  alert: string | null;
  alertLanguage: string | null;
}
export interface SearchResult {
  items: SearchItem[];
  /** At most `resultCap`: past it the person is better served by narrowing than by counting. */
  total: number;
  /** The words searched instead, when some were unknown. */
  corrected?: string;
}

export const resultCap = 200;
export const longestQuery = 200;
const mostWords = 8;

const tag = (code: string): string => `'t:${code.replace(/[^a-z0-9_-]/gi, '')}'`;

function filterOf(request: SearchRequest): string | null {
  const parts: string[] = [];
  // A service open to everyone is open to this audience too.
  if (request.audience) parts.push(`(${tag(request.audience)}|${tag('everyone')})`);
  if (request.category) parts.push(tag(request.category));
  return parts.length > 0 ? parts.join('&') : null;
}

/** Searches that run at once: more would only wait for each other inside the database, and take every connection. */
const searching = limit(availableParallelism() + 1);

/** Finds active services by words of any indexed language, audience, need and place; best first, in a stable order. */
export async function searchServices(pool: Pool, request: SearchRequest): Promise<SearchResult> {
  const words = contentWords((request.q ?? '').slice(0, longestQuery)).slice(0, mostWords);
  const perPage = Math.min(Math.max(request.perPage ?? 20, 1), 100);
  const { rows } = await searching(() =>
    pool.query<{ items: SearchItem[]; total: number; corrected: string[] | null }>({
      name: 'directory-search',
      text: 'select items, total, corrected from directory.search($1, $2, $3, $4::tsquery, $5, $6, $7, $8)',
      values: [
        words,
        words.map((word) => skeleton(word) ?? null),
        words.map(spelling),
        filterOf(request),
        request.commune ?? null,
        request.language,
        (Math.max(request.page ?? 1, 1) - 1) * perPage,
        perPage,
      ],
    }),
  );
  const row = rows[0];
  return {
    items: row?.items ?? [],
    total: row?.total ?? 0,
    ...(row?.corrected ? { corrected: row.corrected.join(' ') } : {}),
  };
}
