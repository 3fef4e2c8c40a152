import type { ReferralStatus, priorities } from './contract.ts';

export type Side = 'sender' | 'receiver';
export type ReferralAction = 'accept' | 'decline' | 'report_outcome' | 'cancel';

interface Transition {
  from: ReferralStatus;
  action: ReferralAction;
  by: Side;
  to: ReferralStatus;
}

/** The life of a referral: the server decides by this table and the screens show its buttons from it. */
export const transitions: readonly Transition[] = [
  { from: 'sent', action: 'accept', by: 'receiver', to: 'accepted' },
  { from: 'sent', action: 'decline', by: 'receiver', to: 'declined' },
  { from: 'sent', action: 'cancel', by: 'sender', to: 'cancelled' },
  { from: 'accepted', action: 'report_outcome', by: 'receiver', to: 'completed' },
  { from: 'accepted', action: 'cancel', by: 'sender', to: 'cancelled' },
];

/** The state an action leads to, or the reason it cannot be done. */
export function nextStatus(from: ReferralStatus, action: ReferralAction, by: Side): { to: ReferralStatus } | { refused: string } {
  const fitting = transitions.filter((t) => t.from === from && t.action === action);
  const [first] = fitting;
  if (!first) return { refused: 'referral_not_in_that_state' };
  return first.by === by ? { to: first.to } : { refused: 'not_your_side_of_the_referral' };
}

export const actionsFor = (status: ReferralStatus, by: Side): ReferralAction[] =>
  transitions.filter((t) => t.from === status && t.by === by).map((t) => t.action);

/** Hours the receiver has to answer; after the IASC inter-agency referral form (24 h, 72 h, two weeks). */
export const answerHours: Record<(typeof priorities)[number], number> = { emergency: 24, urgent: 72, normal: 336 };
