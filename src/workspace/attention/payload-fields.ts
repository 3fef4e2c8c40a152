import { abandonReasons, contactRoles, minorSituations, noteLevels, notReceivableReasons } from '../../cases/lists.ts';
import { ageBands, audiences, channels, exchangeLanguages, needs, sexes, visitOutcomes } from '../../desk/contract.ts';
import { consentWays, contactPreferences, shareableFields } from '../../people/contract.ts';
import { declineReasons, priorities, referralOutcomes } from '../../referrals/contract.ts';

export interface PayloadField {
  /** Translation key of its label. */
  label: string;
  as: 'line' | 'text' | 'one' | 'many';
  family?: string;
  values?: readonly string[];
}
const one = (label: string, family: string, values: readonly string[]): PayloadField => ({ label, as: 'one', family, values });
const many = (label: string, family: string, values: readonly string[]): PayloadField => ({ label, as: 'many', family, values });

/** How each thing a person can type or choose is shown again; identifiers are not among them and stay as they are. */
export const payloadFields: Record<string, PayloadField> = {
  needs: many('desk.needs', 'need', needs),
  audience: one('desk.audience', 'audience', audiences),
  sex: one('desk.sex', 'sex', sexes),
  ageBand: one('desk.age', 'age', ageBands),
  channel: one('desk.channel', 'channel', channels),
  language: one('desk.language', 'language', exchangeLanguages),
  name: { label: 'person.name', as: 'line' },
  phone: { label: 'person.phone', as: 'line' },
  contactPreference: one('person.contact', 'contact', contactPreferences),
  summary: { label: 'open_case.summary', as: 'text' },
  fields: many('refer.fields', 'share', shareableFields),
  givenHow: one('refer.given_how', 'given_how', consentWays),
  explainedIn: one('refer.explained_in', 'language', exchangeLanguages),
  priority: one('refer.priority', 'priority', priorities),
  note: { label: 'desk.note', as: 'text' },
  birthDate: { label: 'person.birth', as: 'line' },
  phoneBelongsTo: { label: 'person.phone_belongs_to', as: 'line' },
  safeHours: { label: 'person.safe_hours', as: 'line' },
  email: { label: 'person.email', as: 'line' },
  minorSituation: one('minor.situation', 'minor_situation', minorSituations),
  title: { label: 'plan.step', as: 'line' },
  dueOn: { label: 'plan.date', as: 'line' },
  role: one('contacts.role', 'contact_role', contactRoles),
  text: { label: 'notes.text', as: 'text' },
  level: one('notes.about', 'note_level', noteLevels),
  fr: { label: 'language.fr', as: 'text' },
  ar: { label: 'language.ar', as: 'text' },
  words: { label: 'thread.words', as: 'text' },
  url: { label: 'thread.proof.url', as: 'line' },
};
const caseReasons = [...notReceivableReasons, ...abandonReasons];

/** Two words mean different things in different changes; the value tells which is meant. */
export function payloadField(key: string, value: unknown): PayloadField | undefined {
  const isOf = (values: readonly string[]) => typeof value === 'string' && values.includes(value);
  if (key === 'outcome') {
    return isOf(referralOutcomes)
      ? one('answer.outcome', 'referral_outcome', referralOutcomes)
      : one('desk.outcome', 'outcome', visitOutcomes);
  }
  if (key === 'reason' && isOf(caseReasons)) return one('move_reason.abandon', 'case_reason', caseReasons);
  if (key === 'reason')
    return isOf(declineReasons) ? one('answer.reason', 'decline', declineReasons) : { label: 'refer.reason', as: 'text' };
  return payloadFields[key];
}

/** An emptied optional text is left out, as if it had never been typed. */
export function withoutEmpty(payload: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(payload)
      .filter(([, value]) => !(typeof value === 'string' && value.trim() === ''))
      .map(([key, value]) => [key, isPayload(value) ? withoutEmpty(value) : value]),
  );
}
export const isPayload = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
