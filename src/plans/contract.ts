import { z } from 'zod';
import { freeText } from '../platform/commands/contract.ts';
import {
  addable,
  type Addable,
  type Audience,
  type Disaggregation,
  type FieldKind,
  fieldsOf,
  type Marker,
  moneySources,
  type MoneySource,
  needSources,
  type NeedSource,
  type ProjectStatus,
  publicParts,
  type PublicPart,
  type RemarkBody,
  type RemarkTaken,
  type SessionKind,
  spokenTexts,
  stages,
  type Stage,
  type Theme,
  type Thing,
  valueParts,
  type ValuePart,
} from './lists.ts';

/** Words in the languages they were written in; none of them translated by a machine. */
export type Told = Partial<Record<'fr' | 'ar' | 'en' | 'es', string>>;

export const told = (most: number) =>
  z
    .strictObject(Object.fromEntries(spokenTexts.map((language) => [language, freeText(most).min(1).optional()])))
    .refine((words) => Object.values(words).some(Boolean), 'words_missing');
const reason = freeText(1000).min(1);
const planId = z.uuid();

/** What may stand in a field; null empties it, where it may be empty. */
function schemaOf(field: FieldKind): z.ZodType {
  switch (field.kind) {
    case 'told':
      return field.isNeeded ? told(field.most) : told(field.most).nullable();
    case 'text':
      return freeText(field.most).nullable();
    case 'number': {
      const number = (field.isWhole ? z.int() : z.number()).min(field.least ?? -1e12).max(field.most ?? 1e12);
      return field.isNeeded ? number : number.nullable();
    }
    case 'day':
      return field.isNeeded ? z.iso.date() : z.iso.date().nullable();
    case 'choice':
      return field.isNeeded ? z.enum(field.of) : z.enum(field.of).nullable();
    case 'list':
      return z.array(z.enum(field.of)).max(field.of.length);
    case 'id':
      return z.uuid().nullable();
    case 'ids':
      return z.array(z.uuid()).max(60);
  }
}
/** Needed fields that begin with a value of their own. */
const begunBy = new Set(['status', 'women', 'men']);
const rowSchemas = Object.fromEntries(
  Object.entries(fieldsOf).map(([thing, fields]) => [
    thing,
    Object.fromEntries(
      Object.entries(fields as Record<string, FieldKind>).map(([name, field]) => {
        const value = schemaOf(field);
        return [name, 'isNeeded' in field && field.isNeeded && !begunBy.has(name) ? value : value.optional()];
      }),
    ),
  ]),
) as Record<Thing, Record<string, z.ZodType>>;

/** `plans.begin`: a commune begins its plan. */
export const beginSchema = z.strictObject({
  planId,
  communeCode: z.string().regex(/^\d{9}$/),
  title: told(200),
  mandateStartsOn: z.iso.date(),
  firstYear: z.int().min(2010).max(2100),
});
/** What of a thing is said once, when it begins. */
const begunWith: Record<Addable, Record<string, z.ZodType>> = {
  session: {},
  /** The figures of a need from the desk are the server's own, suppressed. */
  need: {
    source: z.enum(needSources).default('office'),
    session_id: z.uuid().optional(),
    finding_id: z.uuid().optional(),
    desk_need: z.string().max(40).optional(),
    desk_year: z.int().min(2010).max(2110).optional(),
  },
  project: {},
  indicator: { project_id: z.uuid() },
  remark: {},
  evaluation: { year: z.int().min(2010).max(2110) },
};
/** `plans.add`: a session, need, project, indicator, remark or a year's evaluation. */
export const addSchema = z.discriminatedUnion(
  'thing',
  addable.map((thing) =>
    z.strictObject({
      planId,
      thing: z.literal(thing),
      thingId: z.uuid(),
      row: z.strictObject({ ...begunWith[thing], ...rowSchemas[thing] }),
    }),
  ) as unknown as [
    z.ZodObject<{ planId: z.ZodUUID; thing: z.ZodLiteral<Addable>; thingId: z.ZodUUID; row: z.ZodRecord<z.ZodString, z.ZodUnknown> }>,
  ],
);
/** `plans.remove`: what it was stays readable in the plan's past. */
export const removeSchema = z.strictObject({ planId, thing: z.enum(addable), thingId: z.uuid() });

