import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCaseFile } from '../../cases/file.ts';
import { withActor } from '../../platform/database/actor.ts';
import { buildActor } from '../../testing/builders.ts';
import { buildReferral, command, mustRun, testRunner, visitPayload } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { listOpenErasures } from '../erasure/store.ts';
import { contactWays, textVersions } from '../lists.ts';
import { isMinor, preferenceFrom, stateOf } from './rules.ts';

const db = useDatabase();
const year = 365 * 86_400_000;

/** A case of someone named, with a partner to send it to. */
async function opened(over: object = {}) {
  const agent = await buildActor(db(), 'agent');
  const partner = await buildActor(db(), 'partner');
  const runner = testRunner(db());
  const caseId = randomUUID();
  const person = { personId: randomUUID(), name: 'Testa Inventée', email: 'testa@example.org' };
  await mustRun(runner, agent, 'cases.open', { caseId, needs: ['pensions'], person, ...over });
  const ask = (payload: object) =>
    runner.run(
      agent,
      command('people.record_consent', {
        consentId: randomUUID(),
        caseId,
        purpose: 'file',
        fields: [],
        givenHow: 'spoken',
        explainedIn: 'rif',
        ...payload,
      }),
    );
  const file = async () => {
    const found = await withActor(db().app, agent, (tx) => findCaseFile(tx, caseId, 'fr'));
    if (!found) throw new Error('the case is not there');
    return found;
  };
  return { agent, partner, runner, caseId, personId: person.personId, ask, file };
}

describe('asking for consent', () => {
  it('keeps the words that were read, the interpreter, and until when', async () => {
    const { ask, file } = await opened();
    const read = { version: '2026-11', language: 'rif-Tfng' };
    expect(await ask({ interpreter: 'Interprète Inventée', read, until: 'six_months' })).toMatchObject({ status: 'done' });
    const [consent] = (await file()).consents;
    expect(consent).toMatchObject({
      purpose: 'file',
      answer: 'given',
      textVersion: '2026-11',
      textLanguage: 'rif-Tfng',
      explainedIn: 'rif',
      interpreter: 'Interprète Inventée',
      until: 'six_months',
    });
    expect(Date.parse(consent?.expiresAt ?? '') - Date.parse(consent?.givenAt ?? '')).toBe(183 * 86_400_000);
  });

  it('keeps a no, with whom it was said to', async () => {
    const { ask, file, partner } = await opened();
    await ask({ purpose: 'referral', answer: 'refused', recipientOrganizationId: partner.organizationId });
    expect((await file()).consents).toMatchObject([
      { answer: 'refused', recipientOrganizationId: partner.organizationId, expiresAt: null },
    ]);
  });

  it('nothing is sent on a no', async () => {
    const { ask, partner, runner, agent, caseId } = await opened();
    const consentId = randomUUID();
    await ask({ consentId, purpose: 'referral', answer: 'refused', recipientOrganizationId: partner.organizationId });
    const send = command('referrals.send', { referralId: randomUUID(), caseId, consentId, priority: 'normal', reason: 'Motif' });
    expect(await runner.run(agent, send)).toMatchObject({ code: 'consent_refused' });
  });

  it('for this request it lasts as long as the request, however long that is', async () => {
    const { ask, partner, agent, caseId } = await opened();
    const consentId = randomUUID();
    await ask({ consentId, purpose: 'referral', fields: ['needs'], recipientOrganizationId: partner.organizationId, until: 'request' });
    const later = testRunner(db(), () => new Date(Date.now() + 3 * year));
    const send = command('referrals.send', { referralId: randomUUID(), caseId, consentId, priority: 'normal', reason: 'Motif' });
    expect(await later.run(agent, send)).toMatchObject({ status: 'done' });
  });

  it.each([
    [{ purpose: 'contact' }, 'a_way_to_reach'],
    [{ givenHow: 'by_representative' }, 'who_represents'],
    [{ representative: { name: 'Testa', link: 'mother' } }, 'who_represents'],
    [{ purpose: 'referral', fields: ['needs'] }, 'recipient_of_a_referral'],
  ])('%j is not whole', async (payload, code) => {
    const { ask } = await opened();
    expect(await ask(payload)).toMatchObject({ code: 'invalid_fields', fields: [{ code }] });
  });

  it('how to be reached becomes what every screen shows, and a no means not at all', async () => {
    const { ask, file } = await opened();
    await ask({ purpose: 'contact', ways: ['call'] });
    expect((await file()).person?.contactPreference).toBe('phone');
    await ask({ purpose: 'contact', answer: 'refused' });
    expect((await file()).person?.contactPreference).toBe('do_not_contact');
  });

  it('names of representatives and interpreters stay out of the journal', async () => {
    const { ask, caseId, agent } = await opened();
    const representative = { name: 'Mandataire Inventé', link: 'child' };
    await ask({ givenHow: 'by_representative', representative, interpreter: 'Interprète Inventée' });
    const { rows } = await withActor(db().app, agent, (tx) =>
      tx.query(`select payload::text from platform.journal where subject_id = $1 and kind = 'consent_given'`, [caseId]),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].payload).not.toMatch(/Inventé/);
  });
});

