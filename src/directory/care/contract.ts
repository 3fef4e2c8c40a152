import { z } from 'zod';
import type { Role } from '../../platform/database/member-roles.ts';
import { importReasons } from '../import/lists.ts';
import { periodProblems } from '../opening/lists.ts';
import {
  availabilityStates,
  careEntities,
  changeKinds,
  changeStates,
  feedbackKinds,
  feedbackStates,
  likenesses,
  linkStates,
  rhythms,
  textLanguages,
  updateStates,
} from './lists.ts';

export * from './lists.ts';

/** Who decides about every record of the directory. */
export const editorRoles = ['programme', 'coordinator'] as const satisfies readonly Role[];
/** Who keeps the records of their own organisation. */
export const focalRoles = ['partner', 'agent', 'cell_manager'] as const satisfies readonly Role[];
export const careRoles = [...editorRoles, ...focalRoles] as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what this rule is about.
const readable = (v: string): boolean => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(v) && v.isWellFormed();
const text = (max: number) => z.string().trim().min(1).max(max).refine(readable, 'unreadable_text');
const line = (max: number) => text(max).refine((v) => !/[\r\n]/.test(v), 'one_line');
const code = z.string().regex(/^[a-z0-9_-]{1,60}$/);
const territory = z.string().regex(/^[0-9]{2,10}$/);
const day = z.iso.date();
/** As forms write it, and as sources may: with seconds or an offset. */
const clock = z.string().regex(/^(\d|[01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}(:?\d{2})?)?$|^24:00$/);
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const webAddress = z
  .string()
  .trim()
  .max(2000)
  .refine((v) => URL.canParse(v) && /^https?:$/.test(new URL(v).protocol), 'not_web');
const entity = z.enum(careEntities);
const language = z.enum(textLanguages);
const moment = z.iso.datetime({ offset: true });

// ------------------------------------------------------------------------------------------------ what a record says
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

// ------------------------------------------------------------------------------------------------ commands
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

const periodKey = z.string().regex(/^[a-z0-9-]{1,60}$/);
const year = z.int().min(2000).max(2150);
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

// ------------------------------------------------------------------------------------------------ readings
/** A name as its source wrote it and, where it exists, in Arabic. */
const names = z.object({ fr: z.string(), ar: z.string().nullable() });

/** `GET /api/directory/care/board` (editors). */
export const boardSchema = z.object({
  counts: z.object({
    services: z.int(),
    neverConfirmed: z.int(),
    updateAdvised: z.int(),
    updateMandatory: z.int(),
    proposals: z.int(),
    openFeedback: z.int(),
    deadLinks: z.int(),
    staleTranslations: z.int(),
    unansweredQueries: z.int(),
    duplicates: z.int(),
    differences: z.int(),
    /** Dates of the moon nobody entered for the coming year, and those of the coming 60 days that are only expected. */
    calendarDates: z.int(),
    /** Saved sources that did not come in three times in a row, or more. */
    failingImports: z.int(),
    /** Messages that wait because no mail server is set, and those given up. */
    messagesWaiting: z.int(),
    messagesFailed: z.int(),
  }),
  /** Those sources, with why the last import did not come in. */
  imports: z.array(z.object({ id: z.uuid(), name: z.string(), failures: z.int(), reason: z.enum(importReasons).nullable() })),
  /** Whether the owner switched on what leaves the machine: `SMTP_URL` and `MAIL_FROM`, `CHECK_LINKS=true`. */
  mail: z.object({ enabled: z.boolean() }),
  links: z.object({ enabled: z.boolean(), checkedAt: moment.nullable() }),
});
export type Board = z.infer<typeof boardSchema>;

export const stewardshipSchema = z.object({
  rhythmMonths: z.literal(rhythms).nullable(),
  contactEmail: z.string().nullable(),
  language,
  remindedAt: moment.nullable(),
});
export const careServiceSchema = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  name: names,
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  /** The source no longer has it. */
  vanished: z.boolean(),
  assuredDate: day.nullable(),
  sourceYear: z.int().nullable(),
  state: z.enum(updateStates),
  openFeedback: z.int(),
  proposals: z.int(),
});
export const careOrganizationSchema = z.object({
  id: z.uuid(),
  name: names,
  commune: names.nullable(),
  services: z.int(),
  /** The worst of its services. */
  state: z.enum(updateStates),
  oldestAssured: day.nullable(),
  openFeedback: z.int(),
  proposals: z.int(),
  stewardship: stewardshipSchema,
});
/** `GET /api/directory/care/organizations?q=&state=&page=`: all for editors, one's own for a focal point; 50 a page. */
export const organizationsSchema = z.object({ total: z.int(), page: z.int(), organizations: z.array(careOrganizationSchema) });

