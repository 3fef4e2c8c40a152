import { expect, it } from 'vitest';
import { handlers } from '../handlers.ts';
import { buildActor } from '../testing/builders.ts';
import { buildReferral } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { jobWork } from '../work.ts';
import { createCommandRunner } from './commands/run.ts';
import { withActor } from './database/actor.ts';
import { startJobs } from './jobs.ts';

const db = useDatabase();

it('the partner is told of a referral once it is committed, and never of one rolled back', async () => {
  const errors: Error[] = [];
  const jobs = await startJobs(db(), jobWork, (e) => errors.push(e));
  try {
    const agent = await buildActor(db(), 'agent');
    const partner = await buildActor(db(), 'partner');
    await expect(
      withActor(db().app, agent, async (tx) => {
        await jobs.enqueue(tx, [{ name: 'tell_about_referral', data: { referral: agent.userId, kind: 'referral_received' } }]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    const { rows: queued } = await db().app.query('select from pgboss.job');
    expect(queued).toHaveLength(0);

    await buildReferral(createCommandRunner(db().app, jobs, handlers), agent, partner.organizationId);
    await expect
      .poll(() => withActor(db().app, partner, async (tx) => (await tx.query('select kind from platform.notice')).rows), {
        timeout: 15_000,
        interval: 200,
      })
      .toEqual([{ kind: 'referral_received' }]);
    expect(errors).toEqual([]);
  } finally {
    await jobs.stop();
  }
});
