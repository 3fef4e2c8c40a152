import { z } from 'zod';
import { periodProblems } from '../opening/lists.ts';
import { code, day, email, entity, language, line, moment, text } from './contract-words.ts';
import { organizationFieldsSchema, placeSchema, serviceFieldsSchema } from './contract-fields.ts';
import { availabilityStates, rhythms } from './lists.ts';

const somethingChanges = (fields: object): boolean => Object.keys(fields).length > 0;
const reason = text(2000).optional();

/**
 * `directory.edit_service`. Answers `{applied: string[], proposed: string[]}`, the names of the fields (a text of one language as `translations.ar.name`).
 * What an editor must approve becomes a change of its own, whose id is `proposalId`.
 */
export const editServiceSchema = z.strictObject({
  changeId: z.uuid(),
  proposalId: z.uuid(),
  serviceId: z.uuid(),
  fields: serviceFieldsSchema.refine(somethingChanges, 'nothing_changes'),
  reason,
});
export type EditService = z.infer<typeof editServiceSchema>;
/** `directory.edit_organization`. Answers like `directory.edit_service`. */
export const editOrganizationSchema = z.strictObject({
  changeId: z.uuid(),
  proposalId: z.uuid(),
  organizationId: z.uuid(),
  fields: organizationFieldsSchema.refine(somethingChanges, 'nothing_changes'),
  reason,
});
export type EditOrganization = z.infer<typeof editOrganizationSchema>;
/** `directory.add_organization`: a new one, public at once. Editors only. */
export const addOrganizationSchema = z.strictObject({
  changeId: z.uuid(),
  organizationId: z.uuid(),
  fields: organizationFieldsSchema.extend({ name: line(300), description: text(10_000) }),
  reason,
});
export type AddOrganization = z.infer<typeof addOrganizationSchema>;
/** `directory.propose_service`: a new one. An editor may publish it at once; else it waits as a draft nobody outside sees. */
export const proposeServiceSchema = z.strictObject({
  changeId: z.uuid(),
  serviceId: z.uuid(),
  organizationId: z.uuid(),
  fields: serviceFieldsSchema
    .omit({ organizationId: true })
    .extend({ name: line(300), needs: z.array(code).min(1).max(21), audiences: z.array(code).min(1).max(30) }),
  places: z.array(placeSchema).max(20).optional(),
  publish: z.boolean().default(false),
  reason,
});
export type ProposeService = z.infer<typeof proposeServiceSchema>;
/** `directory.decide_change`: an editor applies or rejects what was proposed; a rejection says why. */
export const decideChangeSchema = z
  .strictObject({ changeId: z.uuid(), decision: z.enum(['apply', 'reject']), reason })
  .refine((d) => d.decision === 'apply' || d.reason !== undefined, { path: ['reason'], message: 'reason_missing' });
export type DecideChange = z.infer<typeof decideChangeSchema>;
/** `directory.archive_service`: no longer offered. Proposed when a focal point asks. */
export const archiveServiceSchema = z.strictObject({
  changeId: z.uuid(),
  serviceId: z.uuid(),
  status: z.enum(['inactive', 'defunct']),
  reason,
});
/** `directory.publish_service`: offered again. Editors only. */
export const publishServiceSchema = z.strictObject({ changeId: z.uuid(), serviceId: z.uuid(), reason });
/** `directory.confirm`: all still true today, for these services or for all that the organisation offers. Answers `{confirmed: number}`. */
export const confirmSchema = z.strictObject({
  changeId: z.uuid(),
  organizationId: z.uuid(),
  serviceIds: z.array(z.uuid()).min(1).max(500).optional(),
});
export type Confirm = z.infer<typeof confirmSchema>;
/** `directory.set_availability`: places left, a waiting list, or closed to new people until a day. `null` withdraws what was said. */
export const availabilitySchema = z.strictObject({
  state: z.enum(availabilityStates),
  places: z.int().min(0).max(100_000).nullable().default(null),
  until: day.nullable().default(null),
});
export const setAvailabilitySchema = z.strictObject({
  changeId: z.uuid(),
  serviceId: z.uuid(),
  availability: availabilitySchema.nullable(),
});
/** `directory.answer_feedback`: the person reads the answer with their code. Without an answer it can only be settled. */
export const answerFeedbackSchema = z
  .strictObject({ feedbackId: z.uuid(), answer: text(2000).optional(), state: z.enum(['answered', 'settled']) })
  .refine((a) => a.state === 'settled' || a.answer !== undefined, { path: ['answer'], message: 'answer_missing' });
