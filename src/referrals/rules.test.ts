import { expect, it } from 'vitest';
import { referralStatuses } from './contract.ts';
import { actionsFor, nextStatus, type ReferralAction, type Side, transitions } from './rules.ts';

const actions: ReferralAction[] = ['accept', 'decline', 'report_outcome', 'cancel'];
const sides: Side[] = ['sender', 'receiver'];

it('every state, action and side leads where the table says or is refused', () => {
  for (const from of referralStatuses) {
    for (const action of actions) {
      for (const by of sides) {
        const row = transitions.find((t) => t.from === from && t.action === action && t.by === by);
        expect('to' in nextStatus(from, action, by)).toBe(row !== undefined);
        expect(actionsFor(from, by).includes(action)).toBe(row !== undefined);
      }
    }
  }
});

it('a referral that was declined, completed, cancelled or withdrawn can no longer be changed', () => {
  for (const end of ['declined', 'completed', 'cancelled', 'withdrawn'] as const) {
    for (const by of sides) expect(actionsFor(end, by)).toEqual([]);
  }
});
