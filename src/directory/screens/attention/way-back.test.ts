import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTexts, fetchTexts } from '../../../workspace/texts.ts';
import { careCommands } from '../../care/commands.ts';
import { careTexts } from '../messages/index.ts';
import { changesOf } from '../services/record-draft.ts';
import { fieldOfRemark, typedIn, wayBack } from './way-back.ts';

const kinds = careCommands.map(({ kind }) => kind);
const serviceId = '0190c7b0-0000-7000-8000-000000000001';
const organizationId = '0190c7b0-0000-7000-8000-000000000002';
const way = (kind: string, payload: Record<string, unknown>, place = '/our-services') => wayBack(`directory.${kind}`, payload, place);

describe('a refused change of the directory', () => {
  it.each(kinds)('%s leads back to where it was made', (kind) => {
    expect(wayBack(kind, { serviceId, organizationId }, '/directory').to).toMatch(/^\/directory/);
  });
  it.each(['fr', 'ar'] as const)('has a title in %s whatever its command', async (language) => {
    const { has } = await addTexts(await fetchTexts(language), careTexts);
    expect(kinds.filter((kind) => !has(`command.${kind}`))).toEqual([]);
  });
  it.each(['fr', 'ar'] as const)('says in %s why, whatever reason a handler gives', async (language) => {
    const { has } = await addTexts(await fetchTexts(language), careTexts);
    const folder = join(import.meta.dirname, '../../care');
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const codes = sources.flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(/refuse\([^)]*?'(\w+)'(?: : '(\w+)')?\)/g),
    ]);
    const given = new Set(codes.flatMap(([, one, other]) => [one, other]).filter((code) => code !== undefined));
    expect(given.size).toBeGreaterThan(15);
    expect([...given].filter((code) => !has(`refusal.${code}`))).toEqual([]);
  });
  it('brings an edit back as it was typed, so that sending the form again says the same', () => {
    const fields = { fees: 'Gratuit', translations: { ar: { name: 'اسم' } } };
    const { to, draft } = way('edit_service', { serviceId, fields });
    expect([to, draft?.name]).toEqual([`/our-services/services/${serviceId}`, `service:${serviceId}`]);
    const record = { fees: null as string | null, translations: {} };
    expect(changesOf(record, draft?.value.touched as typeof fields)).toEqual(fields);
  });
  it('brings back a new service with its place', () => {
    const places = [{ communeCode: '024110101', address: '1, rue inventée', confidential: true }];
    expect(way('propose_service', { organizationId, fields: { name: 'Atelier inventé' }, places })).toEqual({
      to: `/our-services/organizations/${organizationId}/new`,
      draft: {
        name: `new-service:${organizationId}`,
        value: { touched: { name: 'Atelier inventé' }, communeCode: '024110101', address: '1, rue inventée', isConfidential: true },
      },
    });
  });
  it('brings back what was written in the small forms: places left, an answer, a reason, reminders, a word', () => {
    const drafts = [
      way('set_availability', { serviceId, availability: { state: 'closed', places: null, until: '2027-01-15' } }),
      way('set_availability', { serviceId, availability: null }),
      way('answer_feedback', { feedbackId: 'f', answer: 'Merci', state: 'answered' }),
      way('decide_change', { changeId: 'c', decision: 'reject', reason: 'Nom déjà pris' }, '/directory'),
      way('set_stewardship', { organizationId, rhythmMonths: 3, contactEmail: null, language: 'ar' }),
      way('add_everyday_word', { wordId: 'w', language: 'fr', word: 'l7did', termCode: 'justice' }, '/directory'),
    ].map(({ draft }) => draft?.value);
    expect(drafts).toEqual([
      { state: 'closed', places: '', until: '2027-01-15' },
      { state: 'unknown', places: '', until: '' },
      { answer: 'Merci' },
      { reason: 'Nom déjà pris' },
      { rhythmMonths: 3, contactEmail: '', language: 'ar' },
      { word: 'l7did', language: 'fr', termCode: 'justice' },
    ]);
  });
  it('shows what was typed without identifiers, and which field a remark is about', () => {
    const fields = { phones: [{ number: 'abc' }], translations: { ar: { description: 'نص' } } };
    expect(typedIn({ changeId: 'x', serviceId, fields, reason: 'Parce que' })).toEqual([
      ['phones', [{ number: 'abc' }]],
      ['translations.ar.description', 'نص'],
      ['reason', 'Parce que'],
    ]);
    expect(['fields.phones.0.number', 'fields.translations.ar.description', 'reason'].map(fieldOfRemark)).toEqual([
      'phones',
      'translations.ar.description',
      'reason',
    ]);
  });
});
