import { z } from 'zod';
import { importReasons } from '../import/lists.ts';
import { day, entity, language, moment, names } from './contract-words.ts';
import { careServiceSchema, stewardshipSchema } from './contract-records.ts';
import { careRefusals, periodKey, year } from './contract-commands.ts';
import { changeKinds, changeStates, feedbackKinds, feedbackStates, likenesses, linkStates, updateStates } from './lists.ts';

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
