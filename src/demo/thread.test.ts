import { expect, it } from 'vitest';
import { listActions, listRecommendations } from '../coordination/store.ts';
import { type Actor, withActor } from '../platform/database/actor.ts';
import { roles } from '../platform/database/member-roles.ts';
import { buildActor } from '../testing/builders.ts';
import { testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { seedDemoThread } from './thread.ts';

const db = useDatabase();

it('the demonstration leads from what was said to a joint action that is late, and breaks no rule on the way', async () => {
  const actors: Actor[] = [];
  for (const role of roles) actors.push(await buildActor(db(), role));
  await seedDemoThread(testRunner(db()), actors, new Date());
  const [coordinator] = actors.filter((a) => a.role === 'coordinator');
  if (!coordinator) throw new Error('nobody coordinates');
  const [recommendations, actions] = await withActor(db().app, coordinator, async (tx) => [
    await listRecommendations(tx, 'fr'),
    await listActions(tx, 'fr'),
  ]);
  expect(recommendations).toMatchObject([{ status: 'adopted', findings: 2, endorsements: 1, actions: 1 }]);
  expect(actions).toMatchObject([{ status: 'under_way', partners: 2, signals: ['late'] }]);
  expect(actions[0]?.progress).toBeCloseTo(1 / 6);
});
