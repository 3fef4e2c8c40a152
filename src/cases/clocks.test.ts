import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clock, daysLeft, type Delay, delayFor, dueAt, effectOn, resumedDue } from './clocks.ts';
import { caseStatuses, closedStatuses } from './lists.ts';

const day = 86_400_000;
const start = new Date('2026-07-01T09:00:00Z');
const later = (days: number): Date => new Date(start.getTime() + days * day);
const clock = (over: Partial<Clock> = {}): Clock => ({ kind: 'answer', dueAt: later(60), pausedAt: null, stoppedAt: null, ...over });
const delay = (over: Partial<Delay>): Delay => ({
  kind: 'answer',
  need: null,
  days: 60,
  source: 'Décret',
  sourceAr: null,
  own: false,
  ...over,
});

describe('the delay of a case', () => {
  it('is the one of its need before the general one, and the cell’s own promise before the region’s', () => {
    const region = [delay({}), delay({ need: 'investment', days: 30 })];
    expect(delayFor('answer', ['health'], region)?.days).toBe(60);
    expect(delayFor('answer', ['investment', 'health'], region)?.days).toBe(30);
    expect(delayFor('answer', ['investment'], [...region, delay({ own: true, days: 45 })])?.days).toBe(45);
    expect(delayFor('acknowledge', ['health'], region)).toBeUndefined();
  });
  it('is the shortest when several needs have one', () => {
    expect(delayFor('answer', ['a', 'b'], [delay({ need: 'a', days: 30 }), delay({ need: 'b', days: 10 })])?.days).toBe(10);
  });
});

describe('a clock', () => {
  it('stops when the case closes, whatever the end', () => {
    for (const status of closedStatuses) expect(effectOn(clock(), status)).toBe('stop');
  });
  it('stands still while the person is waited for, and runs on while a third party is', () => {
    expect(effectOn(clock(), 'waiting_person')).toBe('pause');
    expect(effectOn(clock(), 'waiting_third_party')).toBeUndefined();
    expect(effectOn(clock({ pausedAt: later(3) }), 'waiting_third_party')).toBe('resume');
    expect(effectOn(clock({ pausedAt: later(3) }), 'in_progress')).toBe('resume');
  });
  it('of an acknowledgement ends with the first thing done', () => {
    expect(effectOn(clock({ kind: 'acknowledge' }), 'in_progress')).toBe('stop');
    expect(effectOn(clock({ kind: 'acknowledge' }), 'waiting_person')).toBe('stop');
  });
  it('once stopped is touched by nothing', () => {
    for (const status of caseStatuses) expect(effectOn(clock({ stoppedAt: later(1) }), status)).toBeUndefined();
  });
  it('moves its end by exactly as long as it stood still, however often', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 8 }), (pauses) => {
        let due = dueAt(start, 60);
        let now = start;
        let still = 0;
        for (const [before, length] of pauses) {
          const pausedAt = new Date(now.getTime() + before * day);
          now = new Date(pausedAt.getTime() + length * day);
          due = resumedDue({ dueAt: due, pausedAt }, now);
          still += length;
        }
        expect(due).toEqual(later(60 + still));
      }),
    );
  });
  it('never moves its end back when two devices’ clocks disagree', () => {
    expect(resumedDue({ dueAt: later(60), pausedAt: later(5) }, later(4))).toEqual(later(60));
  });
  it('tells the days that are left, and none while it stands still', () => {
    expect(daysLeft(clock(), later(50))).toBe(10);
    expect(daysLeft(clock(), later(62))).toBe(-2);
    expect(daysLeft(clock({ pausedAt: later(3) }), later(62))).toBeUndefined();
  });
});
