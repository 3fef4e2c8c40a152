import type { Move } from '../rules.ts';
import type { DecisionStatus } from './lists.ts';

/** The life of a decision. Its own are those who hold the meeting and whoever has it in hand; each move says what shows it, or why. */
export const decisionMoves: readonly Move<DecisionStatus>[] = [
  { from: ['open'], act: 'finish', to: 'done', by: 'own', reason: true },
  { from: ['open'], act: 'drop', to: 'dropped', by: 'own', reason: true },
  { from: ['done', 'dropped'], act: 'reopen', to: 'open', by: 'own', reason: true },
];

interface Numbered {
  /** Which meeting of its body; null for a meeting of none. */
  meetingNumber: number | null;
  /** YYYY-MM-DD */
  heldOn: string;
  number: number;
}
/** `2026-03/4`: the fourth decision of the third meeting of a body, held in 2026. Outside a body a meeting goes by its day: `2026-03-12/4`. */
export const decisionLabel = ({ meetingNumber, heldOn, number }: Numbered): string =>
  `${meetingNumber === null ? heldOn : `${heldOn.slice(0, 4)}-${String(meetingNumber).padStart(2, '0')}`}/${number}`;

/** Not done on the day it was due; days as YYYY-MM-DD. */
export const isLate = ({ status, dueOn }: { status: DecisionStatus; dueOn: string | null }, today: string): boolean =>
  status === 'open' && dueOn !== null && dueOn < today;
