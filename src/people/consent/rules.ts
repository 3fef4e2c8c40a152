import type { consentAnswers, ConsentSpan, ContactWay } from '../lists.ts';

/** In days; what is agreed for this request has no day of its own and ends with it. */
const daysOf: Record<ConsentSpan, number | undefined> = { request: undefined, six_months: 183, year: 365 };

export function endOf(until: ConsentSpan, at: Date): Date | undefined {
  const days = daysOf[until];
  return days === undefined ? undefined : new Date(at.getTime() + days * 86_400_000);
}

export type ConsentState = 'stands' | 'expired' | 'withdrawn' | 'refused';
interface Answered {
  answer: (typeof consentAnswers)[number];
  withdrawnAt: string | null;
  expiresAt: string | null;
}

/** What an answer is worth now; nothing may rest on it unless it stands. */
export function stateOf({ answer, withdrawnAt, expiresAt }: Answered, isCaseClosed: boolean, now: Date): ConsentState {
  if (answer === 'refused') return 'refused';
  if (withdrawnAt !== null) return 'withdrawn';
  if (expiresAt === null) return isCaseClosed ? 'expired' : 'stands';
  return Date.parse(expiresAt) <= now.getTime() ? 'expired' : 'stands';
}

interface Young {
  minorSituation: string | null;
  birthDate: string | null;
  ageBand: string | null;
}
/** Whether a child is asked: by what the case says, else the birth date (a year alone counts as its last day), else the age they seemed. */
export function isMinor({ minorSituation, birthDate, ageBand }: Young, now: Date): boolean {
  if (minorSituation !== null) return true;
  if (birthDate === null) return ageBand === 'under_12' || ageBand === '12_17';
  const [year = 0, month = 12, day = 31] = birthDate.split('-').map(Number);
  return new Date(Date.UTC(year + 18, month - 1, day)) > now;
}

/** A child alone has nobody to answer for them yet: their own word and the agent's duty of care must do, or nothing could be done for them. */
export const mayAnswerAlone = (minorSituation: string | null): boolean =>
  minorSituation === 'unaccompanied' || minorSituation === 'separated';

/** How the record says a person may be reached, after what they agreed to. */
export function preferenceFrom(ways: readonly ContactWay[]): 'any' | 'phone' | 'message' | 'someone_else' {
  const only = (...those: ContactWay[]): boolean => ways.every((way) => those.includes(way));
  if (only('call')) return 'phone';
  if (only('message', 'email', 'letter')) return 'message';
  return only('through_someone') ? 'someone_else' : 'any';
}
