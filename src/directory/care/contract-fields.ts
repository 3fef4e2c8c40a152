import { z } from 'zod';
import { clock, code, day, email, language, line, territory, text, webAddress } from './contract-words.ts';

export const phoneSchema = z.strictObject({
  number: line(60).refine((v) => /^[+\d][\d\s().-]{2,}$/.test(v), 'not_a_number'),
  extension: line(20).nullable().default(null),
  type: z.enum(['voice', 'fax', 'cell', 'textphone', 'whatsapp']).nullable().default(null),
  description: line(500).nullable().default(null),
});
const ruleNumbers = /^[+-]?\d{1,3}(,[+-]?\d{1,3})*$/;
/** One row of HSDS `schedule`: hours of weekdays or days of the month, of dates (`validFrom`, `validTo`), or a text. Without times it is closed. */
export const scheduleSchema = z
  .strictObject({
    freq: z.enum(['WEEKLY', 'MONTHLY']).nullable().default(null),
    interval: z.int().min(1).max(52).nullable().default(null),
    byday: z
      .string()
      .regex(/^[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)(,[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))*$/)
      .nullable()
      .default(null),
    bymonthday: z
      .string()
      .regex(/^\d{1,2}(,\d{1,2})*$/)
      .nullable()
      .default(null),
    dtstart: day.nullable().default(null),
    until: day.nullable().default(null),
    validFrom: day.nullable().default(null),
    validTo: day.nullable().default(null),
    opensAt: clock.nullable().default(null),
    closesAt: clock.nullable().default(null),
    season: z.enum(['ramadan', 'summer', 'own_dates']).nullable().default(null),
    byAppointment: z.boolean().default(false),
    openOnHolidays: z.boolean().default(false),
    description: text(2000).nullable().default(null),
    // What sources say beside, which no form asks for: it comes back as it was.
    count: z.int().min(0).max(100_000).nullable().default(null),
    byweekno: z.string().regex(ruleNumbers).nullable().default(null),
    byyearday: z.string().regex(ruleNumbers).nullable().default(null),
    wkst: z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']).nullable().default(null),
    timezone: z.number().min(-1e12).max(1e12).nullable().default(null),
    scheduleLink: z
      .string()
      .max(2000)
      .regex(/^(?!(javascript|data|vbscript):)[a-z][a-z0-9+.-]*:[^\s]+$/i)
      .nullable()
      .default(null),
    attendingType: text(20_000).nullable().default(null),
    notes: text(20_000).nullable().default(null),
  })
  .refine((s) => (s.opensAt === null) === (s.closesAt === null), { path: ['closesAt'], message: 'both_times' })
  .refine((s) => s.validFrom === null || s.validTo === null || s.validFrom <= s.validTo, { path: ['validTo'], message: 'backwards' })
  .refine((s) => [s.freq, s.dtstart, s.season, s.description, s.validFrom && s.validTo].some((said) => said !== null) || s.byAppointment, {
    path: ['freq'],
    message: 'says_nothing',
  });
/** Where a new service is offered. The door of a confidential place is shown to nobody. */
export const placeSchema = z.strictObject({
  name: line(300).nullable().default(null),
  communeCode: territory,
  address: line(500).nullable().default(null),
  postalCode: line(20).nullable().default(null),
  confidential: z.boolean().default(false),
});
export const documentSchema = z.strictObject({
  procedure: line(300).nullable().default(null),
  document: line(500),
  uri: webAddress.nullable().default(null),
});
export const spokenSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .nullable()
    .default(null),
  name: line(100).nullable().default(null),
});
/** Texts of one language; a member left out is left as it is, `null` removes it. */
export const serviceTextsSchema = z.strictObject({
  name: line(300).nullable().optional(),
  description: text(10_000).nullable().optional(),
  eligibility: text(5000).nullable().optional(),
  alert: text(2000).nullable().optional(),
  applicationProcess: text(5000).nullable().optional(),
  fees: text(2000).nullable().optional(),
  /** Its papers, procedures and other short texts, by what the original says. */
  wordings: z
    .record(line(500), line(500))
    .refine((wordings) => Object.keys(wordings).length <= 300, 'too_many')
    .nullable()
    .optional(),
});
export const organizationTextsSchema = z.strictObject({
  name: line(300).nullable().optional(),
  description: text(10_000).nullable().optional(),
});
const texts = <T extends z.ZodType>(of: T) => z.partialRecord(language, of);

/** What of a service is to change: a member left out stays as it is, `null` empties it, a list replaces the whole list. */
export const serviceFieldsSchema = z.strictObject({
  name: line(300).optional(),
  alternateName: line(300).nullable().optional(),
  organizationId: z.uuid().optional(),
  /** Codes of needs. */
  needs: z.array(code).max(21).optional(),
  /** Codes of audiences. */
  audiences: z.array(code).max(30).optional(),
  description: text(10_000).nullable().optional(),
  eligibility: text(5000).nullable().optional(),
  minimumAge: z.int().min(0).max(120).nullable().optional(),
  maximumAge: z.int().min(0).max(120).nullable().optional(),
  alert: text(2000).nullable().optional(),
  applicationProcess: text(5000).nullable().optional(),
  fees: text(2000).nullable().optional(),
  url: webAddress.nullable().optional(),
  email: email.nullable().optional(),
  status: z.enum(['active', 'temporarily closed']).optional(),
  /** Codes of territories it serves. */
  areas: z.array(territory).max(200).optional(),
  languages: z.array(spokenSchema).max(50).optional(),
  documents: z.array(documentSchema).max(100).optional(),
  phones: z.array(phoneSchema).max(20).optional(),
  schedules: z.array(scheduleSchema).max(60).optional(),
  translations: texts(serviceTextsSchema).optional(),
});
export type ServiceFields = z.infer<typeof serviceFieldsSchema>;
export const organizationFieldsSchema = z.strictObject({
  name: line(300).optional(),
  alternateName: line(300).nullable().optional(),
  description: text(10_000).optional(),
  email: email.nullable().optional(),
  website: webAddress.nullable().optional(),
  communeCode: territory.nullable().optional(),
  phones: z.array(phoneSchema).max(20).optional(),
  translations: texts(organizationTextsSchema).optional(),
});
export type OrganizationFields = z.infer<typeof organizationFieldsSchema>;
