import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { type Actor, withActor } from '../platform/database/actor.ts';
import { buildActor } from '../testing/builders.ts';
import { useDatabase } from '../testing/database.ts';
import { readPublicThread } from './public.ts';
import { listActions } from './store.ts';

const db = useDatabase();
let reader: Actor;
beforeAll(async () => {
  reader = await buildActor(db(), 'coordinator');
}, 60_000);

/** Days from today of the end of the whole, of an open step and of a step that ended; null: none was said. */
const days = [-40, -1, 0, 1, 40, null] as const;
const cases = days.flatMap((ends) => days.flatMap((open) => [-40, null].map((over) => ({ ends, open, over, status: 'under_way' }))));

it('what the workspace calls late or silent, the public page calls so too, on every day and in every state', async () => {
  const states = ['proposed', 'done', 'abandoned'].map((status) => ({ ends: -1, open: -1, over: null, status }));
  for (const { ends, open, over, status } of [...cases, ...states]) {
    const id = randomUUID();
    await db().asOwner(async (owner) => {
      await owner.query(
        `insert into coordination.action (id, title, themes, status, ends_on, moved_at) values ($1, '{"fr": "Action"}', '{cells}', $2, directory.today() + $3::int,
           now() - case when $3::int = 40 then interval '90 days' else interval '1 day' end)`,
        [id, status, ends],
      );
      const step = `insert into coordination.step (id, action_id, position, title, due_on, ending, ended_on)
        values (gen_random_uuid(), $1, 1, '{"fr": "Étape"}', directory.today() + $2::int, $3, case when $3::text is not null then directory.today() end)`;
      if (open !== null) await owner.query(step, [id, open, null]);
      if (over !== null) await owner.query(step, [id, over, 'done']);
      await owner.query(`insert into coordination.publication (subject_kind, subject_id) values ('action', $1)`, [id]);
    });
  }
  const inside = await withActor(db().app, reader, (tx) => listActions(tx, 'fr'));
  const outside = new Map((await readPublicThread(db().app, 'fr')).actions.map((action) => [action.id, action.signals]));
  const isLate = inside.filter((action) => action.signals.includes('late'));
  expect(isLate.length).toBeGreaterThan(10);
  expect(isLate.length).toBeLessThan(inside.length);
  for (const action of inside) expect(outside.get(action.id)?.toSorted(), JSON.stringify(action)).toEqual(action.signals.toSorted());
}, 60_000);