describe('a child', () => {
  it('is asked too, beside the adult who answers', async () => {
    const { ask, file } = await opened({ minorSituation: 'with_parents' });
    const representative = { name: 'Mère Inventée', link: 'mother' };
    expect(await ask({ givenHow: 'by_representative', representative })).toMatchObject({ code: 'childs_wish_missing' });
    expect(await ask({ childsWish: 'agrees' })).toMatchObject({ code: 'representative_missing' });
    expect(await ask({ givenHow: 'by_representative', representative, childsWish: 'agrees' })).toMatchObject({ status: 'done' });
    expect((await file()).consents).toMatchObject([
      { representativeName: 'Mère Inventée', representativeLink: 'mother', childsWish: 'agrees' },
    ]);
  });

  it('who is alone answers for themselves until someone is named', async () => {
    const { ask } = await opened({ minorSituation: 'unaccompanied' });
    expect(await ask({ childsWish: 'agrees' })).toMatchObject({ status: 'done' });
  });

  it('is known as one by the visit alone', async () => {
    const agent = await buildActor(db(), 'agent');
    const runner = testRunner(db());
    const [visitId, caseId] = [randomUUID(), randomUUID()];
    await mustRun(runner, agent, 'desk.record_visit', visitPayload({ visitId, ageBand: '12_17' }));
    await mustRun(runner, agent, 'cases.open', { caseId, visitId, needs: ['health'] });
    const asked = { consentId: randomUUID(), caseId, purpose: 'file', fields: [], givenHow: 'spoken', explainedIn: 'fr' };
    expect(await runner.run(agent, command('people.record_consent', asked))).toMatchObject({ code: 'childs_wish_missing' });
  });
});