/** `directory.set_stewardship`: how often an organisation is asked, and where. */
export const setStewardshipSchema = z.strictObject({
  organizationId: z.uuid(),
  rhythmMonths: z.literal(rhythms).nullable(),
  contactEmail: email.nullable(),
  language,
});
/** `directory.add_everyday_word`: how people say it, in one language. Editors only, like all below. */
export const addEverydayWordSchema = z.strictObject({ wordId: z.uuid(), language, word: line(80), termCode: code });
/** `directory.remove_everyday_word`. */
export const removeEverydayWordSchema = z.strictObject({ wordId: z.uuid() });
/** `directory.settle_query`: nothing more to do about what people searched in vain. */
export const settleQuerySchema = z.strictObject({ query: line(200), language });
/** `directory.mark_not_same`. */
export const markNotSameSchema = z.strictObject({ entity, a: z.uuid(), b: z.uuid() });
/** `directory.merge`: what refers to `goneId` refers to `keptId` from now on; `directory.undo_merge` puts it back. */
export const mergeSchema = z.strictObject({ mergeId: z.uuid(), changeId: z.uuid(), entity, keptId: z.uuid(), goneId: z.uuid() });
export type Merge = z.infer<typeof mergeSchema>;
/** `directory.undo_merge`. */
export const undoMergeSchema = z.strictObject({ mergeId: z.uuid(), changeId: z.uuid() });
/** `directory.review_difference`: what a source now says against what was edited here. */
export const reviewDifferenceSchema = z.strictObject({
  changeId: z.uuid(),
  differenceId: z.uuid(),
  decision: z.enum(['take_theirs', 'keep_ours']),
});
/** `directory.confirm_translation`: it still says what its original says, as that was when it was looked at. */
export const confirmTranslationSchema = z.strictObject({
  entity,
  id: z.uuid(),
  language: z.string().regex(/^[a-z]{2,3}$/),
  originalChangedAt: moment,
});
/** `directory.recheck_link`: looked at again in the coming night. */
export const recheckLinkSchema = z.strictObject({ url: z.string().max(2000) });

export const periodKey = z.string().regex(/^[a-z0-9-]{1,60}$/);
export const year = z.int().min(2000).max(2150);
/** `directory.set_calendar_period`: enters a date of the year, moves it, or says that it was announced. Both days are days off. */
export const setCalendarPeriodSchema = z.strictObject({
  key: periodKey,
  year,
  kind: code,
  firstDay: day,
  lastDay: day,
  names: z.strictObject({ fr: line(120), ar: line(120), en: line(120).optional(), es: line(120).optional() }),
  confirmed: z.boolean(),
});
export type SetCalendarPeriod = z.infer<typeof setCalendarPeriodSchema>;
/** `directory.confirm_calendar_period`: announced as it stands. */
export const confirmCalendarPeriodSchema = z.strictObject({ key: periodKey, year });
/** `directory.remove_calendar_period`. */
export const removeCalendarPeriodSchema = z.strictObject({ key: periodKey, year });

/** Why a command of this room may be refused, beside those of every command; each is a translation key `refusal.<code>`. */
export const careRefusals = [
  'service_not_found',
  'organization_not_found',
  'change_not_found',
  'change_decided',
  'nothing_changes',
  'ages_crossed',
  'need_unknown',
  'audience_unknown',
  'territory_unknown',
  'term_unknown',
  'rhythm_by_editor',
  'nothing_to_confirm',
  'feedback_not_found',
  'word_exists',
  'same_record',
  'already_merged',
  'merge_not_found',
  'merge_built_upon',
  'gone_has_files',
  'gone_has_desk',
  'difference_not_found',
  'translation_not_old',
  'original_changed_again',
  'period_not_found',
  ...periodProblems,
] as const;
