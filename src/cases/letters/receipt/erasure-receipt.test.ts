import { randomUUID } from 'node:crypto';
import * as mupdf from 'mupdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, buildApp, signInAs, type TestApp } from '../../../testing/app.ts';
import { mustRun, testRunner } from '../../../testing/commands.ts';
import { useDatabase } from '../../../testing/database.ts';
import { useVault } from '../../../testing/files.ts';
import { type ErasureReceipt, erasureIn, renderErasureReceipt } from './erasure-receipt.ts';

const db = useDatabase();
const stage = useVault();
let platform: TestApp;
let head: Browser;
beforeAll(async () => {
  platform = buildApp(db(), stage().vault);
  head = await signInAs(platform, db(), 'cell_manager');
});

const nothing = { links: 0, texts: 0, letters: 0, steps: 0, contacts: 0, answers: 0, copies: 0, rows: 0, exports: 0 };
const erased: ErasureReceipt = {
  reference: '7KM-2QX-94TH',
  askedAt: '2026-07-01T10:00:00.000Z',
  dueAt: '2026-07-11T10:00:00.000Z',
  outcome: 'erased',
  settledAt: '2026-07-03T10:00:00.000Z',
  settledBy: 'Testeuse Inventée',
  reason: null,
  law: null,
  counts: { ...nothing, records: 1, names: 1, notes: 2, attachments: 1, cases: 1, visits: 1 },
  receivers: [{ name: 'Partenaire inventé', phone: null }],
};
const said = (over: Partial<ErasureReceipt>, language: 'fr' | 'ar' = 'fr') =>
  erasureIn(language, { ...erased, ...over }, { timezone: 'Africa/Casablanca' });
const texts = (over: Partial<ErasureReceipt>) => said(over).facts.map(({ text }) => text);

describe('the paper about an erasure', () => {
  it('says what was erased, what stays, and who may hold a copy of their own', () => {
    expect(said({}).title).toBe('Reçu : vos données sont effacées');
    expect(texts({})).toEqual([
      '1 juillet 2026',
      '3 juillet 2026',
      'Testeuse Inventée',
      'votre nom, votre date de naissance, vos coordonnées, tout ce qui a été écrit sur vous et les photos, les copies de papiers, les courriers',
      'des chiffres (le besoin, la commune, les dates, le résultat) et cette référence',
      'Partenaire inventé',
    ]);
    expect(said({}).closing).toContain('Rien ne peut être rétabli');
  });

  it('says why it was refused, by which law, and whom to turn to', () => {
    const refused = { outcome: 'refused', reason: 'law_obliges', law: 'Loi inventée 1-23', counts: null } as const;
    expect(texts(refused)).toEqual([
      '1 juillet 2026',
      '3 juillet 2026',
      'Testeuse Inventée',
      'une autre loi oblige à garder ces données',
      'Loi inventée 1-23',
    ]);
    expect(said(refused).closing).toContain('CNDP');
  });

  it('before the answer says by when it comes', () => {
    const open = { outcome: null, settledAt: null, settledBy: null, counts: null, receivers: [] };
    expect(texts(open)).toEqual(['1 juillet 2026', '11 juillet 2026']);
  });

  it('speaks Arabic in Arabic', () => {
    const { title, closing, facts } = said({ receivers: [], settledBy: null }, 'ar');
    for (const text of [title, closing, ...facts.map((fact) => fact.text)]) expect(text).not.toMatch(/[a-zà-ÿ]{3}/i);
  });

  it('holds all there was on one page in both languages', async () => {
    const counts = Object.fromEntries(Object.keys({ ...nothing, ...erased.counts }).map((part) => [part, 3])) as ErasureReceipt['counts'];
    const faces = (['fr', 'ar'] as const).map((language) => ({ language, erasure: { ...erased, counts } }));
    const names = { fr: 'Cellule inventée', ar: 'خلية مخترعة' };
    const pdf = await renderErasureReceipt(
      faces,
      { name: names, address: names, phone: '0500000000', email: null, logoFileId: null, timezone: 'UTC' },
      null,
    );
    expect(mupdf.Document.openDocument(pdf, 'application/pdf').countPages()).toBe(1);
  });

  it('is one page in both languages, before and after, and names nobody', async () => {
    const runner = testRunner(db());
    const [personId, erasureId] = [randomUUID(), randomUUID()];
    await mustRun(runner, head.actor, 'people.record', { personId, name: 'Testa Inventée' });
    await mustRun(runner, head.actor, 'people.ask_erasure', { erasureId, personId });
    const print = async () => {
      const answer = await head.get(`/api/cases/erasures/${erasureId}/receipt?languages=fr,ar`);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      const document = mupdf.Document.openDocument(await answer.arrayBuffer(), 'application/pdf');
      expect(document.countPages()).toBe(1);
      return document.loadPage(0).toStructuredText('').asText().replace(/\s+/g, ' ');
    };
    const before = await print();
    await mustRun(runner, head.actor, 'people.erase', { erasureId, understood: true });
    const after = await print();
    expect([before, after].map((text) => text.includes('vos données sont effacées'))).toEqual([false, true]);
    expect(before + after).not.toMatch(/Testa Inv/);
    const stranger = await signInAs(platform, db(), 'cell_manager');
    expect((await stranger.get(`/api/cases/erasures/${erasureId}/receipt`)).status).toBe(404);
    expect((await head.get(`/api/cases/erasures/${erasureId}/receipt?languages=de`)).status).toBe(400);
  });
});
