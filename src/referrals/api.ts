import { Hono } from 'hono';
import { z } from 'zod';
import { deskRoles } from '../platform/database/actor.ts';
import type { AppContext } from '../platform/http/context.ts';
import { problem } from '../platform/http/problem.ts';
import { type ActorEnv, answerRead } from '../platform/http/reading.ts';
import { journalRead } from '../platform/journal.ts';
import { listReceivers, listReferrals } from './store.ts';

const answerers = ['agent', 'cell_manager', 'partner'] as const;

export function referralRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/referrals', (c) => {
    const box = z.enum(['inbox', 'sent']).safeParse(c.req.query('box') ?? 'inbox');
    if (!box.success) return problem(400, 'invalid_box', 'The box is inbox or sent.');
    return answerRead(context, c, answerers, async (tx, actor, language) => {
      const referrals = await listReferrals(tx, box.data, actor.organizationId, language);
      // What a referral carries is part of a personal file: its reading leaves a trace too.
      if (box.data === 'inbox') for (const r of referrals) await journalRead(tx, actor, 'referral', r.id);
      return { referrals };
    });
  });
  app.get('/api/referrals/receivers', (c) =>
    answerRead(context, c, deskRoles, async (tx, actor, language) => ({
      organizations: await listReceivers(tx, actor.organizationId, language),
    })),
  );
  return app;
}
