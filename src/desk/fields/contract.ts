import { z } from 'zod';
import { freeText, line } from '../../platform/commands/contract.ts';
import { needs } from '../lists.ts';
import { type FieldKind, type FieldSubject, fieldKinds, fieldSubjects, type Sensitivity, sensitivities } from './lists.ts';

/** In both national languages, so that no colleague meets a question they cannot read. */
const labelsSchema = z.strictObject({ fr: line(120).min(1), ar: line(120).min(1), en: line(120).optional() });
export type Labels = z.infer<typeof labelsSchema>;
const optionSchema = z.strictObject({ key: z.string().regex(/^[a-z0-9_]{1,40}$/), labels: labelsSchema });

const changeable = {
  labels: labelsSchema,
  needs: z.array(z.enum(needs)).max(21),
  options: z
    .array(optionSchema)
    .max(30)
    .refine((all) => new Set(all.map((o) => o.key)).size === all.length, 'option_twice'),
  retentionMonths: z.number().int().min(1).max(120).optional(),
  position: z.number().int().min(0).max(999),
};
/** `desk.define_field`, by the head of the cell. What is personal is kept for a stated time. */
export const defineFieldSchema = z
  .strictObject({
    fieldId: z.uuid(),
    subject: z.enum(fieldSubjects),
    kind: z.enum(fieldKinds),
    sensitivity: z.enum(sensitivities),
    ...changeable,
  })
  .refine((f) => (f.kind === 'choice') === f.options.length > 0, { path: ['options'], message: 'options_of_a_choice' })
  .refine((f) => f.sensitivity === 'plain' || f.retentionMonths !== undefined, { path: ['retentionMonths'], message: 'retention_missing' });
/** `desk.change_field`: its words, order and choices; what it is stays, since answers stand on it. */
export const changeFieldSchema = z.strictObject({ fieldId: z.uuid(), ...changeable });
/** `desk.retire_field`: asked no more; answers stay as long as they may. */
export const retireFieldSchema = z.strictObject({ fieldId: z.uuid() });

export const valueSchema = z.union([freeText(2000).min(1), z.number(), z.boolean()]);
export type FieldValue = z.infer<typeof valueSchema>;
/** `desk.set_values`: the answers about one visit, case or person; null takes one away. */
export const setValuesSchema = z.strictObject({
  subject: z.enum(fieldSubjects),
  subjectId: z.uuid(),
  values: z.record(z.uuid(), valueSchema.nullable()).refine((v) => Object.keys(v).length <= 60, 'too_many'),
});

export interface CustomField {
  id: string;
  subject: FieldSubject;
  needs: string[];
  kind: FieldKind;
  labels: Labels;
  options: { key: string; labels: Labels }[];
  sensitivity: Sensitivity;
  retentionMonths: number | null;
  position: number;
  retiredAt: string | null;
}
/** What the answers to a field add up to in a period. */
export interface FieldFigures {
  fieldId: string;
  subject: FieldSubject;
  labels: Labels;
  kind: FieldKind;
  sensitivity: Sensitivity;
  answers: number;
  /** Of a choice or yes/no: how often each was said. */
  counts: { value: string; labels: Labels | null; count: number }[];
  /** Of a number. */
  sum: number | null;
  median: number | null;
}
