import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { fold } from '../search/folding.ts';

/** What a query is kept as: folded, and only when it cannot be about someone in particular. */
export function keepableQuery(typed: string): string | undefined {
  // Six digits in a row of any sort of writing are a telephone, an identity card or a file number; an @ is an address.
  if (typed.includes('@') || typed.replace(/[\s./-]/g, '').match(/\p{Nd}{6}/u)) return undefined;
  const folded = fold(typed).slice(0, 100).trim();
  return folded.length >= 2 && folded.split(' ').length <= 8 ? folded : undefined;
}

/** Programs that read all pages ask for what no person does. */
const isProgram = (agent: string | undefined): boolean =>
  agent === undefined ||
  agent.length < 15 ||
  /bot|crawl|spider|slurp|curl|wget|python|java\/|headless|lighthouse|preview|monitor|scan/i.test(agent);

const mostRemembered = 30;
const mark = (query: string, language: string): string =>
  createHash('sha256').update(`${language} ${query}`).digest('base64url').slice(0, 6);

export interface Asked {
  q: string;
  language: string;
  agent: string | undefined;
  /** What this visit's cookie holds. */
  cookie: string | undefined;
}
/** Counts a search that found nothing, once per visit; gives the cookie's new value, `undefined` when nothing was counted. */
export async function countUnanswered(pool: Pool, { q, language, agent, cookie }: Asked): Promise<string | undefined> {
  const query = keepableQuery(q);
  if (!query || isProgram(agent)) return undefined;
  const counted = (cookie ?? '').split('.').filter((part) => /^[A-Za-z0-9_-]{6}$/.test(part));
  const own = mark(query, language);
  if (counted.includes(own)) return undefined;
  await pool.query('select directory.count_unanswered($1, $2)', [query, language]);
  return [...counted, own].slice(-mostRemembered).join('.');
}
