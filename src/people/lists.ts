export type { GoingPart } from './erasure/lists.ts';

/** The closed lists about a person, apart from their schemas: the desk's first screen shows some and needs no validator. */
export const audiences = ['mre', 'returned_mre', 'rpt', 'refugee_asylum', 'family_member', 'other'] as const;
export const sexes = ['woman', 'man', 'other', 'not_said'] as const;
export const ageBands = ['under_12', '12_17', '18_24', '25_44', '45_64', '65_and_over', 'not_said'] as const;
/** `zgh`: Amazigh spoken otherwise than in the Rif, as in Figuig. */
export const spokenLanguages = ['ary', 'ar', 'rif', 'zgh', 'fr', 'en', 'es', 'nl', 'de', 'it', 'other'] as const;
export const contactPreferences = ['any', 'phone', 'message', 'someone_else', 'do_not_contact'] as const;
export const nameUses = ['other_script', 'other_spelling', 'at_birth', 'nickname'] as const;
/** Read as: the other person is this person's … */
export const relationshipKinds = ['spouse', 'parent', 'child', 'sibling', 'relative', 'guardian', 'representative'] as const;
export type RelationshipKind = (typeof relationshipKinds)[number];
/** What a referral may carry; the person agrees to each by name. */
export const shareableFields = ['name', 'phone', 'language', 'needs', 'summary', 'audience', 'sex', 'age_band'] as const;
export type ShareableField = (typeof shareableFields)[number];
export const consentWays = ['spoken', 'signed', 'by_representative'] as const;
/** A referral names its recipient; the other purposes are the cell's own. */
export const consentPurposes = ['referral', 'file', 'contact', 'photo'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
export const consentAnswers = ['given', 'refused'] as const;
export const consentSpans = ['request', 'six_months', 'year'] as const;
export type ConsentSpan = (typeof consentSpans)[number];
/** How a person agrees to be reached. */
export const contactWays = ['call', 'message', 'email', 'letter', 'through_someone'] as const;
export type ContactWay = (typeof contactWays)[number];
/** Read as: who answers is the person's … */
export const representativeLinks = [
  'mother',
  'father',
  'guardian',
  'spouse',
  'child',
  'sibling',
  'other_family',
  'lawyer',
  'institution',
  'other',
] as const;
/** What a child says of what is agreed to for them. */
export const childsWishes = ['agrees', 'disagrees', 'cannot_say'] as const;
/** The languages the texts to read aloud are written in: Tarifit in Latin letters and in Tifinagh. */
export const spokenTexts = ['fr', 'ar', 'rif', 'rif-Tfng', 'en'] as const;
export type SpokenText = (typeof spokenTexts)[number];
/** A new wording is a new version; what was read to someone stays as it was. */
export const textVersions = ['2026-11'] as const;
export const textVersion = textVersions[textVersions.length - 1] as (typeof textVersions)[number];
