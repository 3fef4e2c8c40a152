import type { Pool } from 'pg';
import { repeat } from '../../platform/repeat.ts';
import { lookAtLink, type LookOptions } from './look-at-link.ts';

const taken = 200;
const hostsAtOnce = 8;
/** Between one in the morning and five, by the region's clock. */
const night = `select extract(hour from now() at time zone coalesce((select timezone from directory.calendar), 'UTC')) between 1 and 4 as night`;
const pause = 60_000;

/** Looks at the addresses that are due, those of one host one after the other; returns how many. */
export async function checkLinks(pool: Pool, options: Partial<LookOptions> = {}): Promise<number> {
  const { rows } = await pool.query<{ url: string }>('select url from directory.take_links($1)', [taken]);
  const hosts = Object.values(Object.groupBy(rows, ({ url }) => (URL.canParse(url) ? new URL(url).host : '')));
  const worker = async (): Promise<void> => {
    for (let links = hosts.pop(); links; links = hosts.pop()) {
      for (const { url } of links) {
        const { state, movedTo } = await lookAtLink(url, options);
        await pool.query('select directory.settle_link($1, $2, $3)', [url, state, movedTo]);
      }
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, worker));
  return rows.length;
}

/** Looks at each address once a night until stopped. */
export const startLinkChecks = (pool: Pool, onError: (error: unknown) => void): { stop(): Promise<void> } =>
  repeat(
    pause,
    async () => {
      const isNight = async () => (await pool.query<{ night: boolean }>(night)).rows[0]?.night ?? false;
      while ((await isNight()) && (await checkLinks(pool)) > 0);
    },
    onError,
  );
