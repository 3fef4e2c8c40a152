import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { schedule } from '../../schedule.ts';
import { buildActor } from '../../testing/builders.ts';
import { buildReferral, command, mustRun, testRunner } from '../../testing/commands.ts';
import { testVault } from '../../testing/files.ts';
import { useDatabase } from '../../testing/database.ts';
import { jobWork, tellAboutOverdueReferrals } from '../../work.ts';
import { withActor, withActorWriting } from '../database/actor.ts';
import { inTransaction, inTransactionWriting } from '../database/transaction.ts';
import { followUps } from './boss.ts';
import { countJobs } from './count.ts';
import { createEnqueue } from './enqueue.ts';
import type { JobWork } from './run-batch.ts';
import { type Scheduled, startJobs } from './start.ts';

const db = useDatabase();
const waitFor = { timeout: 20_000, interval: 50 };
const owned = (sql: string) => db().asOwner(async (owner) => (await owner.query(sql)).rows);
/** The jobs that follow changes, done ones left out. */
const queued = () =>
  owned(`select data -> 'name' as name, data -> 'data' as data, state, retry_count as retries, start_after > now() as waits
         from pgboss.job where name = '${followUps}' and state <> 'completed' order by created_on`);
const note = async (...words: string[]) => (await createEnqueue(db().app)())(words.map((word) => ({ name: 'note', data: { word } })));
const put = (...words: string[]) => inTransactionWriting(db().app, async () => ({ result: undefined, writes: await note(...words) }));
const wordsOf = (batch: Record<string, string>[]) => batch.map((job) => job.word ?? '');

const running: { stop(): Promise<void> }[] = [];
/** A worker like the one beside the server; returns what went wrong. */
async function startWorker(work: JobWork, due: Scheduled[] = []): Promise<unknown[]> {
  const errors: unknown[] = [];
  running.push(await startJobs(db().app, { work, schedule: due, timezone: 'Africa/Casablanca', onError: (error) => errors.push(error) }));
  return errors;
}
async function stopWorkers(): Promise<void> {
  await Promise.all(running.splice(0).map((worker) => worker.stop()));
}
/** Two processes that know this schedule from an earlier start, and are not kept waiting for the half minute between two looks at the clock. */
async function startTwice(due: Scheduled[]): Promise<unknown[][]> {
  await startWorker({}, due);
  await stopWorkers();
  await owned('update pgboss.version set cron_on = null');
  return [await startWorker({}, due), await startWorker({}, due)];
}
afterEach(async () => {
  await stopWorkers();
  await owned('delete from pgboss.job');
});

async function sent() {
  const agent = await buildActor(db(), 'agent');
  const partner = await buildActor(db(), 'partner');
  const ids = await buildReferral(testRunner(db()), agent, partner.organizationId);
  // What the file before it left to do is not what is tried here.
  await owned(`delete from pgboss.job where data ->> 'name' <> 'tell_about_referral'`);
  const notices = () =>
    withActor(db().app, partner, async (tx) => (await tx.query('select kind, subject_id as "subjectId" from platform.notice')).rows);
  return { agent, partner, ids, notices };
}

it('the partner is told of a referral, once, by the worker that runs beside the server', async () => {
  const { ids, notices } = await sent();
  const errors = await startWorker(jobWork);
  await expect.poll(queued, waitFor).toEqual([]);
  expect(await notices()).toEqual([{ kind: 'referral_received', subjectId: ids.referralId }]);
  expect(errors).toEqual([]);
});

it('a job done twice, because the process died before the queue knew, changes nothing the second time', async () => {
  const { ids, notices } = await sent();
  const [job] = await queued();
  for (let i = 0; i < 2; i++) await inTransaction(db().app, (tx) => jobWork.tell_about_referral?.([job.data], tx) ?? Promise.reject(job));
  expect(await notices()).toEqual([{ kind: 'referral_received', subjectId: ids.referralId }]);
});

