import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedStep, progressOfSteps, signalsOf, weightedMean } from './progress.ts';

const step: fc.Arbitrary<CountedStep> = fc.record({
  weight: fc.integer({ min: 1, max: 100 }),
  ending: fc.constantFrom('done' as const, 'dropped' as const, null),
  isMilestone: fc.boolean(),
  isProven: fc.boolean(),
});
const steps = fc.array(step, { maxLength: 12 });

describe('how far an action came', () => {
  it('is said by its steps, each by its weight', () => {
    const done = { ending: 'done' as const, isMilestone: false, isProven: false };
    expect(
      progressOfSteps([
        { ...done, weight: 1 },
        { ...done, weight: 3, ending: null },
      ]),
    ).toBe(0.25);
  });
  it('is not known where nobody said what there is to do, and that is not nothing done', () => {
    expect(progressOfSteps([])).toBeNull();
    expect(progressOfSteps([{ weight: 5, ending: 'dropped', isMilestone: false, isProven: false }])).toBeNull();
  });
  it('lies between nothing and all, and is all only when every step that is left is done and proven', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const progress = progressOfSteps(all);
        const left = all.filter((s) => s.ending !== 'dropped');
        if (left.length === 0) {
          expect(progress).toBeNull();
          return;
        }
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(1);
        expect(progress === 1).toBe(left.every((s) => s.ending === 'done' && (!s.isMilestone || s.isProven)));
      }),
    );
  });
  it('never falls when a step is done or proven, and never rises when one is added', () => {
    fc.assert(
      fc.property(steps, step, fc.nat(), (all, more, which) => {
        const before = progressOfSteps(all) ?? 0;
        const better = all.map((s, i) =>
          i === which % Math.max(all.length, 1) ? { ...s, ending: s.ending ?? ('done' as const), isProven: true } : s,
        );
        expect(progressOfSteps(better) ?? 0).toBeGreaterThanOrEqual(before);
        if (all.some((s) => s.ending !== 'dropped')) {
          expect(progressOfSteps([...all, { ...more, ending: null }]) ?? 0).toBeLessThanOrEqual(before);
        }
      }),
    );
  });
});

describe('the mean of several', () => {
  it('counts what nobody knows as not begun, and knows nothing where nothing is known', () => {
    expect(
      weightedMean([
        { progress: 1, weight: 1 },
        { progress: null, weight: 1 },
      ]),
    ).toBe(0.5);
    expect(weightedMean([{ progress: null, weight: 1 }])).toBeNull();
    expect(weightedMean([])).toBeNull();
  });
  it('lies between the least and the most', () => {
    const share = fc.record({ progress: fc.double({ min: 0, max: 1, noNaN: true }), weight: fc.integer({ min: 1, max: 100 }) });
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 9 }), (shares) => {
        const all = shares.map((s) => s.progress);
        const mean = weightedMean(shares) ?? Number.NaN;
        expect(mean).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
      }),
    );
  });
});

describe('what stands out', () => {
  const today = '2026-11-29';
  const calm = { status: 'under_way', nextDue: '2026-12-01', hasBlocker: false, movedAt: new Date('2026-11-20T10:00:00Z'), rhythmDays: 30 };
  it('is nothing while it goes as it should', () => expect(signalsOf(calm, today)).toEqual([]));
  it('is late from the day after the day', () => {
    expect(signalsOf({ ...calm, nextDue: today }, today)).toEqual([]);
    expect(signalsOf({ ...calm, nextDue: '2026-11-28' }, today)).toEqual(['late']);
  });
  it('is stalled when its owner’s own rhythm passed without a word', () => {
    expect(signalsOf({ ...calm, rhythmDays: 7 }, today)).toEqual(['stalled']);
  });
  it('is blocked by what somebody said blocks it, first of all', () => {
    expect(signalsOf({ ...calm, nextDue: '2026-01-01', hasBlocker: true }, today)).toEqual(['blocked', 'late']);
  });
  it('is nothing once it is over or not begun', () => {
    for (const status of ['draft', 'proposed', 'done', 'abandoned'])
      expect(signalsOf({ ...calm, status, nextDue: '2020-01-01', hasBlocker: true }, today)).toEqual([]);
  });
});
