import type { z } from 'zod';
import type {
  actorsSchema,
  calendarSchema,
  careOrganizationSchema,
  careServiceSchema,
  differencesSchema,
  duplicatesSchema,
  feedbackViewSchema,
  linksSchema,
  mergesSchema,
  organizationRecordSchema,
  overdueSchema,
  queriesSchema,
  recordSideSchema,
  serviceRecordSchema,
  sideBySideSchema,
  sideSchema,
  staleTranslationsSchema,
  stewardshipSchema,
  wordsSchema,
} from '../care/contract.ts';

export type Actor = z.infer<typeof actorsSchema>['actors'][number];
export type ActorsAnswer = z.infer<typeof actorsSchema>;
export type CalendarAnswer = z.infer<typeof calendarSchema>;
export type CalendarDate = CalendarAnswer['dates'][number];
export type CareOrganization = z.infer<typeof careOrganizationSchema>;
export type CareService = z.infer<typeof careServiceSchema>;
export type DifferencesAnswer = z.infer<typeof differencesSchema>;
export type Difference = DifferencesAnswer['differences'][number];
export type DuplicatesAnswer = z.infer<typeof duplicatesSchema>;
export type FeedbackView = z.infer<typeof feedbackViewSchema>;
export type LinksAnswer = z.infer<typeof linksSchema>;
export type CheckedLink = LinksAnswer['links'][number];
export type MergesAnswer = z.infer<typeof mergesSchema>;
export type Merged = MergesAnswer['merges'][number];
export type OverdueAnswer = z.infer<typeof overdueSchema>;
export type OverdueService = OverdueAnswer['services'][number];
export type QueriesAnswer = z.infer<typeof queriesSchema>;
export type UnansweredQuery = QueriesAnswer['queries'][number];
export type Fields = z.infer<typeof serviceRecordSchema>['fields'];
export type OrganizationFields = z.infer<typeof organizationRecordSchema>['fields'];
export type Schedule = Fields['schedules'][number];
export type SideBySide = z.infer<typeof sideBySideSchema>;
export type RecordSide = z.infer<typeof recordSideSchema>;
export type Side = z.infer<typeof sideSchema>;
export type TranslationsAnswer = z.infer<typeof staleTranslationsSchema>;
export type Stewardship = z.infer<typeof stewardshipSchema>;
export type WordsAnswer = z.infer<typeof wordsSchema>;
/** A name as its source wrote it, and in Arabic where that exists. */
export type Names = Side['name'];
