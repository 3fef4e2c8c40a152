import { expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';
import { StartupError } from '../config.ts';
import { createBoss, followUps } from './boss.ts';
import { installJobs } from './install.ts';

const db = useDatabase();
const version = async (set?: number) =>
  db().asOwner(async (owner) => {
    const { rows } = await owner.query<{ version: number }>('select version from pgboss.version');
    if (set !== undefined) await owner.query('update pgboss.version set version = $1', [set]);
    return rows[0]?.version;
  });

it('the application owns nothing of the queue and can make nothing in it', async () => {
  const { rows } = await db().app.query(`select has_schema_privilege('pgboss', 'create') as creates,
    exists (select from pg_class c where c.relnamespace = 'pgboss'::regnamespace and pg_get_userbyid(c.relowner) <> 'istiqbal_owner') as owns`);
  expect(rows).toEqual([{ creates: false, owns: false }]);
});

it('with those rights it takes care of the queue: jobs of dead processes come back, those kept long enough go', async () => {
  await db().asOwner((owner) =>
    owner.query(`insert into pgboss.job_common (name, state, started_on, completed_on, expire_seconds, deletion_seconds) values
      ('${followUps}', 'active', now() - interval '1 hour', null, 120, 60), ('${followUps}', 'completed', now(), now() - interval '1 hour', 120, 60)`),
  );
  const failures: unknown[] = [];
  const boss = createBoss(db().app, (error) => failures.push(error));
  await boss.start();
  await boss.supervise();
  await boss.stop();
  expect(failures).toEqual([]);
  expect((await db().app.query('select state from pgboss.job')).rows).toEqual([{ state: 'retry' }]);
});

it.each([
  ['newer', 1000, /newer than this version.*Install the newer version/],
  ['too old to be brought along', 1, /could not be brought to this version/],
])('a queue that is %s is refused in one line', async (_what, other, message) => {
  const own = await version(other);
  try {
    const refusal = await db().asOwner((owner) => installJobs(owner).catch((error) => error));
    expect(refusal).toBeInstanceOf(StartupError);
    expect(refusal.message).toMatch(message);
    expect(refusal.message.split('\n')).toHaveLength(1);
  } finally {
    await version(own);
  }
  await db().asOwner(installJobs);
});
