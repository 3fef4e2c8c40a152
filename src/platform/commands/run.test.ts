import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { handlers } from '../../handlers.ts';
import { buildActor } from '../../testing/builders.ts';
import { buildReferral, command, testRunner, visitPayload } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { withActor } from '../database/actor.ts';

const db = useDatabase();

it('a visit sent a hundred times at once is recorded once and answered the same', async () => {
  const agent = await buildActor(db(), 'agent');
  const runner = testRunner(db());
  const once = command('desk.record_visit', visitPayload());
  const answers = await Promise.all(Array.from({ length: 100 }, () => runner.run(agent, once)));
  expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
  expect(answers[0]?.status).toBe('done');
  const counted = await withActor(db().app, agent, async (tx) => ({
    visits: (await tx.query('select from desk.visit')).rowCount,
    events: (await tx.query('select from platform.journal')).rowCount,
    commands: (await tx.query('select from platform.command')).rowCount,
  }));
  expect(counted).toEqual({ visits: 1, events: 1, commands: 1 });
});

it('the same command id from someone else is refused and shows nothing of the first', async () => {
  const runner = testRunner(db());
  const first = command('desk.record_visit', visitPayload());
  await runner.run(await buildActor(db(), 'agent'), first);
  const answer = await runner.run(await buildActor(db(), 'agent'), { ...first, payload: visitPayload() });
  expect(answer).toMatchObject({ status: 'refused', code: 'already_exists' });
});

it('a refusal leaves nothing half-written', async () => {
  const agent = await buildActor(db(), 'agent');
  const answer = await testRunner(db()).run(agent, command('desk.record_visit', visitPayload({ communeCode: '999999999' })));
  expect(answer).toMatchObject({ status: 'refused', code: 'not_found' });
  await withActor(db().app, agent, async (tx) => {
    for (const table of ['desk.visit', 'platform.journal', 'platform.command'])
      expect((await tx.query(`select from ${table}`)).rowCount).toBe(0);
  });
});

it('a partner cannot record a visit, and an unknown command is said to be unknown', async () => {
  const partner = await buildActor(db(), 'partner');
  const runner = testRunner(db());
  expect(await runner.run(partner, command('desk.record_visit', visitPayload()))).toMatchObject({ code: 'not_allowed' });
  expect(await runner.run(partner, command('desk.destroy', {}))).toMatchObject({ code: 'unknown_command' });
});

it('a device whose clock runs a day ahead is told so', async () => {
  const agent = await buildActor(db(), 'agent');
  const tomorrow = new Date(Date.now() + 86_400_000);
  expect(await testRunner(db()).run(agent, command('desk.record_visit', visitPayload(), tomorrow))).toMatchObject({ code: 'clock_ahead' });
});

it('names, notes and marks of any script are kept to the letter', async () => {
  const agent = await buildActor(db(), 'agent');
  const runner = testRunner(db());
  const note = 'السيدة مثال \u200F(تجريبية) — ⵉⵎⴰⵣⵉⵖⵏ 👩🏽‍🍼 O’Exemple';
  const visit = visitPayload({ note });
  expect(await runner.run(agent, command('desk.record_visit', visit))).toMatchObject({ status: 'done' });
  const stored = await withActor(
    db().app,
    agent,
    async (tx) => (await tx.query('select note from desk.visit where id = $1', [visit.visitId])).rows[0],
  );
  expect(stored).toEqual({ note });
});

it.each([
  ['a note of two megabytes', { note: 'x'.repeat(2_000_000) }],
  ['a NUL inside a note', { note: 'a\u0000b' }],
  ['half a character', { note: 'a\uD800b' }],
  ['a need that does not exist', { needs: ['gold'] }],
  ['no need', { needs: [] }],
  ['a field nobody asked for', { nationality: 'x' }],
])('%s is refused with the field that is wrong', async (_what, over) => {
  const agent = await buildActor(db(), 'agent');
  const answer = await testRunner(db()).run(agent, command('desk.record_visit', visitPayload(over)));
  expect(answer).toMatchObject({ status: 'refused', code: 'invalid_fields' });
});

it('no command schema lets garbage through or throws', async () => {
  const agent = await buildActor(db(), 'agent');
  const runner = testRunner(db());
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...handlers.map((h) => h.kind)), fc.anything(), async (kind, payload) => {
      const answer = await runner.run(agent, { ...command(kind, payload), id: randomUUID() });
      expect(answer.status).toBe('refused');
    }),
    { numRuns: 300 },
  );
  await withActor(db().app, agent, async (tx) => expect((await tx.query('select from platform.journal')).rowCount).toBe(0));
});

it('the journal can be neither changed nor emptied, even by its owner', async () => {
  const agent = await buildActor(db(), 'agent');
  await testRunner(db()).run(agent, command('desk.record_visit', visitPayload()));
  await db().asOwner(async (owner) => {
    await expect(owner.query('truncate platform.journal')).rejects.toThrow('append-only');
    await owner.query('alter table platform.journal no force row level security');
    await expect(owner.query(`update platform.journal set kind = 'x'`)).rejects.toThrow('append-only');
    await expect(owner.query('delete from platform.journal')).rejects.toThrow('append-only');
    await owner.query('alter table platform.journal force row level security');
  });
});

it('a referral sent a hundred times at once is one referral, one entry in the journal and one job', async () => {
  const agent = await buildActor(db(), 'agent');
  const partner = await buildActor(db(), 'partner');
  const runner = testRunner(db());
  const { caseId, consentId } = await buildReferral(runner, agent, partner.organizationId);
  const referralId = randomUUID();
  const once = command('referrals.send', { referralId, caseId, consentId, priority: 'urgent', reason: 'Motif inventé' });
  const answers = await Promise.all(Array.from({ length: 100 }, () => runner.run(agent, once)));
  expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
  expect(answers[0]?.status).toBe('done');
  const counted = await withActor(db().app, agent, async (tx) => ({
    referrals: (await tx.query('select from referrals.referral where id = $1', [referralId])).rowCount,
    events: (await tx.query('select from platform.journal where subject_id = $1', [referralId])).rowCount,
  }));
  const jobs = await db().app.query(`select from pgboss.job where data -> 'data' ->> 'referral' = $1`, [referralId]);
  expect({ ...counted, jobs: jobs.rowCount }).toEqual({ referrals: 1, events: 1, jobs: 1 });
});

it('a refusal is the answer of its command for good, also once its reason is gone', async () => {
  const agent = await buildActor(db(), 'agent');
  const runner = testRunner(db());
  const visit = visitPayload();
  const tooEarly = command('cases.open', { caseId: randomUUID(), visitId: visit.visitId, needs: ['pensions'] });
  expect(await runner.run(agent, tooEarly)).toMatchObject({ status: 'refused' });
  const first = await runner.run(agent, tooEarly);
  expect(await runner.run(agent, command('desk.record_visit', visit))).toMatchObject({ status: 'done' });
  expect(await runner.run(agent, tooEarly)).toEqual(first);
});

it('of two answers to one referral at the same time one is taken and the other is told so', async () => {
  const partner = await buildActor(db(), 'partner');
  const runner = testRunner(db());
  const { referralId } = await buildReferral(runner, await buildActor(db(), 'agent'), partner.organizationId);
  const answers = await Promise.all([
    runner.run(partner, command('referrals.accept', { referralId })),
    runner.run(partner, command('referrals.decline', { referralId, reason: 'no_place' })),
  ]);
  expect(answers.map((a) => a.status).toSorted()).toEqual(['done', 'refused']);
  expect(answers).toContainEqual(expect.objectContaining({ code: 'referral_not_in_that_state' }));
});
