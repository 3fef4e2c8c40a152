import { z } from 'zod';
import { line } from '../../platform/commands/contract.ts';
import { needsSchema } from '../contract.ts';
import { audiences } from '../lists.ts';
import { type GuideLanguage, guideLanguages } from './lists.ts';

export { type GuideLanguage, guideLanguages };

const words = (max: number) => {
  const text = line(max).min(1);
  return z.strictObject({ fr: text, ar: text, en: text.optional(), es: text.optional() });
};
export type Words = z.infer<ReturnType<typeof words>>;

/** What nobody read in a source says so, on the screen and on paper. */
const doubt = { toBeConfirmed: z.boolean().optional() };
const webAddress = z.url({ protocol: /^https?$/ }).max(500);

const paperSchema = z.strictObject({
  name: words(160),
  note: words(240).optional(),
  /** Where to get it. */
  from: words(160).optional(),
  ...doubt,
});
export type Paper = z.infer<typeof paperSchema>;

const limitSchema = z.strictObject({
  days: z.int().min(1).max(3650),
  /** What must happen within it. */
  about: words(200),
  /** The law, the decree or whoever set it. */
  source: words(200),
  ...doubt,
});
export type Limit = z.infer<typeof limitSchema>;

const officeSchema = z
  .strictObject({ serviceId: z.uuid().optional(), organizationId: z.uuid().optional(), words: words(240).optional() })
  .refine((office) => Object.keys(office).length > 0, 'office_missing');

/** What a procedure says. It is read, printed and replaced whole. */
const content = {
  title: words(120),
  about: words(400),
  /** What to check before anything else. */
  warning: words(400).extend(doubt).optional(),
  papers: z.array(paperSchema).max(14),
  cost: words(240).extend(doubt).optional(),
  delay: words(240).extend(doubt).optional(),
  limit: limitSchema.optional(),
  office: officeSchema,
  link: z.strictObject({ url: webAddress, name: words(120), ...doubt }).optional(),
  /** Two lines at most, for the agent; never printed. */
  training: words(160).optional(),
  /** The year in which its source was last read. */
  checkedYear: z.int().min(2000).max(2200).nullable(),
  sourceUrl: webAddress.nullable(),
  toBeConfirmed: z.boolean(),
  /** The languages in which no native speaker has read it over: said wherever it is read in them. */
  unreadIn: z.array(z.enum(guideLanguages)).max(guideLanguages.length).optional(),
};
const matching = { needs: needsSchema, audiences: z.array(z.enum(audiences)).min(1).max(audiences.length) };

/** A procedure as the region's folder has it. */
export const procedureSchema = z.strictObject({ id: z.uuid(), key: z.string().regex(/^[a-z0-9-]{3,60}$/), ...matching, ...content });
export type Procedure = z.infer<typeof procedureSchema>;
export type ProcedureContent = Omit<Procedure, 'id' | 'key' | 'needs' | 'audiences'>;

/** `desk.write_procedure`: the cell's own, new or reworded. */
export const writeProcedureSchema = z.strictObject({ procedureId: z.uuid(), ...matching, ...content });
export type WriteProcedure = z.infer<typeof writeProcedureSchema>;
/** `desk.withdraw_procedure`: the cell's own is shown no more. */
export const withdrawProcedureSchema = z.strictObject({ procedureId: z.uuid() });
/** `desk.adjust_procedure`: the limit and the note of a cell, or of the region. What is absent is as it was before anyone adjusted it. */
export const adjustProcedureSchema = z.strictObject({
  procedureId: z.uuid(),
  limit: limitSchema.pick({ days: true, source: true }).optional(),
  note: words(400).optional(),
});
export type AdjustProcedure = z.infer<typeof adjustProcedureSchema>;

/** Sends a checklist to an address that is typed for this once. `ready` are the papers the person has, by their place in the list. */
export const readySchema = z.array(z.int().min(0).max(13)).max(14);
export const sheetLanguagesSchema = z.array(z.enum(guideLanguages)).min(1).max(2);
export const sendSchema = z.strictObject({ to: z.email().max(254), languages: sheetLanguagesSchema, ready: readySchema });

/** A text of the directory, which may lack its Arabic. */
export interface DirectoryWords {
  fr: string;
  ar: string | null;
}
/** When someone can come, as pairs of milliseconds since 1970, up to `knownUntil`: a device says from it what is open, offline too. */
export interface Opening {
  kind: 'hours' | 'by_appointment' | 'unknown';
  spans: [from: number, to: number][];
  knownUntil: number;
}
export interface Office {
  serviceId: string | null;
  name: DirectoryWords | null;
  /** Whoever offers the service, when it is not named like it. */
  organization: DirectoryWords | null;
  words: Words | null;
  place: DirectoryWords | null;
  phone: string | null;
  opening: Opening | null;
}
export interface GuideProcedure extends Omit<Procedure, 'office' | 'limit'> {
  /** Written by the acting cell itself. */
  isOwn: boolean;
  limit: (Limit & { setBy: 'law' | 'region' | 'cell' }) | null;
  notes: { region: Words | null; cell: Words | null };
  office: Office;
}
export interface Guide {
  procedures: GuideProcedure[];
  /** Whether this installation can send letters. */
  canMail: boolean;
}
