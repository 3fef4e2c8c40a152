/** The closed lists of a case, apart from their schemas. */
export const priorities = ['emergency', 'urgent', 'normal'] as const;
export type Priority = (typeof priorities)[number];

export const openStatuses = ['open', 'in_progress', 'waiting_person', 'waiting_third_party', 'reopened'] as const;
export const closedStatuses = ['oriented', 'solved', 'partly_solved', 'abandoned', 'not_receivable', 'transferred'] as const;
export const caseStatuses = [...openStatuses, ...closedStatuses] as const;
export type CaseStatus = (typeof caseStatuses)[number];
export const isClosed = (status: CaseStatus): boolean => closedStatuses.some((s) => s === status);

/** What may be done with a case; rules.ts says when. */
export const caseActions = [
  'start',
  'wait_for_person',
  'wait_for_third_party',
  'resume',
  'orient',
  'solve',
  'solve_partly',
  'abandon',
  'declare_not_receivable',
  'transfer',
  'reopen',
] as const;
export type CaseAction = (typeof caseActions)[number];

/** Why a cell cannot take a request. Files before a court are refused everywhere (M'diq-Fnideq, 2016 on). */
export const notReceivableReasons = [
  'before_court',
  'final_decision',
  'outside_mission',
  'handled_elsewhere',
  'no_mandate',
  'duplicate',
] as const;
export const abandonReasons = ['withdrawn_by_person', 'unreachable', 'left_region', 'no_longer_needed'] as const;

/** How a child is accompanied; separated: without parents, with another adult; unaccompanied: with no adult who answers for them. */
export const minorSituations = ['with_parents', 'with_guardian', 'separated', 'unaccompanied'] as const;
export type MinorSituation = (typeof minorSituations)[number];
export const noteLevels = ['ordinary', 'health', 'protection'] as const;
export type NoteLevel = (typeof noteLevels)[number];
export const contactRoles = ['family', 'representative', 'guardian', 'interpreter', 'other'] as const;
/** Whether a step can be planned for a day: what lies outside was mistyped. Days of this form compare as texts. */
export const isPlanDay = (day: string): boolean => day >= '2000-01-01' && day <= '2099-12-31';
export const stepEndings = ['done', 'dropped'] as const;
export const clockKinds = ['acknowledge', 'answer'] as const;
export type ClockKind = (typeof clockKinds)[number];
/** The delays that are settings: beside those of a case, how long a person who wants to be erased may wait. */
export const delayKinds = [...clockKinds, 'erase'] as const;
export type DelayKind = (typeof delayKinds)[number];
