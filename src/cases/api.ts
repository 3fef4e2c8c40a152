import { Hono } from 'hono';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import { deskRoles } from '../platform/database/actor.ts';
import type { AppContext } from '../platform/http/context.ts';
import { problem } from '../platform/http/problem.ts';
import { type ActorEnv, answerRead, idFrom, notFound } from '../platform/http/reading.ts';
import { journalRead, listReaders } from '../platform/journal.ts';
import { findCaseFile } from './file.ts';
import { listCasesOf, listClosedCases, listColleagues, listDelays, listOpenCases, worklists } from './store.ts';

/** Referrals stand on cases, so what a case's referrals are is told from outside. */
type ListReferrals = (tx: PoolClient, caseId: string, language: string) => Promise<unknown[]>;
const listSchema = z.enum([...worklists, 'closed']).default('mine');

export function caseRoutes(context: AppContext, listReferrals: ListReferrals): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/cases', (c) => {
    const list = listSchema.safeParse(c.req.query('list'));
    if (!list.success) return problem(400, 'invalid_list', 'Ask for mine, unassigned, all or closed.');
    return answerRead(context, c, deskRoles, async (tx, _actor, language) => ({
      cases: await (list.data === 'closed' ? listClosedCases(tx, language) : listOpenCases(tx, list.data, language)),
    }));
  });
  app.get('/api/cases/colleagues', (c) => answerRead(context, c, deskRoles, async (tx) => ({ colleagues: await listColleagues(tx) })));
  app.get('/api/cases/of/:id', (c) => {
    const id = idFrom(c);
    if (!id) return notFound();
    return answerRead(context, c, deskRoles, async (tx, _actor, language) => ({ cases: await listCasesOf(tx, id, language) }));
  });
  app.get('/api/cases/delays', (c) =>
    answerRead(context, c, deskRoles, async (tx, _actor, language) => ({
      delays: (await listDelays(tx)).map(({ sourceAr, ...d }) => ({ ...d, source: (language === 'ar' && sourceAr) || d.source })),
    })),
  );
  app.get('/api/cases/:id', (c) => {
    const id = idFrom(c);
    if (!id) return notFound();
    return answerRead(context, c, deskRoles, async (tx, actor, language) => {
      const file = await findCaseFile(tx, id, language);
      if (!file) return undefined;
      await journalRead(tx, actor, 'case', id);
      return { ...file, referrals: await listReferrals(tx, id, language), readers: await listReaders(tx, id) };
    });
  });
  return app;
}
