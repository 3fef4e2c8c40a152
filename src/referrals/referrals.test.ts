import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { buildActor } from '../testing/builders.ts';
import { buildReferral, command, mustRun, testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { withActor } from '../platform/database/actor.ts';
import { listReferrals } from './store.ts';

const db = useDatabase();

async function sent(fields?: string[]) {
  const agent = await buildActor(db(), 'agent');
  const partner = await buildActor(db(), 'partner');
  const runner = testRunner(db());
  const ids = await buildReferral(runner, agent, partner.organizationId, fields);
  const inbox = () => withActor(db().app, partner, (tx) => listReferrals(tx, 'inbox', partner.organizationId, 'fr'));
  return { agent, partner, runner, ids, inbox };
}

it('the partner sees what was shared and nothing else', async () => {
  const { inbox } = await sent(['name', 'needs']);
  const [referral] = await inbox();
  expect(referral?.shared).toEqual({ name: 'Testa Inventée', needs: ['pensions'] });
  expect(JSON.stringify(referral)).not.toMatch(/500 000|Résumé|Note inventée/);
});

it('a declined referral goes back to the sender with the reason', async () => {
  const { agent, partner, runner, ids } = await sent();
  await mustRun(runner, partner, 'referrals.decline', { referralId: ids.referralId, reason: 'no_place', note: 'Complet jusqu’à mardi' });
  const [back] = await withActor(db().app, agent, (tx) => listReferrals(tx, 'sent', agent.organizationId, 'fr'));
  expect(back).toMatchObject({ status: 'declined', declineReason: 'no_place', answerNote: 'Complet jusqu’à mardi' });
});

it('an accepted referral ends with what came of it', async () => {
  const { partner, runner, ids, inbox } = await sent();
  await mustRun(runner, partner, 'referrals.accept', { referralId: ids.referralId });
  await mustRun(runner, partner, 'referrals.report_outcome', { referralId: ids.referralId, outcome: 'service_received' });
  expect((await inbox())[0]).toMatchObject({ status: 'completed', outcome: 'service_received' });
});

it('the sender cannot answer for the receiver', async () => {
  const { agent, runner, ids } = await sent();
  const answer = await runner.run(agent, command('referrals.accept', { referralId: ids.referralId }));
  expect(answer).toMatchObject({ code: 'not_your_side_of_the_referral' });
});

it('an organisation the referral was not sent to is told it does not exist', async () => {
  const { runner, ids } = await sent();
  const stranger = await buildActor(db(), 'partner');
  expect(await runner.run(stranger, command('referrals.accept', { referralId: ids.referralId }))).toMatchObject({
    code: 'referral_not_found',
  });
});

it('withdrawing consent takes the referral out of the partner’s sight and wipes the copy', async () => {
  const { agent, runner, ids, inbox } = await sent();
  await mustRun(runner, agent, 'people.withdraw_consent', { consentId: ids.consentId });
  expect(await inbox()).toEqual([]);
  const [own] = await withActor(db().app, agent, (tx) => listReferrals(tx, 'sent', agent.organizationId, 'fr'));
  expect(own).toMatchObject({ status: 'withdrawn', shared: {} });
});

it('nothing leaves without consent to that very partner', async () => {
  const { agent, runner, ids } = await sent();
  const refused = await runner.run(
    agent,
    command('referrals.send', {
      referralId: randomUUID(),
      caseId: ids.caseId,
      consentId: randomUUID(),
      priority: 'normal',
      reason: 'Motif',
    }),
  );
  expect(refused).toMatchObject({ code: 'consent_missing' });
});

it('a consent that has run out no longer lets anything leave', async () => {
  const agent = await buildActor(db(), 'agent');
  const partner = await buildActor(db(), 'partner');
  const ids = await buildReferral(testRunner(db()), agent, partner.organizationId);
  const inTwoYears = new Date(Date.now() + 2 * 365 * 86_400_000);
  const later = testRunner(db(), () => inTwoYears);
  const again = command('referrals.send', {
    referralId: randomUUID(),
    caseId: ids.caseId,
    consentId: ids.consentId,
    priority: 'normal',
    reason: 'Motif',
  });
  expect(await later.run(agent, again)).toMatchObject({ code: 'consent_expired' });
});

it('a case with a referral still open cannot be closed', async () => {
  const { agent, runner, ids } = await sent();
  expect(await runner.run(agent, command('cases.move', { caseId: ids.caseId, action: 'solve' }))).toMatchObject({
    code: 'referral_still_open',
  });
});
