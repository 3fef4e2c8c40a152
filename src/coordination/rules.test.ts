import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionStatuses, commitmentStatuses, findingStatuses, recommendationStatuses } from './lists.ts';
import { actionMoves, commitmentMoves, findingMoves, type Move, movesFor, nextState, recommendationMoves } from './rules.ts';

const lives: [name: string, moves: readonly Move<string>[], statuses: readonly string[], first: string][] = [
  ['a recommendation', recommendationMoves, recommendationStatuses, 'draft'],
  ['an action', actionMoves, actionStatuses, 'draft'],
  ['a finding', findingMoves, findingStatuses, 'draft'],
  ['a commitment', commitmentMoves, commitmentStatuses, 'asked'],
];
const anyone = fc.record({ isOwn: fc.boolean(), isKeeper: fc.boolean() });
const asked = fc.record({
  act: fc.constantFrom(...new Set(lives.flatMap(([, moves]) => moves.map((m) => m.act))), 'sing'),
  reason: fc.option(fc.constant('Parce que'), { nil: undefined }),
  targetId: fc.option(fc.uuid(), { nil: undefined }),
});

describe.each(lives)('the life of %s', (_name, moves, statuses, first) => {
  it('leads everywhere from its beginning, and one act to one place', () => {
    const reached = new Set([first]);
    for (let grew = true; grew; ) {
      const before = reached.size;
      for (const move of moves) if (move.from.some((s) => reached.has(s))) reached.add(move.to);
      grew = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...statuses].sort());
    for (const from of statuses) {
      const acts = moves.filter((m) => m.from.includes(from)).map((m) => m.act);
      expect(new Set(acts).size).toBe(acts.length);
    }
  });
  it('never goes back to a draft, which others have read by then', () => {
    expect(moves.filter((m) => m.to === 'draft')).toEqual([]);
  });
  it('is opened again, where it ended, only with the reason', () => {
    const ends = statuses.filter((s) => ['rejected', 'merged', 'done', 'dropped', 'abandoned'].includes(s));
    for (const end of ends) {
      const back = moves.filter((m) => m.from.includes(end));
      expect(back.length, `out of ${end}`).toBeGreaterThan(0);
      expect(back.every((m) => m.reason)).toBe(true);
    }
  });
  it('whatever is asked by whomever, is a move of the table or a refusal, and the buttons show just what is not refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...statuses), asked, anyone, (from, one, who) => {
        const next = nextState(moves, from, one, who);
        const offered = movesFor(moves, from, who).find((m) => m.act === one.act);
        if ('refused' in next) {
          if (offered) expect(['reason_missing', 'merge_target_missing']).toContain(next.refused);
          return;
        }
        expect(offered?.to).toBe(next.to);
        if (offered?.reason) expect(one.reason).toBeTruthy();
        if (offered?.target) expect(one.targetId).toBeTruthy();
      }),
    );
  });
  it('is moved by nobody who is neither whose it is nor keeps the thread', () => {
    for (const from of statuses) expect(movesFor(moves, from, { isOwn: false, isKeeper: false })).toEqual([]);
  });
});
