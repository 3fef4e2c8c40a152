import type { Pool } from 'pg';
import { lookAtLink, type LookOptions } from './look-at-link.ts';

const taken = 200;
const hostsAtOnce = 8;

/** Looks at the addresses that are due, those of one host one after the other; returns how many. */
export async function checkLinks(pool: Pool, options: Partial<LookOptions> = {}, signal?: AbortSignal): Promise<number> {
  const { rows } = await pool.query<{ url: string }>('select url from directory.take_links($1)', [taken]);
  const hosts = Object.values(Object.groupBy(rows, ({ url }) => (URL.canParse(url) ? new URL(url).host : '')));
  const worker = async (): Promise<void> => {
    for (let links = hosts.pop(); links; links = hosts.pop()) {
      for (const { url } of links) {
        if (signal?.aborted) return;
        const { state, movedTo } = await lookAtLink(url, options);
        await pool.query('select directory.settle_link($1, $2, $3)', [url, state, movedTo]);
      }
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, worker));
  return rows.length;
}
