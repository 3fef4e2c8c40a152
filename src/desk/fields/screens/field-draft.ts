import { needs } from '../../lists.ts';
import type { CustomField } from '../contract.ts';
import type { FieldKind, FieldSubject, Sensitivity } from '../lists.ts';

export interface FieldDraft {
  subject: FieldSubject;
  kind: FieldKind;
  labelFr: string;
  labelAr: string;
  options: { key: string; fr: string; ar: string }[];
  needs: (typeof needs)[number][];
  sensitivity: Sensitivity;
  retention: string;
}
const noOption = { key: '', fr: '', ar: '' };
export const blankField: FieldDraft = {
  subject: 'case',
  kind: 'text',
  labelFr: '',
  labelAr: '',
  options: [noOption, noOption],
  needs: [],
  sensitivity: 'plain',
  retention: '24',
};
export const draftOf = (field: CustomField): FieldDraft => ({
  subject: field.subject,
  kind: field.kind,
  labelFr: field.labels.fr,
  labelAr: field.labels.ar,
  options: field.options.map((o) => ({ key: o.key, fr: o.labels.fr, ar: o.labels.ar })),
  needs: needs.filter((n) => field.needs.includes(n)),
  sensitivity: field.sensitivity,
  retention: String(field.retentionMonths ?? 24),
});

type Problem = 'label' | 'options' | 'retention';
const isWhole = (typed: string): boolean => /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 120;
/** Translation keys of what is still missing, by field. */
export function problemsIn(draft: FieldDraft): Partial<Record<Problem, string>> {
  const given = draft.options.filter((o) => o.fr.trim() || o.ar.trim());
  const isHalf = given.some((o) => !o.fr.trim() || !o.ar.trim());
  return {
    ...(draft.labelFr.trim() && draft.labelAr.trim() ? {} : { label: 'fields.label.missing' }),
    ...(draft.kind === 'choice' && (given.length < 2 || isHalf) ? { options: 'fields.options.missing' } : {}),
    ...(draft.sensitivity !== 'plain' && !isWhole(draft.retention) ? { retention: 'fields.retention.missing' } : {}),
  };
}

/** What may change of a field later, as the server takes it. A choice keeps its key; a new one gets the next number. */
export function changeableOf(draft: FieldDraft, position: number) {
  const used = new Set(draft.options.map((o) => o.key));
  let next = 1;
  const fresh = (): string => {
    while (used.has(`choice_${next}`)) next++;
    used.add(`choice_${next}`);
    return `choice_${next}`;
  };
  const given = draft.kind === 'choice' ? draft.options.filter((o) => o.fr.trim() && o.ar.trim()) : [];
  return {
    labels: { fr: draft.labelFr.trim(), ar: draft.labelAr.trim() },
    needs: draft.needs,
    options: given.map((o) => ({ key: o.key || fresh(), labels: { fr: o.fr.trim(), ar: o.ar.trim() } })),
    ...(draft.sensitivity === 'plain' ? {} : { retentionMonths: Number(draft.retention) }),
    position,
  };
}
export { noOption };
