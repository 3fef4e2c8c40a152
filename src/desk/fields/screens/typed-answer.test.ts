import { expect, it } from 'vitest';
import type { CustomField } from '../contract.ts';
import { blankField, changeableOf, draftOf, problemsIn } from './field-draft.ts';
import { answerOf, problemIn, typedOf } from './typed-answer.ts';

it('a number is read in the digits of either script, with a comma or a point', () => {
  expect(['12', '1 250,5', '٣٫٥', '١٢'].map((typed) => answerOf({ kind: 'number' }, typed))).toEqual([12, 1250.5, 3.5, 12]);
});
it('what the server would refuse is said beside its question before anything leaves', () => {
  const asked = { options: [], retiredAt: null };
  expect(problemIn({ ...asked, kind: 'number' }, 'douze')).toBe('answers.number.wrong');
  expect(problemIn({ ...asked, kind: 'number' }, '1e13')).toBe('answers.number.wrong');
  expect(problemIn({ ...asked, kind: 'date' }, '1850-01-01')).toBe('answers.date.wrong');
  expect(problemIn({ ...asked, kind: 'date' }, '1958-02-03')).toBeUndefined();
  expect(problemIn({ ...asked, kind: 'text', retiredAt: '2026-01-01' }, 'mot')).toBe('answers.retired');
  for (const kind of ['number', 'date', 'choice'] as const) expect(problemIn({ ...asked, kind }, '')).toBeUndefined();
});
it('an answer emptied is taken away, and false is an answer', () => {
  expect(answerOf({ kind: 'text' }, '  ')).toBeNull();
  expect(answerOf({ kind: 'yes_no' }, 'false')).toBe(false);
  expect(typedOf(false)).toBe('false');
  expect(typedOf(undefined)).toBe('');
});
it('a choice keeps its key when it is worded anew, and a new one never takes the key of another', () => {
  const field: CustomField = {
    id: 'f',
    subject: 'case',
    needs: [],
    kind: 'choice',
    labels: { fr: 'Q', ar: 'س' },
    options: [{ key: 'choice_2', labels: { fr: 'B', ar: 'ب' } }],
    sensitivity: 'plain',
    retentionMonths: null,
    position: 0,
    retiredAt: null,
  };
  const draft = draftOf(field);
  const options = [...draft.options, { key: '', fr: 'C', ar: 'ج' }, { key: '', fr: 'D', ar: 'د' }];
  expect(changeableOf({ ...draft, options }, 0).options.map((o) => o.key)).toEqual(['choice_2', 'choice_1', 'choice_3']);
});
it('a question is said in both languages, a choice has two answers, what is personal a time', () => {
  expect(problemsIn({ ...blankField, kind: 'choice', sensitivity: 'personal', retention: '0' })).toEqual({
    label: 'fields.label.missing',
    options: 'fields.options.missing',
    retention: 'fields.retention.missing',
  });
  expect(problemsIn({ ...blankField, labelFr: 'Q', labelAr: 'س' })).toEqual({});
});