describe('taking consent back', () => {
  it('shows beforehand which requests it closes and what is wiped, and then does so', async () => {
    const { agent, partner, runner } = await opened();
    const { caseId, consentId } = await buildReferral(runner, agent, partner.organizationId);
    const consents = async () => (await withActor(db().app, agent, (tx) => findCaseFile(tx, caseId, 'fr')))?.consents;
    expect((await consents())?.[0]?.shares).toMatchObject([{ receiverName: 'Cellule inventée', status: 'sent', hasCopy: true }]);
    await mustRun(runner, agent, 'people.withdraw_consent', { consentId });
    expect((await consents())?.[0]).toMatchObject({ shares: [{ status: 'withdrawn', hasCopy: false }] });
  });

  it('to be reached: from then on nobody calls', async () => {
    const { agent, runner, ask, file } = await opened();
    const consentId = randomUUID();
    await ask({ consentId, purpose: 'contact', ways: ['call', 'letter'] });
    expect((await file()).person?.contactPreference).toBe('any');
    await mustRun(runner, agent, 'people.withdraw_consent', { consentId });
    expect((await file()).person?.contactPreference).toBe('do_not_contact');
  });

  it('of photographs wipes every one, also what the agent at the desk may not see', async () => {
    const { agent, runner, ask, caseId, file } = await opened();
    const colleague = await buildActor(db(), 'agent', agent.organizationId);
    const fileId = randomUUID();
    await withActor(db().app, colleague, (tx) =>
      tx.query(
        `insert into files.file (id, organization_id, user_id, sent_sha256, media_type, size, sha256, blob, key_id, wrapped_key)
         values ($1, $2, $3, repeat('0', 64), 'image/jpeg', 1, repeat('0', 64), $1, 'essai', '')`,
        [fileId, colleague.organizationId, colleague.userId],
      ),
    );
    await mustRun(runner, agent, 'cases.assign', { caseId });
    const attached = { attachmentId: randomUUID(), caseId, fileId, kind: 'photo', title: 'Certificat', restricted: true };
    await mustRun(runner, colleague, 'cases.attach', attached);
    const seen = () =>
      withActor(db().app, agent, async (tx) => (await tx.query('select from cases.attachment where case_id = $1', [caseId])).rowCount);
    expect(await seen()).toBe(0);
    expect((await file()).attached).toBe(1);
    const consentId = randomUUID();
    await ask({ consentId, purpose: 'photo' });
    await mustRun(runner, agent, 'people.withdraw_consent', { consentId });
    expect((await file()).attached).toBe(0);
    const { rows } = await withActor(db().app, colleague, (tx) =>
      tx.query('select file_id, removed_at is not null as removed from cases.attachment where id = $1', [attached.attachmentId]),
    );
    expect(rows).toEqual([{ file_id: null, removed: true }]);
  });

  it('of the file takes all else back, and asks for its erasure within ten days', async () => {
    const { agent, runner, ask, partner, file } = await opened();
    const consentId = randomUUID();
    await ask({ consentId });
    await ask({ purpose: 'referral', fields: ['needs'], recipientOrganizationId: partner.organizationId });
    await ask({ purpose: 'photo', answer: 'refused' });
    await mustRun(runner, agent, 'people.withdraw_consent', { consentId });
    const { consents } = await file();
    expect(consents.filter((c) => c.answer === 'given').map((c) => c.withdrawnAt !== null)).toEqual([true, true]);
    const erasures = await withActor(db().app, agent, listOpenErasures);
    expect(erasures.map((e) => [e.id, Date.parse(e.dueAt) - Date.parse(e.askedAt)])).toEqual([[consentId, 10 * 86_400_000]]);
    expect(await runner.run(agent, command('people.withdraw_consent', { consentId }))).toMatchObject({ code: 'consent_already_withdrawn' });
  });

  it('a no is not taken back: one asks again', async () => {
    const { agent, runner, ask } = await opened();
    const consentId = randomUUID();
    await ask({ consentId, answer: 'refused' });
    expect(await runner.run(agent, command('people.withdraw_consent', { consentId }))).toMatchObject({ code: 'consent_refused' });
  });
});

describe('rules', () => {
  it('an answer stands only if it was yes, was not taken back, and has not run out', () => {
    const days = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(
        fc.constantFrom('given' as const, 'refused' as const),
        fc.boolean(),
        fc.option(days),
        fc.boolean(),
        (answer, back, left, closed) => {
          const now = new Date('2026-07-10T10:00:00Z');
          const expiresAt = left === null ? null : new Date(now.getTime() + left * 86_400_000).toISOString();
          const state = stateOf({ answer, withdrawnAt: back ? now.toISOString() : null, expiresAt }, closed, now);
          expect(state === 'stands').toBe(answer === 'given' && !back && (left === null ? !closed : left > 0));
        },
      ),
    );
  });

  it('someone born in a year may be a child until its last day', () => {
    const born = (birthDate: string, day: string) =>
      isMinor({ minorSituation: null, birthDate, ageBand: '25_44' }, new Date(`${day}T12:00:00Z`));
    expect(born('2008', '2026-12-30')).toBe(true);
    expect(born('2008', '2027-01-01')).toBe(false);
    expect(born('2008-03-05', '2026-03-04')).toBe(true);
    expect(born('2008-03-05', '2026-03-05')).toBe(false);
  });

  it('who agrees to be called only is not written to', () => {
    expect(preferenceFrom(['call'])).toBe('phone');
    expect(preferenceFrom(['email', 'letter'])).toBe('message');
    expect(preferenceFrom(['through_someone'])).toBe('someone_else');
    expect(preferenceFrom([...contactWays])).toBe('any');
  });
});

// A consent says which version was read: that must go on meaning these very words. A new wording is a new folder.
it('words that were read to someone do not change', () => {
  const folder = join(import.meta.dirname, 'spoken');
  const printOf = (version: string): string => {
    const hash = createHash('sha256');
    for (const name of readdirSync(join(folder, version)).sort()) hash.update(readFileSync(join(folder, version, name)));
    return hash.digest('hex').slice(0, 16);
  };
  expect(readdirSync(folder).sort()).toEqual([...textVersions]);
  expect(Object.fromEntries(textVersions.map((version) => [version, printOf(version)]))).toEqual({ '2026-11': '3c0a5787bd841695' });
});