/**
 * `plans.edit`: one field of one thing, words one language at a time. `base` is what its writer saw: what others wrote meanwhile is brought
 * together, and where both changed the same both stay until someone chooses.
 */
const written = {
  field: z.string().max(30),
  language: z.enum(spokenTexts).optional(),
  base: z.unknown(),
  value: z.unknown(),
  conflictId: z.uuid(),
};
/** Whether a value fits its field: words of one language are a text, of which '' is none. */
export function fits({ thing, field, language, value }: { thing: Thing; field: string; language?: unknown; value: unknown }): boolean {
  const kind = (fieldsOf[thing] as Record<string, FieldKind>)[field];
  if (!kind || (kind.kind === 'told') !== (language !== undefined)) return false;
  return (kind.kind === 'told' ? freeText(kind.most) : schemaOf(kind)).safeParse(value).success;
}
export const editSchema = z
  .strictObject({
    planId,
    thing: z.enum(['plan', ...addable]),
    thingId: z.uuid(),
    ...written,
  })
  .refine(fits, { path: ['value'], message: 'does_not_fit' });
/** `plans.fill`: one cell of the costs, of an indicator's values, of a year's evaluation; null empties it. */
export const fillSchema = z
  .discriminatedUnion('thing', [
    z.strictObject({
      planId,
      thing: z.literal('cost'),
      key: z.strictObject({ project_id: z.uuid(), year: z.int().min(2010).max(2110), source: z.enum(moneySources) }),
      cellId: z.uuid(),
      ...written,
    }),
    z.strictObject({
      planId,
      thing: z.literal('indicator_value'),
      key: z.strictObject({ indicator_id: z.uuid(), year: z.int().min(2010).max(2110), part: z.enum(valueParts) }),
      cellId: z.uuid(),
      ...written,
    }),
    z.strictObject({
      planId,
      thing: z.literal('judged'),
      key: z.strictObject({ evaluation_id: z.uuid(), project_id: z.uuid() }),
      cellId: z.uuid(),
      ...written,
    }),
  ])
  .refine(fits, { path: ['value'], message: 'does_not_fit' });
/** `plans.settle`: what shall stand, of two who wrote at once. */
export const settleSchema = z.strictObject({ planId, conflictId: z.uuid(), value: z.unknown() });
/** `plans.count_votes`: so many more hands (fewer, below zero) for a need; several tablets may count at once. */
export const countVotesSchema = z.strictObject({
  planId,
  sessionId: z.uuid(),
  needId: z.uuid(),
  voteId: z.uuid(),
  women: z.int().min(-10_000).max(10_000),
  men: z.int().min(-10_000).max(10_000),
});
/** `plans.move`: on to the next stage, which freezes a version; or back to an earlier one, with the reason. */
export const moveSchema = z.strictObject({
  planId,
  act: z.enum(['go_on', 'go_back']),
  to: z.enum(stages),
  /** The day the stage was over, or begun again. */
  reachedOn: z.iso.date(),
  versionId: z.uuid(),
  reason: reason.optional(),
});
/** `plans.freeze` */
export const freezeSchema = z.strictObject({ planId, versionId: z.uuid(), name: freeText(200).min(1) });
/** `plans.share`: all who sign in may read it; or no more. */
export const shareSchema = z.strictObject({ planId, shares: z.boolean() });
/** `plans.publish`: everybody may read these parts of that frozen version, as the screen showed them. */
export const publishSchema = z.strictObject({ planId, versionId: z.uuid(), parts: z.array(z.enum(publicParts)).max(publicParts.length) });
/** `plans.withdraw`: nobody reads it in public any more. */
export const withdrawSchema = z.strictObject({ planId });
/** `plans.adopt_evaluation`: the council adopted it, on that day. */
export const adoptEvaluationSchema = z.strictObject({ planId, evaluationId: z.uuid(), adoptedOn: z.iso.date() });
/** `plans.copy`: a project of the library comes into the plan, with credit. */
export const copySchema = z.strictObject({ planId, entryId: z.uuid(), projectId: z.uuid() });

