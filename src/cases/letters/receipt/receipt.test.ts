import { randomUUID } from 'node:crypto';
import * as mupdf from 'mupdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOrganization } from '../../../testing/builders.ts';
import { type Browser, buildApp, signInAs, type TestApp } from '../../../testing/app.ts';
import { buildReferral, mustRun, testRunner } from '../../../testing/commands.ts';
import { useDatabase } from '../../../testing/database.ts';
import { useVault } from '../../../testing/files.ts';
import { type Receipt, receiptIn, receiptText } from './receipt.ts';

const db = useDatabase();
const stage = useVault();
let platform: TestApp;
let agent: Browser;
beforeAll(async () => {
  platform = buildApp(db(), stage().vault, { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'cellule@example.org' });
  agent = await signInAs(platform, db(), 'agent');
});

const head = {
  name: { fr: 'Cellule inventée', ar: 'خلية مخترعة' },
  address: { fr: '', ar: '' },
  phone: '0500000000',
  email: null,
  logoFileId: null,
  timezone: 'Africa/Casablanca',
};
const receipt: Receipt = {
  reference: '7KM-2QX-94TH',
  purpose: 'referral',
  answer: 'given',
  recipient: { fr: 'Partenaire inventé', ar: 'شريك مخترع' },
  fields: ['name', 'needs'],
  ways: [],
  until: 'year',
  givenAt: '2026-07-01T10:00:00.000Z',
  expiresAt: '2027-07-01T10:00:00.000Z',
  withdrawnAt: null,
  explainedBy: 'Testeuse Inventée',
  representativeName: null,
  isCaseClosed: false,
};
const now = new Date('2026-07-02T10:00:00Z');
const said = (over: Partial<Receipt>, language: 'fr' | 'ar' = 'fr') => receiptIn(language, { ...receipt, ...over }, head, now);

describe('a receipt', () => {
  it('is dated by the clock of its region', () => {
    const dated = (timezone: string) =>
      receiptIn('fr', { ...receipt, givenAt: '2026-07-01T23:30:00.000Z' }, { ...head, timezone }, now).facts;
    const texts = (timezone: string) => dated(timezone).map(({ text }) => text);
    expect(texts('UTC')).toContain('1 juillet 2026');
    expect(texts('Africa/Casablanca')).toContain('2 juillet 2026');
  });
  it('says what was agreed, to whom, until when, and how to take it back', () => {
    const { title, facts, closing } = said({});
    expect(title).toBe('Reçu de votre accord');
    expect(facts.map(({ text }) => text)).toEqual([
      'Transmettre votre demande à un partenaire',
      'Partenaire inventé',
      'votre nom et ce dont vous avez besoin',
      '1 juillet 2027',
      '1 juillet 2026',
      'Testeuse Inventée',
    ]);
    expect(closing).toContain('dites-le à Cellule inventée, au 05 00 00 00 00');
  });

  it('of a no, of one taken back and of one that ended says just that', () => {
    expect(said({ answer: 'refused', expiresAt: null }).title).toBe('Reçu : vous avez dit non');
    expect(said({ withdrawnAt: now.toISOString() }).closing).toContain('les copies envoyées par cette plateforme sont effacées');
    expect(said({ expiresAt: '2026-07-01T10:00:00.000Z' }).title).toBe('Votre accord est terminé');
    expect(said({ until: 'request', expiresAt: null, isCaseClosed: true }).title).toBe('Votre accord est terminé');
  });

  it('speaks Arabic in Arabic', () => {
    const { title, facts, closing } = said({}, 'ar');
    for (const text of [title, closing, ...facts.slice(0, 3).map((fact) => fact.text)]) expect(text).not.toMatch(/[a-zà-ÿ]{3}/i);
    expect(receiptText(receipt, ['fr', 'ar'], head, now).split('――――――――')).toHaveLength(2);
  });

  it('is printed in both languages under the reference, and names nobody', async () => {
    const partner = await buildOrganization(db(), 'Partenaire inventé');
    const partnerHand = await signInAs(platform, db(), 'partner', partner);
    const { consentId } = await buildReferral(testRunner(db()), agent.actor, partner);
    const answer = await agent.get(`/api/cases/consents/${consentId}/receipt?languages=fr,ar`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const document = mupdf.Document.openDocument(await answer.arrayBuffer(), 'application/pdf');
    expect(document.countPages()).toBe(1);
    const text = document.loadPage(0).toStructuredText('').asText();
    expect(text).toContain('Partenaire inventé');
    expect(text).not.toContain('Testa');
    for (const stranger of [partnerHand, await signInAs(platform, db(), 'agent')])
      expect([403, 404]).toContain((await stranger.get(`/api/cases/consents/${consentId}/receipt`)).status);
  });

  it('goes to no address while the installation sends no letters', async () => {
    const elsewhere = await signInAs(buildApp(db(), stage().vault), db(), 'agent');
    const { consentId } = await buildReferral(testRunner(db()), elsewhere.actor, await partnerThatAnswers());
    const answer = await elsewhere.post(`/api/cases/consents/${consentId}/send`, { address: 'testa@example.org', languages: ['fr'] });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, 'mail_is_off']);
  });
});

async function partnerThatAnswers(): Promise<string> {
  const partner = await buildOrganization(db(), 'Partenaire inventé');
  await signInAs(platform, db(), 'partner', partner);
  return partner;
}

describe('sent by e-mail', () => {
  const queued = () => db().asOwner(async (owner) => (await owner.query('select recipient, subject, body from platform.message')).rows);

  it('goes to the address typed for once, which is kept nowhere else; to the person’s own only as they wish', async () => {
    const post = (consentId: string, body: object) => agent.post(`/api/cases/consents/${consentId}/send`, { languages: ['fr'], ...body });
    const { consentId, caseId, personId } = await buildReferral(testRunner(db()), agent.actor, await partnerThatAnswers());
    expect((await post(consentId, { address: 'une.fois@example.org' })).status).toBe(202);
    expect(await queued()).toMatchObject([{ recipient: 'une.fois@example.org', subject: 'Reçu de votre accord' }]);
    const journal = await db().asOwner(async (owner) => {
      await owner.query('alter table platform.journal disable row level security');
      const { rows } = await owner.query(`select payload::text from platform.journal where kind = 'receipt_sent' and subject_id = $1`, [
        caseId,
      ]);
      await owner.query('alter table platform.journal enable row level security');
      return rows;
    });
    expect(journal).toHaveLength(1);
    expect(journal[0].payload).not.toContain('une.fois');

    expect((await post(consentId, { own: true })).status).toBe(409);
    const change = { personId, set: { email: 'testa@example.org' }, was: { email: null } };
    await mustRun(testRunner(db()), agent.actor, 'people.change', change);
    expect((await post(consentId, { own: true })).status).toBe(202);
    const contact = {
      consentId: randomUUID(),
      caseId,
      purpose: 'contact',
      answer: 'refused',
      fields: [],
      givenHow: 'spoken',
      explainedIn: 'fr',
    };
    await mustRun(testRunner(db()), agent.actor, 'people.record_consent', contact);
    expect((await post(consentId, { own: true })).status).toBe(409);
    expect((await queued()).map(({ recipient }: { recipient: string }) => recipient)).toEqual([
      'une.fois@example.org',
      'testa@example.org',
    ]);
  });
});
