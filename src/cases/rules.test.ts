import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abandonReasons, caseActions, caseStatuses, type CaseStatus, closedStatuses, isClosed, notReceivableReasons } from './lists.ts';
import { actionsFor, nextStatus, transitionFor, transitions } from './rules.ts';

const given = fc.record({
  action: fc.constantFrom(...caseActions),
  reason: fc.option(fc.constantFrom(...notReceivableReasons, ...abandonReasons), { nil: undefined }),
  note: fc.option(fc.constant('Une raison'), { nil: undefined }),
});

describe('the life of a case', () => {
  it('every state can be reached from a new case, and left again', () => {
    const reached = new Set<CaseStatus>(['open']);
    for (let grew = true; grew; ) {
      const before = reached.size;
      for (const t of transitions) if (t.from.some((s) => reached.has(s))) reached.add(t.to);
      grew = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...caseStatuses].sort());
    expect(caseStatuses.filter((s) => actionsFor(s).length === 0)).toEqual([]);
  });
  it('one action leads from a state to one place only', () => {
    for (const status of caseStatuses)
      for (const action of caseActions)
        expect(transitions.filter((t) => t.action === action && t.from.includes(status)).length).toBeLessThanOrEqual(1);
  });
  it('a closed case can only be reopened, with words that say why', () => {
    for (const status of closedStatuses) expect(actionsFor(status)).toEqual(['reopen']);
    expect(nextStatus('solved', { action: 'reopen' })).toEqual({ refused: 'note_missing' });
    expect(nextStatus('solved', { action: 'reopen', note: 'La pension s’est arrêtée de nouveau' })).toEqual({ to: 'reopened' });
  });
  it('a request before a court is not receivable, and says so by a reason of the list', () => {
    expect(nextStatus('open', { action: 'declare_not_receivable', reason: 'before_court' })).toEqual({ to: 'not_receivable' });
    expect(nextStatus('open', { action: 'declare_not_receivable' })).toEqual({ refused: 'reason_missing' });
    expect(nextStatus('open', { action: 'declare_not_receivable', reason: 'unreachable' })).toEqual({ refused: 'reason_missing' });
  });
  it('whatever is asked, the answer is a state of the table or a refusal, and no case leaves its table', () => {
    fc.assert(
      fc.property(fc.constantFrom(...caseStatuses), fc.array(given, { maxLength: 30 }), (first, asked) => {
        let status: CaseStatus = first;
        for (const one of asked) {
          const next = nextStatus(status, one);
          if ('refused' in next) continue;
          expect(transitionFor(status, one.action)?.to).toBe(next.to);
          expect(isClosed(status) && one.action !== 'reopen').toBe(false);
          status = next.to;
        }
        expect(caseStatuses).toContain(status);
      }),
    );
  });
});
