import { expect, it } from 'vitest';
import { listMeetingsAndBodies } from '../coordination/meetings/store.ts';
import { type Actor, withActor } from '../platform/database/actor.ts';
import { roles } from '../platform/database/member-roles.ts';
import { buildActor } from '../testing/builders.ts';
import { testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { seedDemoMeetings } from './meetings.ts';

const db = useDatabase();

it('the demonstration calls a meeting of a committee that some have answered to, and breaks no rule on the way', async () => {
  const actors: Actor[] = [];
  for (const role of roles) actors.push(await buildActor(db(), role));
  await seedDemoMeetings(testRunner(db()), actors, new Date());
  const as = (role: string) => {
    const actor = actors.find((each) => each.role === role);
    if (!actor) throw new Error(`no ${role}`);
    return withActor(db().app, actor, (tx) => listMeetingsAndBodies(tx, 'fr'));
  };
  expect(await as('partner')).toMatchObject({ bodies: [{ meetings: 1 }], meetings: [{ status: 'called', answer: 'accepted' }] });
  expect(await as('cell_manager')).toMatchObject({ meetings: [{ body: { number: 1 }, answer: 'asked' }] });
});
