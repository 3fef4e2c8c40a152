import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { GuideLanguage, GuideProcedure, Procedure } from '../contract.ts';
import { labels } from '../labels.ts';
import { plainText } from '../plain-text.ts';
import { languagesOf } from '../rules.ts';
import { renderProcedureSheet } from './procedure-sheet.ts';

const region = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../data/oriental/procedures.json'), 'utf8')) as Procedure[];
const seen = ({ office, limit, ...rest }: Procedure): GuideProcedure => ({
  ...rest,
  isOwn: false,
  limit: limit ? { ...limit, setBy: 'law' } : null,
  notes: { region: null, cell: { fr: 'Note inventée de la cellule', ar: 'ملاحظة مختلقة' } },
  office: {
    serviceId: office.serviceId ?? null,
    name: { fr: 'Service inventé', ar: 'خدمة مختلقة' },
    organization: { fr: 'Organisme inventé', ar: null },
    words: office.words ?? null,
    place: { fr: 'Oujda', ar: 'وجدة' },
    phone: '0500000000',
    opening: null,
  },
});
const sheet = (procedure: GuideProcedure, languages: GuideLanguage[], ready: number[] = []) =>
  renderProcedureSheet({
    procedure,
    languages,
    ready,
    cell: { fr: 'Cellule inventée', ar: 'خلية مختلقة' },
    issuedOn: '2026-11-25',
    address: 'https://istiqbal.example.org/fr/services/0d9a0d4a-6ead-5b91-99d1-0a3ea4a5e5f3',
  });
const text = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const pages = (pdf: Uint8Array): number => text(pdf).match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

it.each(region.map((p) => [p.key, seen(p)] as const))(
  '%s is one A4 page in each of its languages, and in French beside each other one',
  async (_, procedure) => {
    const offered = languagesOf(procedure);
    const pairs = offered.filter((language) => language !== 'fr').map((language): GuideLanguage[] => ['fr', language]);
    for (const asked of [...offered.map((language) => [language]), ...pairs]) {
      const pdf = await sheet(procedure, asked, [0]);
      expect(pages(pdf), asked.join()).toBe(1);
      expect(text(pdf)).toMatch(/MediaBox ?\[0 0 595\.2\d* 841\.8\d*\]/);
    }
  },
);

const [first] = region.map(seen);
if (!first) throw new Error('the region has no procedure');

it('what a person typed prints as itself, and too much of it goes on a second page', async () => {
  const hostile = { fr: '#panic("x") *gras* $x$ [ { \\ 😀 \u202E', ar: '#read("/etc/passwd") «»' };
  const papers = Array.from({ length: 14 }, () => ({ name: hostile, note: { fr: 'm '.repeat(110), ar: 'م '.repeat(110) }, from: hostile }));
  expect(pages(await sheet({ ...first, title: hostile, papers }, ['fr', 'ar']))).toBeGreaterThanOrEqual(1);
});

it('a text to send says first what is missing, and marks what is to be confirmed', () => {
  const said = plainText(first, ['fr', 'ar'], [1]);
  expect(said.indexOf('À apporter')).toBeLessThan(said.indexOf('Déjà prêt'));
  expect(said).toMatch(/Déjà prêt \(à confirmer\)\n☑ Livret de famille\n/);
  expect(said).toMatch(/À apporter \(à confirmer\)\n☐ Copie intégrale de l’acte de naissance\n/);
  expect(said).toMatch(/60 jours \(à confirmer\)/);
  expect(said).toMatch(/ما يجب إحضاره/);
  expect(said).not.toMatch(/18 mois/);
});

it('a text to send tells that no native speaker has read it over, in the languages where that is so', () => {
  const unread: GuideProcedure = { ...first, unreadIn: ['es'] };
  expect(plainText(unread, ['es'], [])).toContain(labels.es.unread);
  expect(plainText(unread, ['en'], [])).not.toContain(labels.en.unread);
});
