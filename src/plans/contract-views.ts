import type { Told } from './contract.ts';
import type {
  Audience,
  Disaggregation,
  Marker,
  MoneySource,
  NeedSource,
  ProjectStatus,
  PublicPart,
  RemarkBody,
  RemarkTaken,
  SessionKind,
  Stage,
  Theme,
  Thing,
  ValuePart,
} from './lists.ts';

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
