import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StageSetting, VersionRow } from './contract.ts';
import { addMonths, stagesOf } from './deadlines.ts';
import { stages } from './lists.ts';
import { ranksOf } from './ranks.ts';
import { decideMove, moves, movesFrom } from './rules.ts';

describe('the life of a plan', () => {
  const asked = { reason: 'parce que', reachedOn: '2026-02-01' };
  it.each(stages.flatMap((from) => stages.map((to) => [from, to] as const)))('from %s to %s there is one act, or none', (from, to) => {
    const [at, aim] = [stages.indexOf(from), stages.indexOf(to)];
    const may = (act: string) => !('refused' in decideMove(from, { ...asked, act, to }, '2026-01-01'));
    expect(may('go_on')).toBe(aim === at + 1);
    expect(may('go_back')).toBe(aim < at);
  });
  it('going back needs a reason, going on freezes what was', () => {
    for (const move of moves) expect([move.reason, move.freezes]).toEqual([move.act === 'go_back', move.act === 'go_on']);
    expect(decideMove('visa', { act: 'go_back', to: 'projects', reachedOn: '2026-02-01' }, '2026-01-01')).toEqual({
      refused: 'reason_missing',
    });
    expect(movesFrom('closed').every((m) => m.act === 'go_back')).toBe(true);
  });
  it('no stage is over before it began', () => {
    expect(decideMove('prepared', { act: 'go_on', to: 'diagnosis', reachedOn: '2025-12-31' }, '2026-01-01')).toEqual({
      refused: 'before_it_began',
    });
  });
});
const counted = fc.uniqueArray(fc.record({ id: fc.uuid(), women: fc.nat(40), men: fc.nat(40) }), { selector: (c) => c.id, maxLength: 20 });
it('more hands never rank behind fewer, as many share a rank, and whoever has none has no rank', () => {
  fc.assert(
    fc.property(counted, (needs) => {
      const ranks = ranksOf(needs);
      for (const a of needs) {
        expect(ranks.has(a.id)).toBe(a.women + a.men > 0);
        for (const b of needs) {
          const [ra, rb] = [ranks.get(a.id), ranks.get(b.id)];
          if (ra !== undefined && rb !== undefined) expect(Math.sign(ra - rb)).toBe(Math.sign(b.women + b.men - a.women - a.men) + 0);
        }
      }
      if (ranks.size > 0) expect([...ranks.values()]).toContain(1);
    }),
  );
});
it('months after the end of a month end with theirs', () => {
  expect(addMonths('2027-10-31', 1)).toBe('2027-11-30');
  expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
});

describe('what is due', () => {
  const setting = (key: StageSetting['key'], over: Partial<StageSetting> = {}): StageSetting => ({
    key,
    names: {},
    tasks: {},
    monthsAfterStart: null,
    daysAfterPrevious: null,
    law: null,
    sourceUrl: null,
    isChecked: true,
    ...over,
  });
  const settings = [
    setting('prepared'),
    setting('diagnosis', { daysAfterPrevious: 90 }),
    setting('deliberation', { monthsAfterStart: 12 }),
  ];
  const ended = (number: number, stage: VersionRow['stage'], reachedOn: string): VersionRow => ({
    id: `${number}`,
    number,
    stage,
    endsStage: true,
    reachedOn,
    name: null,
    frozenAt: '',
  });
  const at = (stage: StageSetting['key'], versions: VersionRow[], today: string) =>
    stagesOf({ stage, mandateStartsOn: '2027-09-20' }, versions, settings, today).map(({ state, dueOn, isLate }) => [state, dueOn, isLate]);
  it('counts from the mandate or from the day the stage before was over, the newest day where it was gone back to', () => {
    const versions = [ended(1, 'prepared', '2027-11-01'), ended(2, 'prepared', '2027-12-01')];
    expect(at('diagnosis', versions, '2028-01-01')).toEqual([
      ['done', null, false],
      ['now', '2028-02-29', false],
      ['ahead', '2028-09-20', false],
    ]);
    expect(at('diagnosis', versions, '2028-03-01')[1]).toEqual(['now', '2028-02-29', true]);
  });
  it('a stage that ended after its day stays late, one that ended before it does not', () => {
    const over = (day: string) => at('priorities', [ended(1, 'prepared', '2027-11-01'), ended(2, 'diagnosis', day)], '2030-01-01')[1];
    expect(over('2028-01-30')).toEqual(['done', '2028-01-30', false]);
    expect(over('2028-01-31')).toEqual(['done', '2028-01-30', true]);
  });
});
