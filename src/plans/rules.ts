import { type Stage, stages } from './lists.ts';

export interface Move {
  from: Stage;
  act: 'go_on' | 'go_back';
  to: Stage;
  /** Words are needed that say why. */
  reason: boolean;
  /** What the plan was is frozen as a version. */
  freezes: boolean;
}

/** The life of a plan: one stage on at a time, each frozen as it ends; back to any earlier one, with the reason. Nothing that was is lost. */
export const moves: readonly Move[] = stages.flatMap((from, at): Move[] => {
  const next = stages[at + 1];
  const on: Move[] = next ? [{ from, act: 'go_on', to: next, reason: false, freezes: true }] : [];
  return [...on, ...stages.slice(0, at).map((to): Move => ({ from, act: 'go_back', to, reason: true, freezes: false }))];
});
export const movesFrom = (from: Stage): Move[] => moves.filter((move) => move.from === from);

/** Where an act leads, or why it cannot be done. */
export function decideMove(
  from: Stage,
  asked: { act: string; to: Stage; reason?: string | undefined; reachedOn: string },
  since: string,
): Move | { refused: string } {
  const move = moves.find((m) => m.from === from && m.act === asked.act && m.to === asked.to);
  if (!move) return { refused: 'not_in_that_state' };
  if (move.reason && !asked.reason) return { refused: 'reason_missing' };
  if (move.act === 'go_on' && asked.reachedOn < since) return { refused: 'before_it_began' };
  return move;
}

/** A closed plan is read; to write in it again it is taken back to a stage, with the reason. */
export const isOpen = (stage: Stage): boolean => stage !== 'closed';
/** A year is judged once the plan is carried out. */
export const mayEvaluate = (stage: Stage): boolean => stage === 'running';
