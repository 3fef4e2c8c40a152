import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movesFor, nextState } from '../rules.ts';
import { meetingActs, meetingStatuses } from './lists.ts';
import { daysOf, hoursOf, inTheWayOf, isAhead, isOpen, meetingMoves, minutesTooMany } from './rules.ts';

describe('the life of a meeting', () => {
  const acts = [...meetingActs, 'validate', 'sing'];
  const table = meetingStatuses.flatMap((from) =>
    acts.map((act) => {
      const next = nextState(meetingMoves, from, { act, reason: 'Parce que' }, { isOwn: true, isKeeper: false });
      return [from, act, 'to' in next ? next.to : next.refused] as const;
    }),
  );
  it('is this, and nothing else', () => {
    expect(table.filter(([, , to]) => to !== 'not_in_that_state')).toEqual([
      ['draft', 'call', 'called'],
      ['draft', 'cancel', 'cancelled'],
      ['called', 'hold', 'held'],
      ['called', 'cancel', 'cancelled'],
      ['held', 'validate', 'validated'],
    ]);
  });
  it.each(meetingStatuses)('from %s, only those who hold it move it, the coordination no more than others', (from) => {
    expect(movesFor(meetingMoves, from, { isOwn: false, isKeeper: true })).toEqual([]);
    expect(movesFor(meetingMoves, from, { isOwn: false, isKeeper: false })).toEqual([]);
  });
  it('is cancelled with the reason alone', () => {
    for (const from of ['draft', 'called'] as const) {
      expect(nextState(meetingMoves, from, { act: 'cancel' }, { isOwn: true, isKeeper: false })).toEqual({ refused: 'reason_missing' });
    }
  });
  it('is prepared until it is validated, and moved to another day until it is held', () => {
    expect(meetingStatuses.filter(isOpen)).toEqual(['draft', 'called', 'held']);
    expect(meetingStatuses.filter(isAhead)).toEqual(['draft', 'called']);
  });
});

describe('a meeting', () => {
  const ready = { heldOn: '2026-12-10', begins: '09:00', place: 'Oujda', link: null };
  it.each([
    ['call', ready, '2026-12-01', undefined],
    ['call', ready, '2026-12-11', 'meeting_day_past'],
    ['call', { ...ready, begins: null }, '2026-12-01', 'meeting_hours_missing'],
    ['call', { ...ready, place: '' }, '2026-12-01', 'meeting_place_missing'],
    ['call', { ...ready, place: '', link: 'https://example.org' }, '2026-12-01', undefined],
    ['hold', ready, '2026-12-09', 'meeting_not_begun'],
    ['hold', ready, '2026-12-10', undefined],
    ['cancel', { ...ready, place: '' }, '2026-12-11', undefined],
  ] as const)('to %s it needs what is missing', (act, meeting, today, missing) => {
    expect(inTheWayOf(act, meeting, today)).toBe(missing);
  });
  it('of one day lasts one day, and of three lasts three', () => {
    expect(daysOf('2023-02-21', null)).toBe(1);
    expect(daysOf('2023-02-21', '2023-02-23')).toBe(3);
  });
});

describe('the hours of an agenda', () => {
  it('follow one another, each day from its beginning', () => {
    const items = [
      { id: 'a', day: 1, minutes: 30 },
      { id: 'b', day: 2, minutes: 20 },
      { id: 'c', day: 1, minutes: 45 },
    ];
    expect(Object.fromEntries(hoursOf(items, '09:00'))).toEqual({
      a: { from: '09:00', until: '09:30' },
      b: { from: '09:00', until: '09:20' },
      c: { from: '09:30', until: '10:15' },
    });
    expect(minutesTooMany(items, '09:00', '10:00')).toBe(15);
    expect(minutesTooMany([], '09:00', '10:00')).toBe(0);
  });
  it('leave no gap and no overlap, whatever their lengths', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lengths, (minutes) => {
        const items = minutes.map((each, place) => ({ id: String(place), day: 1, minutes: each }));
        const hours = [...hoursOf(items, '08:00').values()];
        hours.slice(1).forEach((each, place) => {
          expect(each.from).toBe(hours[place]?.until);
        });
        const sum = minutes.reduce((a, b) => a + b, 0);
        expect(minutesTooMany(items, '08:00', '10:00')).toBe(Math.max(0, sum - 120));
      }),
    );
  });
});
