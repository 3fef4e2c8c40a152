import { Hono } from 'hono';
import { z } from 'zod';
import type { FilesContext } from '../platform/files/context.ts';
import { problem } from '../platform/http/problem.ts';
import { type ActorEnv, answerRead } from '../platform/http/reading.ts';
import type { NeedYear } from '../coordination/contract.ts';
import { senderRoles } from '../platform/database/member-roles.ts';
import { monthRoutes } from './month/api.ts';
import { readReferrals, readVisits, threshold } from './totals.ts';
import { readNeedYears } from './years.ts';

const periodSchema = z
  .object({ since: z.iso.date(), until: z.iso.date() })
  .refine((p) => p.since < p.until && Date.parse(p.until) - Date.parse(p.since) <= 3700 * 86_400_000);

export function observatoryRoutes(context: FilesContext): Hono<ActorEnv> {
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
      visits: await readVisits(tx, since, until, language),
      referrals: await readReferrals(tx, since, until),
      threshold,
    }));
  });
  app.get('/api/observatory/needs/:need', (c) =>
    answerRead(context, c, senderRoles, async (tx): Promise<NeedYear[]> => readNeedYears(tx, c.req.param('need'))),
  );
  app.route('/', monthRoutes(context));
  return app;
}
