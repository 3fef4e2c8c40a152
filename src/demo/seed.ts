import type { Access } from '../access/index.ts';
import type { CommandRunner } from '../platform/commands/run.ts';
import type { Actor } from '../platform/database/actor.ts';
import type { Databases } from '../platform/database/open.ts';
import { loadRegion } from '../region.ts';
import {
  demoAccounts,
  demoPassword,
  seedDemoActivity,
  seedDemoCare,
  seedDemoCoordination,
  seedDemoDesk,
  seedDemoMeetings,
  seedDemoPartners,
  seedDemoPlan,
  seedDemoThread,
} from './index.ts';

/** Fills an empty database with the real region and an invented daily life; `undefined` when it holds anything already. */
export async function seedIfEmpty(
  databases: Databases,
  access: Access,
  runner: CommandRunner,
): Promise<{ services: number; territories: number } | undefined> {
  const count = async (table: string): Promise<number> => (await databases.app.query(`select count(*) as n from ${table}`)).rows[0]?.n ?? 0;
  if ((await count('directory.organization')) > 0) return undefined;
  await databases.asOwner(async (owner) => {
    await loadRegion(owner);
    await seedDemoPartners(owner);
    await seedDemoCoordination(owner);
  });
  const actors: Actor[] = [];
  for (const { email, name, role, organizationId } of demoAccounts) {
    const { userId } = await access.createUser({ email, name, password: demoPassword, language: 'fr' });
    await access.addMembership({ userId, organizationId, role });
    actors.push({ userId, organizationId, role });
  }
  await seedDemoActivity(
    runner,
    actors.filter((a) => a.role === 'agent'),
    actors.filter((a) => a.role === 'partner'),
    new Date(),
  );
  await seedDemoDesk(
    runner,
    actors.filter((a) => a.role === 'agent' && a.organizationId === actors[0]?.organizationId),
    new Date(),
  );
  await seedDemoThread(runner, actors, new Date());
  await seedDemoMeetings(runner, actors, new Date());
  for (const officer of actors.filter((a) => a.role === 'plan_officer')) await seedDemoPlan(runner, officer, new Date());
  const partners = actors.filter((a) => a.role === 'partner');
  await databases.asOwner((owner) => seedDemoCare(owner, runner, partners, new Date()));
  return { services: await count('directory.service'), territories: await count('territory.territory') };
}
