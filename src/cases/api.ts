import { Hono } from 'hono';
import type { PoolClient } from 'pg';
import { deskRoles } from '../platform/database/actor.ts';
import type { AppContext } from '../platform/http/context.ts';
import { type ActorEnv, answerRead, idFrom, notFound } from '../platform/http/reading.ts';
import { journalRead, listReaders } from '../platform/journal.ts';
import { findCaseFile, listCases } from './store.ts';

/** Referrals stand on cases, so what a case's referrals are is told from outside. */
type ListReferrals = (tx: PoolClient, caseId: string, language: string) => Promise<unknown[]>;

export function caseRoutes(context: AppContext, listReferrals: ListReferrals): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/cases', (c) =>
    answerRead(context, c, deskRoles, async (tx, _actor, language) => ({ cases: await listCases(tx, language) })),
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