it('a job of a change that was rolled back never existed', async () => {
  const agent = await buildActor(db(), 'agent');
  const failing = { text: 'insert into desk.visit (id) values ($1)', values: [randomUUID()] };
  await expect(
    withActorWriting(db().app, agent, async () => ({ result: undefined, writes: [...(await note('lost')), failing] })),
  ).rejects.toThrow();
  expect(await queued()).toEqual([]);
});

it('a refused command queues nothing', async () => {
  const { agent, ids } = await sent();
  await owned('delete from pgboss.job');
  const again = { referralId: ids.referralId, caseId: ids.caseId, consentId: ids.consentId, priority: 'normal', reason: 'Encore' };
  expect(await testRunner(db()).run(agent, command('referrals.send', again))).toMatchObject({ code: 'already_exists' });
  expect(await queued()).toEqual([]);
});

it('a job names things and says nothing of people', async () => {
  const { partner, ids } = await sent();
  await mustRun(testRunner(db()), partner, 'referrals.decline', { referralId: ids.referralId, reason: 'no_place', note: 'Mot inventé' });
  const jobs = await queued();
  expect(jobs).toHaveLength(2);
  for (const value of jobs.flatMap((job) => Object.values(job.data))) expect(value).toMatch(/^[a-z_]+$|^[0-9a-f-]{36}$/);
});

it('jobs due together are done together', async () => {
  await put('one', 'two', 'three');
  const batches: string[][] = [];
  await startWorker({ note: async (batch) => void batches.push(wordsOf(batch)) });
  await expect.poll(queued, waitFor).toEqual([]);
  expect(batches.map((words) => words.toSorted())).toEqual([['one', 'three', 'two']]);
});

it('a job that fails holds back no other and is tried again later', async () => {
  await put('good', 'bad', 'better');
  const done: string[] = [];
  const errors = await startWorker({
    async note(batch) {
      if (wordsOf(batch).includes('bad')) throw new Error('no such word');
      done.push(...wordsOf(batch));
    },
  });
  await expect.poll(queued, waitFor).toEqual([{ name: 'note', data: { word: 'bad' }, state: 'retry', retries: 0, waits: true }]);
  expect(done.toSorted()).toEqual(['better', 'good']);
  expect(errors).toEqual([new Error('no such word')]);
});

it('a job that fails five times, after ever longer pauses, is kept as failed with the kind of its error and nothing it said', async () => {
  await put('Testa Inventée');
  await startWorker({ note: () => Promise.reject(new TypeError('Testa Inventée')) });
  const pauses: number[] = [];
  for (let retry = 1; retry <= 4; retry++) {
    await expect.poll(queued, waitFor).toMatchObject([{ state: 'retry', retries: retry - 1 }]);
    const [job] = await owned(`select extract(epoch from start_after - now())::float as pause from pgboss.job where state = 'retry'`);
    pauses.push(Math.round(job.pause / 60));
    await owned(`update pgboss.job set start_after = now() where state = 'retry'`);
  }
  await expect.poll(queued, waitFor).toMatchObject([{ state: 'failed', retries: 4 }]);
  for (const [i, pause] of pauses.entries()) {
    expect(pause).toBeGreaterThanOrEqual(2 ** i - 1);
    expect(pause).toBeLessThanOrEqual(2 ** (i + 1));
  }
  expect(await owned(`select output from pgboss.job where state = 'failed'`)).toEqual([{ output: { error: 'TypeError' } }]);
  expect(await countJobs(db().app)).toMatchObject({ failed: 1 });
});

it('what a failing job wrote is undone with it', async () => {
  const { ids, notices } = await sent();
  await startWorker({
    async tell_about_referral(...parameters) {
      await jobWork.tell_about_referral?.(...parameters);
      throw new Error('too late');
    },
  });
  await expect.poll(queued, waitFor).toMatchObject([{ data: { referral: ids.referralId }, state: 'retry' }]);
  expect(await notices()).toEqual([]);
});

it('a job nobody knows is kept and said', async () => {
  await put('orphan');
  const errors = await startWorker({});
  await expect.poll(queued, waitFor).toMatchObject([{ data: { word: 'orphan' }, state: 'retry' }]);
  expect(errors).toEqual([new Error('no work is known under the name note')]);
});