/** `GET /api/directory/care/opening-calendar`: what the rules of opening need to know of the region, for the preview of hours. */
export const openingCalendarSchema = z.object({
  timezone: z.string(),
  fixed: z.array(z.object({ month: z.int(), day: z.int(), since: z.int().nullable(), names: z.record(z.string(), z.string()) })),
  periods: z.array(
    z.object({
      kind: z.enum(['holiday', 'ramadan', 'summer']),
      first_day: day,
      last_day: day,
      names: z.record(z.string(), z.string()),
      confirmed: z.boolean(),
    }),
  ),
});

const availabilityView = availabilitySchema.extend({ updatedAt: moment, ended: z.boolean() });
const translationsView = <T extends z.ZodType>(of: T) => z.partialRecord(z.string(), of);
/** A service as it stands, ready to be edited. */
export const serviceRecordSchema = z.object({
  id: z.uuid(),
  organization: z.object({ id: z.uuid(), name: names }),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  vanished: z.boolean(),
  sourceKey: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  sourceYear: z.int().nullable(),
  assuredDate: day.nullable(),
  state: z.enum(updateStates),
  lastModified: moment,
  fields: z.object({
    name: z.string(),
    alternateName: z.string().nullable(),
    organizationId: z.uuid(),
    needs: z.array(z.string()),
    audiences: z.array(z.string()),
    description: z.string().nullable(),
    eligibility: z.string().nullable(),
    minimumAge: z.int().nullable(),
    maximumAge: z.int().nullable(),
    alert: z.string().nullable(),
    applicationProcess: z.string().nullable(),
    fees: z.string().nullable(),
    url: z.string().nullable(),
    email: z.string().nullable(),
    status: z.string(),
    areas: z.array(z.string()),
    languages: z.array(z.object({ code: z.string().nullable(), name: z.string().nullable() })),
    documents: z.array(z.object({ procedure: z.string().nullable(), document: z.string(), uri: z.string().nullable() })),
    phones: z.array(
      z.object({ number: z.string(), extension: z.string().nullable(), type: z.string().nullable(), description: z.string().nullable() }),
    ),
    schedules: z.array(
      z.object({
        freq: z.string().nullable(),
        interval: z.int().nullable(),
        byday: z.string().nullable(),
        bymonthday: z.string().nullable(),
        dtstart: day.nullable(),
        until: day.nullable(),
        validFrom: day.nullable(),
        validTo: day.nullable(),
        opensAt: z.string().nullable(),
        closesAt: z.string().nullable(),
        season: z.string().nullable(),
        byAppointment: z.boolean(),
        openOnHolidays: z.boolean(),
        description: z.string().nullable(),
        count: z.int().nullable(),
        byweekno: z.string().nullable(),
        byyearday: z.string().nullable(),
        wkst: z.string().nullable(),
        timezone: z.number().nullable(),
        scheduleLink: z.string().nullable(),
        attendingType: z.string().nullable(),
        notes: z.string().nullable(),
      }),
    ),
    translations: translationsView(
      z.object({
        name: z.string().nullable(),
        description: z.string().nullable(),
        eligibility: z.string().nullable(),
        alert: z.string().nullable(),
        applicationProcess: z.string().nullable(),
        fees: z.string().nullable(),
        wordings: z.record(z.string(), z.string()).nullable(),
      }),
    ),
  }),
  availability: availabilityView.nullable(),
  /** Languages whose text is older than the one it translates. */
  staleTexts: z.array(z.string()),
  /** Fields an import leaves alone because they were changed here. */
  held: z.array(z.string()),
  /** Places it is offered at; a confidential one shows its commune only. */
  places: z.array(
    z.object({ name: z.string().nullable(), address: z.string().nullable(), commune: names.nullable(), confidential: z.boolean() }),
  ),
  mayEdit: z.boolean(),
  mayDecide: z.boolean(),
});
/** `GET /api/directory/care/services/:id`. */
export type ServiceRecord = z.infer<typeof serviceRecordSchema>;

