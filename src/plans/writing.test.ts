import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from './contract.ts';
import { mergeField } from './merge-field.ts';
import { nextStep } from './next-step.ts';
import { readTyped } from '../platform/typed-number.ts';

describe('a number as it is typed', () => {
  it.each([
    ['1 250 000', 1_250_000],
    ['١٢٥٠,٥', 1250.5],
    ['-3', -3],
    ['', undefined],
    ['douze', 'wrong'],
    ['1,2,3', 'wrong'],
  ])('%s is %s', (text, number) => {
    expect(readTyped(text)).toBe(number);
  });
});

describe('what two made of one field', () => {
  const values = fc.uniqueArray(fc.constantFrom('mre', 'rpt', 'women', 'youth'));
  it('of a list holds what either added and not what either took out, whoever came first', () => {
    fc.assert(
      fc.property(values, values, values, (base, theirs, mine) => {
        const merged = mergeField('list', base, theirs, mine);
        if (!('value' in merged)) throw new Error('lists never meet');
        const wanted = [...new Set([...theirs, ...mine])].filter((v) => !base.includes(v) || (theirs.includes(v) && mine.includes(v)));
        expect((merged.value as string[]).toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });
  it('of a figure meets only where both changed it to another', () => {
    expect(mergeField('number', 1, 1, 2)).toEqual({ value: 2 });
    expect(mergeField('number', 1, 2, 1)).toEqual({ value: 2 });
    expect(mergeField('number', 1, 2, 2)).toEqual({ value: 2 });
    expect(mergeField('number', 1, 2, 3)).toEqual({ isMet: true });
    expect(mergeField('number', 1, null, 3)).toEqual({ value: 3 });
  });
});

describe('the next thing to do with a plan', () => {
  const plan = (over: Partial<Plan>) =>
    ({
      stage: 'prepared',
      years: [2028, 2029, 2030, 2031, 2032, 2033],
      sessions: [],
      needs: [],
      projects: [],
      remarks: [],
      evaluations: [],
      ...over,
    }) as unknown as Plan;
  it('is to write what the stage asks for, then to go on', () => {
    expect(nextStep(plan({ stage: 'diagnosis' }), '2028-01-01')).toEqual({ kind: 'write', what: 'needs' });
    expect(nextStep(plan({ stage: 'diagnosis', needs: [{ rank: null }] as Plan['needs'] }), '2028-01-01')).toEqual({
      kind: 'go_on',
      to: 'priorities',
    });
    expect(nextStep(plan({ stage: 'priorities', needs: [{ rank: null }] as Plan['needs'] }), '2028-01-01')).toEqual({
      kind: 'write',
      what: 'votes',
    });
  });
  it('of a remark is its answer', () => {
    const remarks = [{ body: 'ieecag', answer: null }] as Plan['remarks'];
    expect(nextStep(plan({ stage: 'consultation', remarks }), '2028-01-01')).toEqual({ kind: 'write', what: 'answers' });
  });
  it('of a running plan is to judge each year that is over; it is closed after its last', () => {
    const running = plan({ stage: 'running' });
    expect(nextStep(running, '2028-06-01')).toEqual({ kind: 'none' });
    expect(nextStep(running, '2029-01-02')).toEqual({ kind: 'write', what: 'year' });
    const evaluations = [2028, 2029, 2030, 2031, 2032, 2033].map((year) => ({ year, status: 'adopted' })) as Plan['evaluations'];
    expect(nextStep(plan({ stage: 'running', evaluations }), '2033-12-31')).toEqual({ kind: 'none' });
    expect(nextStep(plan({ stage: 'running', evaluations }), '2034-01-01')).toEqual({ kind: 'go_on', to: 'closed' });
  });
});
