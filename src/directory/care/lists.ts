/** The closed lists of directory care, apart from their schemas: screens show them and need no validator. */
export const textLanguages = ['fr', 'ar', 'en', 'es'] as const;
export type TextLanguage = (typeof textLanguages)[number];
export const careEntities = ['organization', 'service'] as const;
export type CareEntity = (typeof careEntities)[number];

/** Months between two confirmations; none: never asked. */
export const rhythms = [1, 3, 6, 12, 16] as const;
export const updateStates = ['up_to_date', 'update_advised', 'update_mandatory', 'never_confirmed', 'not_asked'] as const;
export type UpdateState = (typeof updateStates)[number];

export const availabilityStates = ['places', 'waiting_list', 'closed'] as const;
export const changeKinds = ['create', 'edit', 'confirm', 'archive', 'publish', 'availability', 'merge', 'unmerge'] as const;
export const changeStates = ['proposed', 'applied', 'rejected'] as const;
export const feedbackKinds = ['wrong', 'refused', 'closed', 'thanks'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];
export const feedbackStates = ['open', 'answered', 'settled'] as const;

/** Why an address does not answer; each is a translation key `care.link.<code>`. */
export const linkStates = [
  'unchecked',
  'ok',
  'moved',
  'moved_to_https',
  'not_found',
  'gone',
  'forbidden',
  'server_error',
  'unknown_host',
  'no_answer',
  'bad_certificate',
  'too_many_redirects',
  'not_public',
  'not_web',
] as const;
export type LinkState = (typeof linkStates)[number];

/** What two records have in common; each is a translation key `care.likeness.<code>`. */
export const likenesses = [
  'same_name',
  'close_name',
  'same_arabic_name',
  'same_place',
  'same_email',
  'same_website',
  'same_phone',
  'same_organization',
] as const;
export type Likeness = (typeof likenesses)[number];

/** What of a record a person can change, in the order a screen shows it. */
export const serviceFields = [
  'name',
  'alternateName',
  'organizationId',
  'needs',
  'audiences',
  'description',
  'eligibility',
  'minimumAge',
  'maximumAge',
  'alert',
  'applicationProcess',
  'fees',
  'url',
  'email',
  'status',
  'areas',
  'languages',
  'documents',
  'phones',
  'schedules',
  'translations',
] as const;
export type ServiceField = (typeof serviceFields)[number];
export const organizationFields = [
  'name',
  'alternateName',
  'description',
  'email',
  'website',
  'communeCode',
  'phones',
  'translations',
] as const;
export type OrganizationField = (typeof organizationFields)[number];

/** What an editor decides: a focal point may only propose it. */
export const approvedFields = ['name', 'organizationId', 'needs', 'audiences'] as const satisfies readonly ServiceField[];