export const organizationRecordSchema = z.object({
  id: z.uuid(),
  name: names,
  sourceKey: z.string().nullable(),
  vanished: z.boolean(),
  fields: z.object({
    name: z.string(),
    alternateName: z.string().nullable(),
    description: z.string(),
    email: z.string().nullable(),
    website: z.string().nullable(),
    communeCode: z.string().nullable(),
    phones: z.array(
      z.object({ number: z.string(), extension: z.string().nullable(), type: z.string().nullable(), description: z.string().nullable() }),
    ),
    translations: translationsView(z.object({ name: z.string().nullable(), description: z.string().nullable() })),
  }),
  /** Languages whose text is older than the one it translates. */
  staleTexts: z.array(z.string()),
  held: z.array(z.string()),
  stewardship: stewardshipSchema,
  state: z.enum(updateStates),
  services: z.array(careServiceSchema),
  /** New services that wait for an editor. */
  drafts: z.array(z.object({ changeId: z.uuid(), serviceId: z.uuid(), name: z.string(), proposedAt: moment })),
  mayEdit: z.boolean(),
  mayDecide: z.boolean(),
});
/** `GET /api/directory/care/organizations/:id`. */
export type OrganizationRecord = z.infer<typeof organizationRecordSchema>;

export const changeSchema = z.object({
  id: z.uuid(),
  entity,
  entityId: z.uuid(),
  /** Of the record now; of a draft the name proposed. */
  name: names,
  organization: z.object({ id: z.uuid(), name: names }),
  kind: z.enum(changeKinds),
  state: z.enum(changeStates),
  /** Only the fields that change, under the names of the commands; a text of one language as `translations.ar.description`. */
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  /** Of a proposal: fields that were changed again since. */
  outdated: z.array(z.string()),
  reason: z.string().nullable(),
  /** Null when by a signed link, or by someone whose name the reader may not know. */
  proposedBy: z.string().nullable(),
  /** The organisation they acted for. */
  proposedFor: names.nullable(),
  proposedAt: moment,
  decidedBy: z.string().nullable(),
  decidedAt: moment.nullable(),
  decisionReason: z.string().nullable(),
});
export type Change = z.infer<typeof changeSchema>;
/** `GET /api/directory/care/history/:entity/:id` newest first, and `GET /api/directory/care/proposals` oldest first. */
export const changesSchema = z.object({ changes: z.array(changeSchema) });

export const feedbackViewSchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  service: z.object({ id: z.uuid(), name: names }),
  organization: z.object({ id: z.uuid(), name: names }),
  kind: z.enum(feedbackKinds),
  text: z.string().nullable(),
  language,
  at: moment,
  state: z.enum(feedbackStates),
  answer: z.string().nullable(),
  answeredAt: moment.nullable(),
  answeredBy: z.string().nullable(),
});
/** `GET /api/directory/care/feedback?state=open|answered|settled&page=`; 50 a page. */
export const feedbackListSchema = z.object({ total: z.int(), page: z.int(), feedback: z.array(feedbackViewSchema) });

/** `GET /api/directory/care/overdue?state=never_confirmed|update_advised|update_mandatory&page=` (editors): worst first, 50 a page. */
export const overdueSchema = z.object({
  total: z.int(),
  page: z.int(),
  services: z.array(careServiceSchema.extend({ organizationName: names })),
});

/** `GET /api/directory/care/links` (editors): the dead ones, and those that moved. */
export const linksSchema = z.object({
  links: z.array(
    z.object({
      url: z.string(),
      state: z.enum(linkStates),
      /** Where it leads now. */
      movedTo: z.string().nullable(),
      /** Nights in a row it failed; dead from the third. */
      tries: z.int(),
      since: moment,
      checkedAt: moment.nullable(),
      usedBy: z.array(z.object({ entity, id: z.uuid(), name: names })),
    }),
  ),
});

/** `GET /api/directory/care/translations` (editors): older than the text they translate. */
export const staleTranslationsSchema = z.object({
  translations: z.array(
    z.object({ entity, id: z.uuid(), name: names, language: z.string(), translatedAt: moment, originalChangedAt: moment }),
  ),
});

/** `GET /api/directory/care/queries` (editors): searched in vain in the last 90 days, most asked first. */
export const queriesSchema = z.object({
  queries: z.array(z.object({ query: z.string(), language, count: z.int(), lastDay: day })),
});
/** `GET /api/directory/care/words` (editors). */
export const wordsSchema = z.object({
  words: z.array(z.object({ id: z.uuid(), language, word: z.string(), termCode: z.string() })),
});

