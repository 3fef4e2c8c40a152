import { ageAt } from '../../../people/index.ts';
import type { Mapping, ReadRow } from '../contract.ts';
import type { CaseAction } from '../../lists.ts';
import type { RegisterStatus } from '../lists.ts';

/** How a case comes to stand as the register says. `note` is required of some moves. */
const moves: Record<Exclude<RegisterStatus, 'none' | 'open'>, { action: CaseAction; reason?: string; note?: true }> = {
  in_progress: { action: 'start' },
  waiting_person: { action: 'wait_for_person', note: true },
  waiting_third_party: { action: 'wait_for_third_party', note: true },
  oriented: { action: 'orient' },
  solved: { action: 'solve' },
  partly_solved: { action: 'solve_partly', note: true },
  transferred: { action: 'transfer', note: true },
  withdrawn_by_person: { action: 'abandon', reason: 'withdrawn_by_person' },
  unreachable: { action: 'abandon', reason: 'unreachable' },
  outside_mission: { action: 'declare_not_receivable', reason: 'outside_mission' },
};

const bands = [
  [12, 'under_12'],
  [18, '12_17'],
  [25, '18_24'],
  [45, '25_44'],
  [65, '45_64'],
  [Number.POSITIVE_INFINITY, '65_and_over'],
] as const;
/** The age somebody had that day, as visits count it. */
export function ageBandAt(birthDate: string | null, day: Date): string {
  if (!birthDate) return 'not_said';
  const age = ageAt(birthDate, day);
  return age < 0 ? 'not_said' : (bands.find(([below]) => age < below)?.[1] ?? 'not_said');
}

/** At noon, so that no time zone moves it to another day. */
export const dayOf = ({ visitedOn }: ReadRow, otherwise: Date): Date => (visitedOn ? new Date(`${visitedOn}T12:00:00Z`) : otherwise);

export const personOf = (read: ReadRow, personId: string) => ({
  personId,
  name: read.name,
  otherNames: read.otherNames.map((name) => ({ name, use: 'other_script' })),
  birthDate: read.birthDate,
  sex: read.sex,
  phone: read.phone,
  email: read.email,
  residenceCountry: read.country,
  language: read.language,
  languages: read.languages,
  audience: read.audience,
});

export const visitOf = (read: ReadRow, { common }: Mapping, visitId: string, personId: string, at: Date) => ({
  visitId,
  personId,
  audience: read.audience ?? common.audience,
  needs: read.needs,
  language: read.language ?? common.language,
  sex: read.sex ?? 'not_said',
  ageBand: ageBandAt(read.birthDate, at),
  channel: common.channel,
  outcome: read.outcome ?? (read.status ? 'case_opened' : common.outcome),
  ...(read.note ? { note: read.note } : {}),
});

export const caseOf = (read: ReadRow, caseId: string, personId: string, visitId: string | undefined) => ({
  caseId,
  personId,
  needs: read.needs,
  ...(visitId ? { visitId } : {}),
  ...(read.note ? { summary: read.note } : {}),
});

/** The move that brings a case there, if it takes one; `from` says where the words come from. */
export function moveOf(status: string, caseId: string, from: string) {
  if (status === 'open' || status === 'none') return undefined;
  const { action, reason, note } = moves[status as keyof typeof moves];
  return { caseId, action, ...(reason ? { reason } : {}), ...(note ? { note: from } : {}) };
}
