import type { ActionStatus, CommitmentStatus, FindingStatus, RecommendationStatus } from './lists.ts';

/** Who moves a thing: those whose it is, those who keep the thread of the region, or either. */
export type Mover = 'own' | 'keeper' | 'either';

export interface Move<Status extends string> {
  from: readonly Status[];
  act: string;
  to: Status;
  by: Mover;
  /** Words are needed that say why. */
  reason?: true;
  /** Into which other one. */
  target?: true;
}

/** The life of a recommendation. What was decided stays readable: it is opened again, never overwritten. */
export const recommendationMoves: readonly Move<RecommendationStatus>[] = [
  { from: ['draft'], act: 'propose', to: 'proposed', by: 'own' },
  { from: ['proposed'], act: 'adopt', to: 'adopted', by: 'keeper' },
  { from: ['proposed'], act: 'reject', to: 'rejected', by: 'keeper', reason: true },
  { from: ['proposed', 'adopted'], act: 'merge', to: 'merged', by: 'keeper', reason: true, target: true },
  { from: ['adopted'], act: 'finish', to: 'done', by: 'either', reason: true },
  { from: ['adopted'], act: 'drop', to: 'dropped', by: 'keeper', reason: true },
  { from: ['rejected', 'merged'], act: 'reopen', to: 'proposed', by: 'keeper', reason: true },
  { from: ['done', 'dropped'], act: 'resume', to: 'adopted', by: 'keeper', reason: true },
];
/** The life of a joint action. Blocked is no state: it is an open blocker, whatever the state. */
export const actionMoves: readonly Move<ActionStatus>[] = [
  { from: ['draft'], act: 'propose', to: 'proposed', by: 'own' },
  { from: ['draft', 'proposed'], act: 'begin', to: 'under_way', by: 'own' },
  { from: ['under_way'], act: 'finish', to: 'done', by: 'own' },
  { from: ['proposed', 'under_way'], act: 'abandon', to: 'abandoned', by: 'own', reason: true },
  { from: ['done', 'abandoned'], act: 'resume', to: 'under_way', by: 'own', reason: true },
];
export const findingMoves: readonly Move<FindingStatus>[] = [
  { from: ['draft'], act: 'share', to: 'shared', by: 'own' },
  { from: ['shared'], act: 'merge', to: 'merged', by: 'keeper', reason: true, target: true },
  { from: ['merged'], act: 'unmerge', to: 'shared', by: 'keeper', reason: true },
];
/** An organisation's word about its part; only itself gives it. */
export const commitmentMoves: readonly Move<CommitmentStatus>[] = [
  { from: ['asked', 'declined', 'withdrawn'], act: 'commit', to: 'committed', by: 'own' },
  { from: ['asked'], act: 'decline', to: 'declined', by: 'own', reason: true },
  { from: ['committed', 'offered'], act: 'withdraw', to: 'withdrawn', by: 'own', reason: true },
  { from: ['declined', 'withdrawn'], act: 'offer', to: 'offered', by: 'own' },
];
/** The answer to an organisation that offered to join, by those whose action it is. */
export const offerMoves: readonly Move<CommitmentStatus>[] = [
  { from: ['offered'], act: 'accept', to: 'committed', by: 'own' },
  { from: ['offered'], act: 'refuse', to: 'declined', by: 'own', reason: true },
];

interface Asked {
  act: string;
  reason?: string | undefined;
  targetId?: string | undefined;
}
export interface Standing {
  isOwn: boolean;
  isKeeper: boolean;
}
const mayMove = (by: Mover, { isOwn, isKeeper }: Standing): boolean =>
  by === 'either' ? isOwn || isKeeper : by === 'own' ? isOwn : isKeeper;

/** What someone may do with a thing as it stands: the screens' buttons, and what the server asks first. */
export const movesFor = <S extends string>(moves: readonly Move<S>[], from: S, who: Standing): Move<S>[] =>
  moves.filter((move) => move.from.includes(from) && mayMove(move.by, who));

/** The state an act leads to, or why it cannot be done. */
export function nextState<S extends string>(
  moves: readonly Move<S>[],
  from: S,
  { act, reason, targetId }: Asked,
  who: Standing,
): { to: S } | { refused: string } {
  const move = moves.find((m) => m.act === act && m.from.includes(from));
  if (!move) return { refused: 'not_in_that_state' };
  if (!mayMove(move.by, who)) return { refused: 'not_yours_to_decide' };
  if (move.reason && !reason) return { refused: 'reason_missing' };
  if (move.target && !targetId) return { refused: 'merge_target_missing' };
  return { to: move.to };
}