/** One record of a likely pair. */
export const recordSideSchema = z.object({
  id: z.uuid(),
  name: names,
  sourceName: z.string().nullable(),
  /** Whose it is, of a service. */
  organization: names.nullable(),
  /** Communes it is in, and of a service what it serves. */
  places: z.array(names),
});
/** `GET /api/directory/care/duplicates?entity=organization|service` (editors): likeliest first. */
export const duplicatesSchema = z.object({
  duplicates: z.array(
    z.object({
      entity,
      a: recordSideSchema,
      b: recordSideSchema,
      /** 0 to 100. */
      score: z.int(),
      because: z.array(z.enum(likenesses)),
    }),
  ),
});
/** One of the two records side by side. */
export const sideSchema = recordSideSchema.extend({
  values: z.record(z.string(), z.unknown()),
  /** How many of each kind refer to it: services, places, telephones, members, referrals … */
  references: z.record(z.string(), z.int()),
  /** Why it cannot be the one that goes; a code of `careRefusals`. */
  mustStay: z.enum(careRefusals).nullable(),
});
/** `GET /api/directory/care/duplicates/:entity/:a/:b` (editors). */
export const sideBySideSchema = z.object({ a: sideSchema, b: sideSchema, score: z.int(), because: z.array(z.enum(likenesses)) });
/** `GET /api/directory/care/merges` (editors): newest first. */
export const mergesSchema = z.object({
  merges: z.array(
    z.object({
      id: z.uuid(),
      entity,
      kept: z.object({ id: z.uuid(), name: names }),
      gone: z.object({ id: z.uuid(), name: names }),
      moved: z.record(z.string(), z.int()),
      mergedBy: z.string().nullable(),
      mergedAt: moment,
      undoneAt: moment.nullable(),
    }),
  ),
});

/** `GET /api/directory/care/differences` (editors): what a source changed in what was edited here. */
export const differencesSchema = z.object({
  differences: z.array(
    z.object({
      id: z.uuid(),
      entity,
      entityId: z.uuid(),
      name: names,
      /** A field of the commands; `translations.ar.description` for a text of one language. */
      field: z.string(),
      sourceName: z.string().nullable(),
      ours: z.unknown(),
      theirs: z.unknown(),
      /** What the source said when it was edited here. */
      theirsBefore: z.unknown(),
      foundAt: moment,
    }),
  ),
});

/** `GET /api/directory/care/actors?need=&audience=&commune=&q=&page=` (whoever is signed in): who does what, where; 50 a page. */
export const actorsSchema = z.object({
  total: z.int(),
  page: z.int(),
  actors: z.array(
    z.object({
      id: z.uuid(),
      name: names,
      commune: names.nullable(),
      needs: z.array(z.string()),
      audiences: z.array(z.string()),
      /** Codes and names of the territories it serves. */
      areas: z.array(z.object({ code: z.string().nullable(), name: names })),
      services: z.int(),
      email: z.string().nullable(),
      phones: z.array(z.string()),
      focalPoints: z.array(
        z.object({
          name: z.string().nullable(),
          title: z.string().nullable(),
          department: z.string().nullable(),
          email: z.string().nullable(),
          phones: z.array(z.string()),
          published: z.boolean(),
        }),
      ),
      /** Whether someone there works on the platform and can receive a referral. */
      answers: z.boolean(),
    }),
  ),
});
/** `GET /api/directory/care/coverage?province=` (whoever is signed in): how many services reach each commune; 0 is a gap. */
export const coverageSchema = z.object({
  communes: z.array(z.object({ code: z.string(), name: names, provinceCode: z.string().nullable() })),
  needs: z.array(z.string()),
  audiences: z.array(z.string()),
  /** By commune, then need, then audience, in the orders above; a service of the whole region counts in each commune. */
  counts: z.array(z.array(z.array(z.int()))),
});
export type Coverage = z.infer<typeof coverageSchema>;

const namesByLanguage = z.record(z.string(), z.string());
const days = z.object({ firstDay: day, lastDay: day });
/** `GET /api/directory/care/calendar?year=` (editors): the public holidays and seasons of one year. */
export const calendarSchema = z.object({
  year,
  today: day,
  /** The same date each year: data of the region. */
  fixed: z.array(z.object({ key: periodKey, day, names: namesByLanguage })),
  /** What is entered each year, in order; `missing` is only computed, and decides nothing. */
  dates: z.array(
    days.extend({
      key: periodKey,
      year,
      kind: z.enum(['holiday', 'ramadan', 'summer']),
      names: namesByLanguage,
      state: z.enum(['confirmed', 'expected', 'missing']),
      /** For the dates of the moon: where the Umm al-Qura tables put them. */
      computed: days.nullable(),
      toDo: z.boolean(),
      editedAt: moment.nullable(),
      editedBy: z.string().nullable(),
    }),
  ),
});
