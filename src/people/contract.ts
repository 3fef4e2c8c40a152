import { z } from 'zod';
import { line } from '../platform/commands/contract.ts';
import { audiences, contactPreferences, nameUses, relationshipKinds, sexes, spokenLanguages } from './lists.ts';

export { consentWays, contactPreferences, type ShareableField, shareableFields } from './lists.ts';

/** As typed, of any country; whether such a number can exist is asked in phone.ts, which is too heavy for a contract. */
export const phoneSchema = line(30).regex(/^[+\d٠-٩][\d٠-٩ ().\-/]{4,}$/);

/** A birth date as far as it is known: a year, a month or a day. Whether it lies ahead is asked where there is a clock. */
export const birthDateSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .refine((v) => Number(v.slice(0, 4)) >= 1900, 'before_1900')
  .refine((v) => {
    const [year = 0, month = 1, day = 1] = v.split('-').map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }, 'no_such_day');

export const otherNameSchema = z.strictObject({ name: line(120).min(1), use: z.enum(nameUses) });

const recordShape = {
  name: line(120).min(1),
  otherNames: z.array(otherNameSchema).max(12),
  birthDate: birthDateSchema.nullable(),
  birthDateAbout: z.boolean(),
  sex: z.enum(sexes).nullable(),
  /** The one to speak with; the others beside it. */
  language: z.enum(spokenLanguages).nullable(),
  languages: z.array(z.enum(spokenLanguages)).max(10),
  residenceCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  audience: z.enum(audiences).nullable(),
  communeCode: z
    .string()
    .regex(/^\d{9}$/)
    .nullable(),
  phone: phoneSchema.nullable(),
  email: z.email().max(254).nullable(),
  phoneBelongsTo: line(120).nullable(),
  contactPreference: z.enum(contactPreferences),
  safeHours: line(200).nullable(),
};
const record = z.strictObject(recordShape);

/** Nothing compulsory but a way to call the person, which may be a first name or a nickname. */
export const personSchema = record.partial().extend({ personId: z.uuid(), name: recordShape.name });
export type PersonGiven = z.infer<typeof personSchema>;
/** Everything a record says; what is not known is null or empty. */
export type PersonRecord = z.infer<typeof record>;

/** `people.change`: each field beside what the screen showed, so that nobody overwrites what they have not seen. */
export const changePersonSchema = z.strictObject({ personId: z.uuid(), set: record.partial(), was: record.partial() });

export const relateSchema = z.strictObject({
  relationshipId: z.uuid(),
  personId: z.uuid(),
  otherPersonId: z.uuid(),
  kind: z.enum(relationshipKinds),
});
export const unrelateSchema = z.strictObject({ relationshipId: z.uuid() });
/** `people.join_household`: with another's household, which is made if there is none; without `withPersonId` out of it. */
export const joinHouseholdSchema = z.strictObject({
  personId: z.uuid(),
  withPersonId: z.uuid().optional(),
  householdId: z.uuid().optional(),
});

export const sayNotSameSchema = z.strictObject({ personId: z.uuid(), otherPersonId: z.uuid() });
/** `people.merge`: the first stays and shows what the other knew beside its own. */
export const mergePeopleSchema = z.strictObject({ mergeId: z.uuid(), keptId: z.uuid(), mergedId: z.uuid() });
export const undoMergeSchema = z.strictObject({ mergeId: z.uuid() });

export type { ErasureLine, ErasureView } from './erasure/contract.ts';
export { recordConsentSchema, withdrawConsentSchema } from './consent/contract.ts';

/** A person as a list shows them. */
export interface PersonRow {
  id: string;
  name: string;
  otherNames: { name: string; use: string }[];
  birthDate: string | null;
  birthDateAbout: boolean;
  sex: string | null;
  phone: string | null;
  communeName: string | null;
  cases: number;
  lastSeenAt: string | null;
}
/** Why two records may be one person, in codes the screens put into words. */
export interface Likeness {
  person: PersonRow;
  /** 0…1, as `scoreRecords` says. */
  score: number;
  sure: boolean;
  reasons: string[];
}
/** A person's page: what stands, what was merged into it, and the people around. */
export interface PersonView {
  person: PersonRecord & { id: string };
  merged: (PersonRecord & { id: string })[];
  /** The ids of every record that is this person. */
  all: string[];
  merges: { id: string; mergedId: string; mergedAt: string; mergedBy: string | null }[];
  household: { id: string; name: string }[];
  /** `isOf`: the other is this person's …; otherwise this person is the other's. */
  relationships: { id: string; kind: string; isOf: boolean; personId: string; name: string }[];
  visits: { id: string; reference: string; at: string; needs: string[]; outcome: string }[];
}
/** What the search and the duplicates ask with: in a body, never in an address, which logs and histories keep. */
export const searchPeopleSchema = z.strictObject({ typed: line(120).min(2) });
export const likenessSchema = record
  .pick({ name: true, otherNames: true, birthDate: true, sex: true, communeCode: true, phone: true })
  .partial()
  .extend({ personId: z.uuid().optional(), name: recordShape.name });
/** Two records that are likely one person, still to be decided. */
export interface LikelyPair {
  one: PersonRow;
  other: PersonRow;
  score: number;
  reasons: string[];
  foundAt: string;
}
