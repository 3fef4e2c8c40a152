import { expect, it } from 'vitest';
import { orientSchema, recordVisitSchema } from '../contract.ts';
import { changesOf, missingIn, outcomeOf, type RecordedVisit } from './visit-draft.ts';

const draft: RecordedVisit = {
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
  emergency: false,
  group: null,
  known: null,
  later: null,
};
const nobody = { personId: null, personName: null, previousVisitId: null, previousReference: null, caseId: null, caseReference: null };
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

it('a group leaves as one visit with its profile in numbers, and names nobody even when one of them is known', () => {
  const group = { people: 30, profiles: { 'man 18_24': 20, 'woman 25_44': 0 }, attention: { pregnant: 1, no_shelter: 0 } };
  const known = { ...nobody, personId: draft.visitId, personName: 'Testa Inventée' };
  const [visit] = changesOf({ ...draft, sex: 'man', ageBand: '18_24', emergency: true, group, known });
  const sent = recordVisitSchema.parse(visit?.payload);
  expect(sent).toMatchObject({
    sex: 'not_said',
    emergency: true,
    group: { people: 30, profiles: [{ sex: 'man', ageBand: '18_24', people: 20 }], attention: { pregnant: 1 } },
  });
  expect(sent.personId).toBeUndefined();
});
it('whoever comes back for the same thing is tied to their file and to the visit before', () => {
  const known = { ...nobody, personId: draft.visitId, caseId: draft.visitId, previousVisitId: draft.visitId };
  expect(recordVisitSchema.parse(changesOf({ ...draft, known })[0]?.payload)).toMatchObject({
    personId: draft.visitId,
    aboutCaseId: draft.visitId,
    previousVisitId: draft.visitId,
  });
});
