import { z } from 'zod';
import { freeText, line } from '../../platform/commands/contract.ts';
import { letterKinds, type LetterKind, mostAtOnce, type Values } from './lists.ts';

const text = freeText(8000).min(1);
/** A letter in French, in Arabic or in both. */
const textsSchema = z
  .strictObject({ fr: text.optional(), ar: text.optional() })
  .refine((t) => t.fr !== undefined || t.ar !== undefined, 'one_language_at_least');
export type Texts = z.infer<typeof textsSchema>;

const letterShape = { kind: z.enum(letterKinds), title: line(120).min(1), texts: textsSchema };
/** What it began from: a name of the product's own, or the id of a cell's. */
const templateName = z
  .string()
  .max(40)
  .regex(/^[\w-]+$/);

/** `cases.save_letter_template`, by the head of the cell: one version more, on top of the one that was opened. */
export const saveTemplateSchema = z.strictObject({
  templateId: z.uuid(),
  version: z.number().int().min(1).max(10_000),
  ...letterShape,
  isRetired: z.boolean().default(false),
});
export type SaveTemplate = z.infer<typeof saveTemplateSchema>;

/** `cases.write_letter`: every word as it will be printed. */
export const writeLetterSchema = z.strictObject({
  letterId: z.uuid(),
  caseId: z.uuid(),
  template: templateName,
  templateVersion: z.number().int().min(1).max(10_000),
  ...letterShape,
});
export type WriteLetter = z.infer<typeof writeLetterSchema>;

/** `POST /api/cases/letters/preview`: the paper as it would be, with nothing kept. */
export const previewSchema = z.strictObject({ ...letterShape, letterId: z.uuid() });
/** `POST /api/cases/letters/values`: what is known of some cases, to fill in. */
export const valuesSchema = z.strictObject({ caseIds: z.array(z.uuid()).min(1).max(mostAtOnce) });
/** `GET /api/cases/letters/print?ids=…`. */
export const printSchema = z
  .string()
  .transform((v) => v.split(','))
  .pipe(z.array(z.uuid()).min(1).max(mostAtOnce));

export interface Template {
  /** A name for one of the product's, an id for a cell's own. */
  id: string;
  version: number;
  kind: LetterKind;
  title: string;
  texts: Texts;
  isOwn: boolean;
}
export interface TemplatesAnswer {
  templates: Template[];
}
export interface CaseValues {
  caseId: string;
  reference: string;
  personName: string | null;
  values: { fr: Values; ar: Values };
}
export interface LetterRow {
  id: string;
  reference: string;
  kind: LetterKind;
  title: string;
  languages: string[];
  template: string;
  templateVersion: number;
  writtenBy: string | null;
  writtenAt: string;
}
