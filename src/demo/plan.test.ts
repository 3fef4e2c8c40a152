import { beforeAll, expect, it } from 'vitest';
import { checklist } from '../plans/checklist.ts';
import { readPublicPlan } from '../plans/public.ts';
import { viewPlan } from '../plans/store.ts';
import { withActor } from '../platform/database/actor.ts';
import { loadRegion } from '../region.ts';
import { buildActor } from '../testing/builders.ts';
import { testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { seedDemoPlan } from './plan.ts';

const db = useDatabase();
beforeAll(async () => {
  await db().asOwner((owner) => loadRegion(owner));
});

it('the demonstration shows a plan that runs: ranked, costed, measured, heard, judged twice, public, and says that it is invented', async () => {
  const officer = await buildActor(db(), 'plan_officer');
  const planId = await seedDemoPlan(testRunner(db()), officer, new Date());
  const view = await withActor(db().app, officer, (tx) => viewPlan(tx, planId));
  expect(view?.plan).toMatchObject({ stage: 'running', title: { fr: expect.stringContaining('démonstration') } });
  expect(view?.plan.needs.map((n) => n.rank)).toEqual([1, 2, 3]);
  expect(view?.plan.projects.map((p) => p.credit?.holder?.fr ?? null)).toEqual([null, null, 'ACODEC']);
  expect(view?.versions).toHaveLength(8);
  expect(view && checklist(view.plan).flatMap((c) => (c.holds === 'no' ? [c.key] : []))).toEqual(['figures']);
  const published = await readPublicPlan(db().app, planId);
  expect(published?.plan.evaluations.map((e) => e.year)).toEqual([2023, 2024]);
});
