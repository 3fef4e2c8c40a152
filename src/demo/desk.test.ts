import { expect, it } from 'vitest';
import { listOpenCases } from '../cases/store.ts';
import { withActor } from '../platform/database/actor.ts';
import { buildActor } from '../testing/builders.ts';
import { testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { seedDemoDesk } from './desk.ts';

const db = useDatabase();

it('the demonstration breaks no rule of the desk and leaves its agents work of every kind', async () => {
  const agent = await buildActor(db(), 'agent');
  const second = await buildActor(db(), 'agent', agent.organizationId);
  await seedDemoDesk(testRunner(db()), [agent, second], new Date());
  const [all, unassigned] = await withActor(db().app, agent, async (tx) => [
    await listOpenCases(tx, 'all', 'fr'),
    await listOpenCases(tx, 'unassigned', 'fr'),
  ]);
  expect([...new Set(all.map((c) => c.status))].sort()).toEqual(['in_progress', 'open', 'waiting_person', 'waiting_third_party']);
  expect(unassigned).toHaveLength(1);
  expect(all[0]?.priority).toBe('emergency');
});