it('several workers never do the same job', async () => {
  const words = Array.from({ length: 1200 }, (_, i) => `${i}`);
  await put(...words);
  const done: string[] = [];
  const work: JobWork = { note: async (batch) => void done.push(...wordsOf(batch)) };
  await Promise.all(Array.from({ length: 4 }, () => startWorker(work)));
  await expect.poll(queued, waitFor).toEqual([]);
  expect(done.toSorted((a, b) => Number(a) - Number(b))).toEqual(words);
});

it('both ends are told once when a referral is not answered in time, and not when it is', async () => {
  const late = await sent();
  const answered = await sent();
  await mustRun(testRunner(db()), answered.partner, 'referrals.accept', { referralId: answered.ids.referralId });
  await owned('alter table referrals.referral no force row level security');
  await owned(`update referrals.referral set answer_due_at = now() - interval '1 minute'`);
  await owned('alter table referrals.referral force row level security');
  for (let i = 0; i < 2; i++) await inTransaction(db().app, tellAboutOverdueReferrals);
  expect(await late.notices()).toEqual([{ kind: 'referral_overdue', subjectId: late.ids.referralId }]);
  const own = await withActor(db().app, late.agent, async (tx) => (await tx.query('select kind from platform.notice')).rows);
  expect(own).toEqual([{ kind: 'referral_overdue' }]);
  expect(await answered.notices()).toEqual([]);
});

it('whoever acts for a person sees no job and takes none', async () => {
  const agent = await buildActor(db(), 'agent');
  await put('private');
  await withActor(db().app, agent, async (tx) => {
    for (const table of ['pgboss.job', 'pgboss.job_common']) {
      expect((await tx.query(`select from ${table}`)).rowCount).toBe(0);
      expect((await tx.query(`delete from ${table}`)).rowCount).toBe(0);
    }
  });
  expect(await queued()).toHaveLength(1);
});

it('what is due each minute is done once, though two processes watch the clock', async () => {
  const done: number[] = [];
  const due = [{ name: 'each_minute', cron: '* * * * *', run: async () => void done.push(Date.now()) }];
  const begun = Date.now();
  const errors = await startTwice(due);
  await expect.poll(() => done.length, waitFor).toBeGreaterThan(0);
  await stopWorkers();
  const minutes = Math.floor(Date.now() / 60_000) - Math.floor(begun / 60_000) + 1;
  expect(done.length).toBeLessThanOrEqual(minutes);
  expect(errors).toEqual([[], []]);
});

it('what somebody may be waiting for does not wait for its time when a process starts', async () => {
  let runs = 0;
  await startWorker({}, [{ name: 'waited_for', cron: '0 0 29 2 *', atStart: true, run: async () => runs++ }]);
  await expect.poll(() => runs, waitFor).toBe(1);
});

it('the schedule is the list: a line more is due from the next start, a line less is not', async () => {
  const imports = { run: async () => undefined };
  const importFiles = { run: async () => undefined };
  const registers = { run: async () => undefined };
  const settings = {
    mail: undefined,
    checkLinks: true,
    secret: '',
    address: '',
    asOwner: db().asOwner,
    imports,
    importFiles,
    registers,
    blobs: testVault('/nowhere').blobs,
  };
  await startWorker({}, schedule(settings));
  const kept = () => owned('select name, cron, timezone from pgboss.schedule order by name');
  expect(await kept()).toEqual(
    schedule(settings)
      .map(({ name, cron }) => ({ name, cron, timezone: 'Africa/Casablanca' }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  );
  await startWorker({}, []);
  expect(await kept()).toEqual([]);
});

it('a worker that is stopped tells what it is doing and waits for it', async () => {
  const told: string[] = [];
  const long: Scheduled = {
    name: 'long',
    cron: '* * * * *',
    async run(_pool, signal) {
      told.push('begun');
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      told.push('ended');
    },
  };
  await startTwice([long]);
  await expect.poll(() => told, waitFor).toEqual(['begun']);
  await stopWorkers();
  expect(told).toEqual(['begun', 'ended']);
  expect(await owned(`select state from pgboss.job where name = 'long' and state <> 'completed'`)).toEqual([]);
});