export interface OrganizationName {
  id: string;
  name: Told;
}
export interface Session {
  id: string;
  kind: SessionKind;
  heldOn: string;
  place: string | null;
  organizations: string | null;
  women: number;
  men: number;
  words: Told | null;
}
/** What the desk counted in that year, as it was published: null where too few people stand behind it. */
export interface DeskFigures {
  year: number;
  count: number | null;
  women: number | null;
  men: number | null;
}
export interface Need {
  id: string;
  position: number;
  title: Told;
  text: Told | null;
  audiences: Audience[];
  place: string | null;
  genderMarker: Marker | null;
  migrationMarker: Marker | null;
  source: NeedSource;
  sessionId: string | null;
  findingId: string | null;
  deskNeed: string | null;
  deskFigures: DeskFigures | null;
  /** Hands of the newest session that ranked. */
  women: number;
  men: number;
  /** 1 is first; those with as many hands share a rank. Null: nobody voted yet. */
  rank: number | null;
}
export interface Cost {
  year: number;
  source: MoneySource;
  /** Dirhams. */
  amount: number;
}
export interface IndicatorValue {
  year: number;
  part: ValuePart;
  value: number;
}
export interface Indicator {
  id: string;
  projectId: string;
  name: Told;
  unit: Told | null;
  baseline: number | null;
  baselineYear: number | null;
  target: number | null;
  targetYear: number | null;
  source: Told | null;
  formula: Told | null;
  disaggregation: Disaggregation[];
  /** By year, then part. */
  values: IndicatorValue[];
  /** How much of the way from baseline to target the newest value has gone, 0…1; null where one of the three is unknown. */
  progress: number | null;
}
/** Whose idea a copied project is. */
export interface Credit {
  entryId: string;
  title: Told;
  holder: Told | null;
  commune: Told | null;
  sourceUrl: string | null;
}
/** What is said of a project by which figure: the newest adopted evaluation, else its indicators, else its status. */
export interface Progress {
  share: number | null;
  from: 'evaluation' | 'indicators' | 'status' | null;
}
export interface Project {
  id: string;
  position: number;
  title: Told;
  objective: Told | null;
  themes: Theme[];
  audiences: Audience[];
  needIds: string[];
  /** One of the two, or neither. */
  holderOrganization: OrganizationName | null;
  holder: Told | null;
  partnerOrganizations: OrganizationName[];
  partners: Told | null;
  place: string | null;
  startsOn: string | null;
  endsOn: string | null;
  genderMarker: Marker | null;
  migrationMarker: Marker | null;
  status: ProjectStatus;
  actionId: string | null;
  credit: Credit | null;
  costs: Cost[];
  /** Dirhams, all years and sources. */
  cost: number;
  spent: number;
  indicators: Indicator[];
  progress: Progress;
}
export interface Remark {
  id: string;
  body: RemarkBody;
  saidOn: string;
  words: Told;
  projectId: string | null;
  taken: RemarkTaken | null;
  answer: Told | null;
  answeredOn: string | null;
}
export interface Judged {
  projectId: string;
  share: number | null;
  /** Dirhams. */
  spent: number | null;
  words: Told | null;
}
export interface Evaluation {
  id: string;
  year: number;
  status: 'draft' | 'adopted';
  adoptedOn: string | null;
  summary: Told | null;
  learned: Told | null;
  judged: Judged[];
}
/** Sums in dirhams; dropped projects cost nothing. */
export interface Totals {
  cost: number;
  spent: number;
  byYear: { year: number; amount: number }[];
  bySource: { source: MoneySource; amount: number }[];
  /** Of projects by status, and what migration is an aim of. */
  projects: Record<ProjectStatus, number>;
  forMigration: { projects: number; cost: number };
  /** Mean of the projects that are not dropped, each weighing the same; null where nothing is known. */
  progress: number | null;
}
/** A plan as it is read: live, as of a day, of a frozen version, or of what was published. Made by `assemble`. */
export interface Plan {
  id: string;
  organization: OrganizationName;
  commune: { code: string; name: Told };
  title: Told;
  vision: Told | null;
  regionalLink: Told | null;
  mandateStartsOn: string;
  /** Its six years. */
  years: number[];
  stage: Stage;
  stageSince: string;
  reason: string | null;
  sharedAt: string | null;
  /** By day. */
  sessions: Session[];
  /** By rank, then position. */
  needs: Need[];
  /** Hands counted, in every session that ranked. */
  votes: { sessionId: string; needId: string; women: number; men: number }[];
  /** By position. */
  projects: Project[];
  remarks: Remark[];
  /** By year. */
  evaluations: Evaluation[];
  totals: Totals;
}
export interface StageSetting {
  key: Stage;
  names: Told;
  tasks: Told;
  monthsAfterStart: number | null;
  daysAfterPrevious: number | null;
  law: Told | null;
  sourceUrl: string | null;
  isChecked: boolean;
}
export interface VersionRow {
  id: string;
  number: number;
  stage: Stage;
  endsStage: boolean;
  reachedOn: string;
  name: string | null;
  frozenAt: string;
}
export interface Conflict {
  id: string;
  thing: Thing;
  thingId: string;
  field: string;
  language: 'fr' | 'ar' | 'en' | 'es' | null;
  theirs: unknown;
  mine: unknown;
  writtenAt: string;
}
/** `GET /api/plans/:id` */
export interface PlanView {
  plan: Plan;
  versions: VersionRow[];
  stages: StageSetting[];
  conflicts: Conflict[];
  publication: { versionId: string; parts: PublicPart[]; publishedAt: string } | null;
  /** The region's day. */
  today: string;
  mayWrite: boolean;
}
/** `GET /api/plans` */
export interface PlanRow {
  id: string;
  commune: { code: string; name: Told };
  organization: OrganizationName;
  title: Told;
  firstYear: number;
  stage: Stage;
  stageSince: string;
  isShared: boolean;
  isPublished: boolean;
  isOwn: boolean;
  needs: number;
  projects: number;
  done: number;
  forMigration: number;
  cost: number;
  indicators: number;
  measured: number;
}
/** `GET /api/plans/library` */
export interface LibraryEntry {
  id: string;
  title: Told;
  objective: Told | null;
  themes: Theme[];
  audiences: Audience[];
  holder: Told | null;
  commune: Told | null;
  budget: Told | null;
  year: number | null;
  indicators: { name: Told; unit: Told | null }[];
  sourceUrl: string | null;
  isPlan: boolean;
}
/** `GET /api/plans/:id/thread`: what was said of the commune or of the whole region. */
export interface FindingOffer {
  id: string;
  title: Told;
  text: Told | null;
  audiences: Audience[];
  sources: number;
  isOfCommune: boolean;
}
/** `GET /api/plans/:id/desk?year=`: what the desk counted in the commune, small numbers hidden. */
export interface DeskOffer extends DeskFigures {
  need: string;
}
/** `GET /api/plans/:id/changes?from=&to=`: what became another between two states of a plan. */
export interface PlanChange {
  thing: Thing;
  id: string;
  kind: 'added' | 'removed' | 'changed';
  /** What it is called; of a cell its year, and its source or part. */
  of: { title: Told; year: number | null; cell: string | null };
  fields: { field: string; before: unknown; after: unknown }[];
}
