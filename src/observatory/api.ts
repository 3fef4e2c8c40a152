import { Hono } from 'hono';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { AppContext } from '../platform/http/context.ts';
import { problem } from '../platform/http/problem.ts';
import { type ActorEnv, answerRead } from '../platform/http/reading.ts';
import { type Published, suppress } from './suppression.ts';

/** Below this many people a figure is not shown (DOMAIN: "a threshold such as 5 or 10"). */
const threshold = 5;
const periodSchema = z
  .object({ since: z.iso.date(), until: z.iso.date() })
  .refine((p) => p.since < p.until && Date.parse(p.until) - Date.parse(p.since) <= 3700 * 86_400_000);

type Counts = 'visit_counts' | 'referral_counts';

async function readTotals(
  tx: PoolClient,
  counts: Counts,
  since: string,
  until: string,
  language: string,
): Promise<Record<string, Published[]>> {
  const { rows } = await tx.query<{ dimension: string; value: string; label: string | null; count: number }>(
    `select c.dimension, coalesce(directory.name_in($3, o.id, o.name), c.value) as value, c.count from observatory.${counts}($1, $2) c
     left join directory.organization o on c.dimension = 'organization' and o.id::text = c.value order by c.dimension, c.count desc, 2`,
    [since, until, language],
  );
  const byDimension = Object.groupBy(rows, (r) => r.dimension);
  return Object.fromEntries(Object.entries(byDimension).map(([dimension, counted = []]) => [dimension, suppress(counted, threshold)]));
}

export function observatoryRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/observatory/totals', (c) => {
    const period = periodSchema.safeParse({ since: c.req.query('since'), until: c.req.query('until') });
    if (!period.success)
      return problem(
        400,
        'invalid_period',
        'Give since and until as dates (YYYY-MM-DD), the first before the second, ten years apart at most.',
      );
    const { since, until } = period.data;
    return answerRead(context, c, ['coordinator'], async (tx, _actor, language) => ({
      visits: await readTotals(tx, 'visit_counts', since, until, language),
      referrals: await readTotals(tx, 'referral_counts', since, until, language),
      threshold,
    }));
  });
  return app;
}
