import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OutboxEntry } from '../../../../workspace/outbox/order.ts';
import type { NoteRow } from '../../contract.ts';
import { titleAndText } from './become.ts';
import { languageOf, shownNotes } from './shown-notes.ts';

const kept = (id: string, over: Partial<NoteRow> = {}): NoteRow => ({
  ...{ id, groupId: null, kind: 'said', words: { fr: `Dit ${id}` }, position: 1, organization: 'Cellule', became: null, conflicts: [] },
  ...over,
});
const entry = (seq: number, kind: string, payload: Record<string, unknown>, state: OutboxEntry['state'] = 'waiting'): OutboxEntry => ({
  ...{ seq, id: String(seq), userId: 'u', organizationId: 'o', kind: `coordination.${kind}`, at: '2026-03-12T10:00:00Z', payload, state },
});
const written = (seq: number, noteId: string, over: object = {}) =>
  entry(seq, 'write_note', { noteId, meetingId: 'm', groupId: null, kind: 'need', words: { fr: 'Écrit' }, position: 2, ...over });

it('a note written without a network is there at once, and stands as on its way', () => {
  expect(shownNotes([kept('a')], [written(1, 'b')], 'm').map(({ id, state }) => [id, state])).toEqual([
    ['a', 'kept'],
    ['b', 'waiting'],
  ]);
});
it('what was written of another meeting is not of this one', () => {
  expect(shownNotes([], [written(1, 'b', { meetingId: 'other' })], 'm')).toEqual([]);
});
it('changes on their way are seen in the order they were made, also of a note that is itself on its way', () => {
  const changes = [
    entry(3, 'change_note', { noteId: 'b', isWithdrawn: true }),
    entry(2, 'change_note', { noteId: 'b', kind: 'action' }),
    written(1, 'b'),
    entry(4, 'change_note', { noteId: 'a', kind: 'difficulty', groupId: 'g' }),
    entry(5, 'edit_text', { subjectKind: 'note', subjectId: 'a', language: 'fr', value: 'Autrement' }, 'refused'),
  ];
  expect(shownNotes([kept('a')], changes, 'm')).toEqual([
    { ...kept('a'), kind: 'difficulty', groupId: 'g', words: { fr: 'Autrement' }, state: 'refused' },
  ]);
});
it('a note that the server has already is not doubled by the change that brought it there', () => {
  expect(shownNotes([kept('b')], [written(1, 'b')], 'm')).toHaveLength(1);
});
it('Arabic letters make a note Arabic, whatever stands beside them', () => {
  expect([languageOf('Besoin'), languageOf('حاجة urgente'), languageOf('123')]).toEqual(['fr', 'ar', 'fr']);
});
it('a title made of a note fits, and nothing of a longer note is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2000 }), (typed) => {
      const words = typed.trim() || 'Dit';
      const { title, text } = titleAndText(words);
      expect([...title].length).toBeLessThanOrEqual(200);
      expect(title).not.toBe('');
      expect(text ?? title).toBe(words);
    }),
  );
});
it('a first sentence that fits is the title of a long note', () => {
  const first = 'Aucun interprète le jeudi.';
  expect(titleAndText(`${first} ${'Et encore. '.repeat(40)}`.trim()).title).toBe(first);
});
