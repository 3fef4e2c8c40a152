import { expect, it } from 'vitest';
import { orientSchema, recordVisitSchema } from '../contract.ts';
import { changesOf, missingIn, outcomeOf, type VisitDraft } from './visit-draft.ts';

const draft: VisitDraft = {
  visitId: '0197f0a0-0000-7000-8000-000000000001',
  needs: ['health', 'orientation'],
  audience: 'rpt',
  language: 'ary',
  sex: 'not_said',
  ageBand: 'not_said',
  channel: 'in_person',
  outcome: '',
  communeCode: '',
  note: '  ',
  picked: [],
};
const picked = [
  { id: '0b7d0c1e-5a01-4c11-8a01-000000000011', name: 'Service inventé', organizationName: 'Association inventée', toBeConfirmed: true },
];

it('a visit needs only a need and an audience', () => {
  expect(missingIn(draft)).toEqual({});
  expect(Object.keys(missingIn({ ...draft, needs: [], audience: '' }))).toEqual(['needs', 'audience']);
});
it('someone pointed to a service was oriented, unless the agent says otherwise', () => {
  expect([outcomeOf(draft), outcomeOf({ ...draft, picked }), outcomeOf({ ...draft, picked, outcome: 'to_follow' })]).toEqual([
    'informed',
    'oriented',
    'to_follow',
  ]);
});
it('what leaves the desk is what the server expects, the visit before its orientations', () => {
  const [visit, ...orientations] = changesOf({ ...draft, picked, note: '🌿 ملاحظة', communeCode: '024110113' });
  expect(recordVisitSchema.safeParse(visit?.payload).error).toBeUndefined();
  expect(orientations.map((o) => orientSchema.safeParse(o.payload).success)).toEqual([true]);
});
it('nothing empty is sent', () => {
  expect(Object.keys(changesOf(draft)[0]?.payload ?? {})).not.toContain('note');
});
