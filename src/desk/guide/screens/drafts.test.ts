import { describe, expect, it } from 'vitest';
import { adjustProcedureSchema, writeProcedureSchema } from '../contract.ts';
import { adjustDraftOf, adjustDraftOfPayload, adjustPayloadOf, wrongInAdjustment } from './adjust-draft.ts';
import { newProcedure, noPaper, type WriteDraft, writeDraftOf, writePayloadOf, wrongInProcedure } from './write-draft.ts';

const id = '5d5ee0a5-6f6a-4a3c-9f0f-6a1d3f1c2b3a';
const words = (fr: string) => ({ fr, ar: `${fr} ar` });
const none = { fr: '', ar: '' };

describe('the limit and the note of a cell', () => {
  const limit = { days: 60, about: words('Réponse'), source: words('Loi'), setBy: 'law' as const };
  it('begin empty while only the law sets a limit, and as they are once the cell has set one', () => {
    expect(adjustDraftOf({ limit, notes: { region: null, cell: null } }, 'cell')).toEqual({ days: '', source: none, note: none });
    const set = adjustDraftOf({ limit: { ...limit, setBy: 'cell' }, notes: { region: null, cell: words('Note') } }, 'cell');
    expect(set).toEqual({ days: '60', source: words('Loi'), note: words('Note') });
  });
  it('are what the server takes, and come back from a refused change as they were typed', () => {
    const typed = { days: '45', source: words('Note'), note: words('Appeler') };
    const payload = adjustPayloadOf(id, typed);
    expect(adjustProcedureSchema.safeParse(payload).success).toBe(true);
    expect(adjustDraftOfPayload(payload)).toEqual(typed);
    expect(adjustPayloadOf(id, { days: '', source: none, note: none })).toEqual({ procedureId: id });
  });
  it.each([
    ['days without who set them', { days: '45' }, { source: true }],
    ['who set it without the days', { source: words('Note') }, { days: true }],
    ['no number', { days: 'dix', source: words('Note') }, { days: true }],
    ['none at all in days', { days: '0', source: words('Note') }, { days: true }],
    ['a note in one language', { note: { fr: 'Note', ar: '' } }, { note: true }],
  ])('%s is wrong', (_, typed, wrong) => {
    expect(wrongInAdjustment({ days: '', source: none, note: none, ...typed })).toEqual(wrong);
  });
});

describe('a procedure of the cell’s own', () => {
  const typed: WriteDraft = {
    ...newProcedure,
    needs: ['culture'],
    audiences: ['mre'],
    title: words('Titre'),
    about: words('Explication'),
    papers: [{ name: words('Papier'), from: words('Commune') }],
    cost: words('Gratuit'),
    office: words('Bureau'),
    link: 'https://example.org/',
  };
  it('is what the server takes, and comes back from a refused change as it was typed', () => {
    expect(wrongInProcedure(typed).size).toBe(0);
    const sent = writeProcedureSchema.parse(writePayloadOf(id, typed));
    expect(writeDraftOf(sent)).toEqual(typed);
  });
  it('keeps no row of papers that nothing was typed in', () => {
    expect(writePayloadOf(id, { ...typed, papers: [noPaper, noPaper] })).toMatchObject({ papers: [] });
  });
  it('says all that is missing at once', () => {
    expect([...wrongInProcedure(newProcedure)].sort()).toEqual(['about', 'audiences', 'needs', 'office', 'title']);
    expect([...wrongInProcedure({ ...typed, link: 'example', papers: [{ name: { fr: 'x', ar: '' }, from: none }] })]).toEqual([
      'papers',
      'link',
    ]);
  });
});
