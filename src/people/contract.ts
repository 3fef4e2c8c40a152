import { z } from 'zod';
import { line } from '../platform/commands/contract.ts';

export const contactPreferences = ['any', 'phone', 'message', 'someone_else', 'do_not_contact'] as const;
/** What a referral may carry; the person agrees to each by name. */
export const shareableFields = ['name', 'phone', 'language', 'needs', 'summary', 'audience', 'sex', 'age_band'] as const;
export type ShareableField = (typeof shareableFields)[number];
export const consentWays = ['spoken', 'signed', 'by_representative'] as const;

/** Nothing compulsory but a way to call the person, which may be a first name or a nickname. */
export const personSchema = z.strictObject({
  personId: z.uuid(),
  name: line(120).min(1),
  phone: line(30)
    .regex(/^[+\d][\d ().-]{4,}$/)
    .optional(),
  language: z.string().max(8).optional(),
  contactPreference: z.enum(contactPreferences).default('any'),
});

/** `people.record_consent`: for one purpose, one recipient and named fields. */
export const recordConsentSchema = z.strictObject({
  consentId: z.uuid(),
  caseId: z.uuid(),
  recipientOrganizationId: z.uuid(),
  purpose: z.literal('referral'),
  fields: z.array(z.enum(shareableFields)).min(1),
  givenHow: z.enum(consentWays),
  explainedIn: z.string().min(2).max(8),
  /** Days from the moment it was given; without it the consent lasts a year. */
  expiresInDays: z.number().int().min(1).max(730).default(365),
});
export const withdrawConsentSchema = z.strictObject({ consentId: z.uuid() });
