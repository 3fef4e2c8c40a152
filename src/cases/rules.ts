import { abandonReasons, type CaseAction, type CaseStatus, closedStatuses, notReceivableReasons, openStatuses } from './lists.ts';

interface Transition {
  from: readonly CaseStatus[];
  action: CaseAction;
  to: CaseStatus;
  /** A closed list, where one of its reasons must be given. */
  reasons?: readonly string[];
  /** Words are needed: whom it waits for, where it went. */
  note?: true;
}
const worked = ['open', 'in_progress', 'reopened'] as const;
const waiting = ['waiting_person', 'waiting_third_party'] as const;

/** The life of a case: the server decides by this table and the screens show their buttons from it. */
export const transitions: readonly Transition[] = [
  { from: ['open', 'reopened'], action: 'start', to: 'in_progress' },
  { from: [...worked, 'waiting_third_party'], action: 'wait_for_person', to: 'waiting_person', note: true },
  { from: [...worked, 'waiting_person'], action: 'wait_for_third_party', to: 'waiting_third_party', note: true },
  { from: waiting, action: 'resume', to: 'in_progress' },
  { from: openStatuses, action: 'orient', to: 'oriented' },
  { from: openStatuses, action: 'solve', to: 'solved' },
  { from: openStatuses, action: 'solve_partly', to: 'partly_solved', note: true },
  { from: openStatuses, action: 'abandon', to: 'abandoned', reasons: abandonReasons },
  { from: openStatuses, action: 'declare_not_receivable', to: 'not_receivable', reasons: notReceivableReasons },
  { from: openStatuses, action: 'transfer', to: 'transferred', note: true },
  { from: closedStatuses, action: 'reopen', to: 'reopened', note: true },
];

export const transitionFor = (from: CaseStatus, action: CaseAction): Transition | undefined =>
  transitions.find((t) => t.action === action && t.from.includes(from));
export const actionsFor = (status: CaseStatus): CaseAction[] => transitions.filter((t) => t.from.includes(status)).map((t) => t.action);

/** The state an action leads to, or the reason it cannot be done. */
export function nextStatus(
  from: CaseStatus,
  { action, reason, note }: { action: CaseAction; reason?: string | undefined; note?: string | undefined },
): { to: CaseStatus } | { refused: string } {
  const transition = transitionFor(from, action);
  if (!transition) return { refused: 'case_not_in_that_state' };
  if (transition.reasons && !(reason && transition.reasons.includes(reason))) return { refused: 'reason_missing' };
  if (!transition.reasons && reason) return { refused: 'reason_not_asked' };
  if (transition.note && !note) return { refused: 'note_missing' };
  return { to: transition.to };
}

/** What a child's case begins with, in words the screens translate: the law names who must be told, not software. */
export const firstStepsOf: Record<'separated' | 'unaccompanied', readonly string[]> = {
  separated: ['verify_link_with_adult', 'tell_child_protection', 'ask_child_wishes'],
  unaccompanied: ['safe_place_tonight', 'tell_child_protection', 'name_guardian', 'ask_child_wishes', 'search_family'],
};
