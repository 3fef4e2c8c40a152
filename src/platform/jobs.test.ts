import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { buildActor } from '../testing/builders.ts';
import { buildReferral, command, mustRun, testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { jobWork, rounds } from '../work.ts';
import { withActor, withActorWriting } from './database/actor.ts';
import { inTransaction, inTransactionWriting } from './database/transaction.ts';
import { enqueue, runDueJobs, startJobs } from './jobs.ts';

const db = useDatabase();
const nothingFails = (error: unknown): never => {
  throw error;
};
const queued = async (): Promise<unknown[]> =>
  (await db().app.query('select name, data, attempts, due_at > now() as waits from platform.job order by id')).rows;
const note = (word: string) => enqueue([{ name: 'note', data: { word } }]);
const put = (...words: string[]) => inTransactionWriting(db().app, async () => ({ result: undefined, writes: words.flatMap(note) }));

afterEach(async () => {
  await db().app.query('delete from platform.job');
});

async function sent() {
  const agent = await buildActor(db(), 'agent');
  const partner = await buildActor(db(), 'partner');
  const ids = await buildReferral(testRunner(db()), agent, partner.organizationId);
  const notices = () =>
    withActor(db().app, partner, async (tx) => (await tx.query('select kind, subject_id as "subjectId" from platform.notice')).rows);
  return { agent, partner, ids, notices };
}

it('the partner is told of a referral, once, by the worker that runs beside the server', async () => {
  const { ids, notices } = await sent();
  const errors: unknown[] = [];
  const jobs = startJobs(db().app, jobWork, rounds, (e) => errors.push(e));
  try {
    await expect.poll(notices, { timeout: 15_000, interval: 50 }).toEqual([{ kind: 'referral_received', subjectId: ids.referralId }]);
  } finally {
    await jobs.stop();
  }
  expect(errors).toEqual([]);
  expect(await queued()).toEqual([]);
});

it('a job of a change that was rolled back never existed', async () => {
  const agent = await buildActor(db(), 'agent');
  const failing = { text: 'insert into desk.visit (id) values ($1)', values: [randomUUID()] };
  await expect(
    withActorWriting(db().app, agent, async () => ({ result: undefined, writes: [...note('lost'), failing] })),
  ).rejects.toThrow();
  expect(await queued()).toEqual([]);
});

it('a refused command queues nothing', async () => {
  const { agent, ids } = await sent();
  await db().app.query('delete from platform.job');
  const again = { referralId: ids.referralId, caseId: ids.caseId, consentId: ids.consentId, priority: 'normal', reason: 'Encore' };
  expect(await testRunner(db()).run(agent, command('referrals.send', again))).toMatchObject({ code: 'already_exists' });
  expect(await queued()).toEqual([]);
});

it('jobs due together are done together', async () => {
  await put('one', 'two', 'three');
  const batches: string[][] = [];
  const work = { note: async (batch: Record<string, string>[]) => void batches.push(batch.map((j) => j['word'] ?? '')) };
  expect(await runDueJobs(db().app, work, nothingFails)).toBe(3);
  expect(batches).toEqual([['one', 'two', 'three']]);
  expect(await queued()).toEqual([]);
});

it('a job that fails holds back no other and is tried again later', async () => {
  await put('good', 'bad', 'better');
  const done: string[] = [];
  const errors: unknown[] = [];
  const work = {
    async note(batch: Record<string, string>[]) {
      if (batch.some((j) => j['word'] === 'bad')) throw new Error('no such word');
      done.push(...batch.map((j) => j['word'] ?? ''));
    },
  };
  await runDueJobs(db().app, work, (e) => errors.push(e));
  expect(done).toEqual(['good', 'better']);
  expect(errors).toEqual([new Error('no such word')]);
  expect(await queued()).toEqual([{ name: 'note', data: { word: 'bad' }, attempts: 1, waits: true }]);
});

it('what a failing job wrote is undone with it', async () => {
  const { ids, notices } = await sent();
  const work = {
    async tell_about_referral(...parameters: Parameters<(typeof jobWork)['tell_about_referral'] & {}>) {
      await jobWork['tell_about_referral']?.(...parameters);
      throw new Error('too late');
    },
  };
  await runDueJobs(db().app, work, () => undefined);
  expect(await notices()).toEqual([]);
  expect(await queued()).toMatchObject([{ data: { referral: ids.referralId }, attempts: 1 }]);
});

it('a job nobody knows is kept and said', async () => {
  await put('orphan');
  const errors: unknown[] = [];
  await runDueJobs(db().app, {}, (e) => errors.push(e));
  expect(errors).toEqual([new Error('no work is known under the name note')]);
  expect(await queued()).toHaveLength(1);
});

it('two workers never do the same job', async () => {
  await put(...Array.from({ length: 40 }, (_, i) => `${i}`));
  const done: string[] = [];
  const work = { note: async (batch: Record<string, string>[]) => void done.push(...batch.map((j) => j['word'] ?? '')) };
  await Promise.all(Array.from({ length: 8 }, () => runDueJobs(db().app, work, nothingFails, 5)));
  expect(done.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 40 }, (_, i) => `${i}`));
});

it('both ends are told once when a referral is not answered in time, and not when it is', async () => {
  const late = await sent();
  const answered = await sent();
  await mustRun(testRunner(db()), answered.partner, 'referrals.accept', { referralId: answered.ids.referralId });
  await db().asOwner(async (owner) => {
    await owner.query('alter table referrals.referral no force row level security');
    await owner.query(`update referrals.referral set answer_due_at = now() - interval '1 minute'`);
    await owner.query('alter table referrals.referral force row level security');
  });
  for (let i = 0; i < 2; i++) for (const round of rounds) await inTransaction(db().app, round);
  expect(await late.notices()).toEqual([{ kind: 'referral_overdue', subjectId: late.ids.referralId }]);
  const own = await withActor(db().app, late.agent, async (tx) => (await tx.query('select kind from platform.notice')).rows);
  expect(own).toEqual([{ kind: 'referral_overdue' }]);
  expect(await answered.notices()).toEqual([]);
});

it('whoever acts for a person sees no job and takes none', async () => {
  const agent = await buildActor(db(), 'agent');
  await put('private');
  await withActor(db().app, agent, async (tx) => {
    expect((await tx.query('select from platform.job')).rowCount).toBe(0);
    expect((await tx.query('delete from platform.job')).rowCount).toBe(0);
  });
  expect(await queued()).toHaveLength(1);
});
