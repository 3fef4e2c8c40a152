import { z } from 'zod';
import { line } from '../../platform/commands/contract.ts';
import {
  childsWishes,
  consentAnswers,
  consentPurposes,
  consentSpans,
  consentWays,
  contactWays,
  representativeLinks,
  shareableFields,
  spokenTexts,
  textVersions,
} from '../lists.ts';

/** Who answers for the person. */
const representativeSchema = z.strictObject({ name: line(120).min(1), link: z.enum(representativeLinks) });

/** `people.record_consent`: a yes or a no for one purpose, one recipient where there is one, and named fields. */
export const recordConsentSchema = z
  .strictObject({
    consentId: z.uuid(),
    caseId: z.uuid(),
    recipientOrganizationId: z.uuid().optional(),
    purpose: z.enum(consentPurposes),
    answer: z.enum(consentAnswers).default('given'),
    fields: z.array(z.enum(shareableFields)),
    /** How the person may be reached, where that is what was asked. */
    ways: z.array(z.enum(contactWays)).default([]),
    givenHow: z.enum(consentWays),
    /** The language it was spoken of in, and the words that were read. */
    explainedIn: z.string().min(2).max(8),
    read: z.strictObject({ version: z.enum(textVersions), language: z.enum(spokenTexts) }).optional(),
    /** Who put it into the person's language, when the agent did not. */
    interpreter: line(120).min(1).optional(),
    representative: representativeSchema.optional(),
    childsWish: z.enum(childsWishes).optional(),
    until: z.enum(consentSpans).default('year'),
  })
  .refine((c) => (c.purpose === 'referral') === (c.recipientOrganizationId !== undefined), {
    path: ['recipientOrganizationId'],
    message: 'recipient_of_a_referral',
  })
  .refine((c) => c.purpose !== 'referral' || c.answer === 'refused' || c.fields.length > 0, {
    path: ['fields'],
    message: 'something_to_share',
  })
  .refine((c) => c.purpose !== 'contact' || c.answer === 'refused' || c.ways.length > 0, { path: ['ways'], message: 'a_way_to_reach' })
  .refine((c) => (c.givenHow === 'by_representative') === (c.representative !== undefined), {
    path: ['representative'],
    message: 'who_represents',
  });
export type RecordConsent = z.infer<typeof recordConsentSchema>;
export type RecordConsentGiven = z.input<typeof recordConsentSchema>;

export const withdrawConsentSchema = z.strictObject({ consentId: z.uuid() });

/** `people.set_consent_audio`, by the head of the cell: their own recording of a text; without a file there is none any more. */
export const setAudioSchema = z.strictObject({
  purpose: z.enum(consentPurposes),
  language: z.enum(spokenTexts),
  version: z.enum(textVersions),
  fileId: z.uuid().optional(),
});

/** One recording a cell has, in `GET /api/people/consent/audio`. */
export interface ConsentAudio {
  purpose: string;
  language: string;
  version: string;
  fileId: string;
  setAt: string;
}
export interface ConsentAudioAnswer {
  audio: ConsentAudio[];
  /** How large a recording may be, in bytes. */
  largest: number;
}
