import type { Told } from './contract.ts';
import type {
  ActionStatus,
  CommitmentStatus,
  DigestRhythm,
  FindingKind,
  FindingStatus,
  LinkAnswer,
  ProofKind,
  RecommendationStatus,
  Signal,
  SourceKind,
  Theme,
} from './lists.ts';

// What is read of the thread, as it crosses the wire.

export interface OrganizationName {
  id: string;
  name: string;
}
export interface RecommendationRow {
  id: string;
  number: number | null;
  title: Told;
  themes: Theme[];
  status: RecommendationStatus;
  urgent: boolean;
  owner: OrganizationName | null;
  dueOn: string | null;
  /** 0…1; null: nothing was taken up. */
  progress: number | null;
  actions: number;
  endorsements: number;
  findings: number;
  isPublished: boolean;
}
export interface ActionRow {
  id: string;
  title: Told;
  themes: Theme[];
  communeCodes: string[];
  status: ActionStatus;
  owner: OrganizationName | null;
  startsOn: string | null;
  endsOn: string | null;
  progress: number | null;
  declaredProgress: number | null;
  signals: Signal[];
  partners: number;
}
export interface FindingRow {
  id: string;
  kind: FindingKind;
  title: Told;
  themes: Theme[];
  status: FindingStatus;
  /** How often it was said, and in how many meetings. */
  sources: number;
  meetings: number;
  endorsements: number;
  /** Null: it was said at a meeting of the region. */
  raisedBy: OrganizationName | null;
}
export interface Comment {
  id: string;
  organization: OrganizationName;
  words: string;
  saidAt: string;
}
/** What one may do with a thing as it stands; the acts are those of `rules.ts`. */
export interface Doing {
  isOwn: boolean;
  isKeeper: boolean;
  endorses: boolean;
  /** This person is told when it moves. */
  isTold: boolean;
  acts: string[];
}
/** One change of a thing: when, and what it became. */
export interface PastLine {
  at: string;
  of: string;
  status: string | null;
  reason: string | null;
}
interface Supported {
  endorsedBy: OrganizationName[];
  comments: Comment[];
  isPublished: boolean;
  past: PastLine[];
  conflicts: { id: string; field: string; language: string; theirs: string; mine: string; writtenAt: string }[];
  doing: Doing;
}
export interface RecommendationView extends RecommendationRow, Supported {
  text: Told;
  audiences: string[];
  addressedTo: Told | null;
  measure: Told | null;
  reason: string | null;
  decidedOn: string | null;
  mergedInto: { id: string; title: Told } | null;
  meeting: { id: string; title: Told; heldOn: string } | null;
  writer: OrganizationName | null;
  from: FindingRow[];
  by: ActionRow[];
}
export interface StepRow {
  id: string;
  title: Told;
  weight: number;
  dueOn: string | null;
  isMilestone: boolean;
  isProven: boolean;
  ending: 'done' | 'dropped' | null;
  endedOn: string | null;
  reason: string | null;
  organization: OrganizationName | null;
}
export interface ProofRow {
  id: string;
  stepId: string | null;
  kind: ProofKind;
  datedOn: string;
  words: Told;
  url: string | null;
  figure: string | null;
  figureValue: number | null;
  isPublic: boolean;
  /** What its file is, and its size in bytes; null where it has none. */
  file: { mediaType: string; size: number } | null;
  organization: OrganizationName | null;
  withdrawn: { at: string; because: string } | null;
}
/** Another organisation's action of the same theme, place and time. */
export interface Overlap {
  id: string;
  title: Told;
  owner: OrganizationName | null;
  /** Where the reader's organisation stands with it; null: it said nothing yet. */
  joined: CommitmentStatus | null;
  /** Why it was declined or taken back. */
  reason: string | null;
}
export interface CommitmentRow {
  id: string;
  organization: OrganizationName;
  does: Told;
  amount: number | null;
  currency: string | null;
  status: CommitmentStatus;
  reason: string | null;
}
export interface ActionView extends ActionRow, Supported {
  text: Told | null;
  audiences: string[];
  reason: string | null;
  rhythmDays: number;
  sourceUrl: string | null;
  /** A figure of the platform: what it stood at, what it is now, what is aimed at. */
  figure: { key: string; from: number; now: number | null; aim: number } | null;
  for: { id: string; title: Told; weight: number }[];
  steps: StepRow[];
  proofs: ProofRow[];
  commitments: CommitmentRow[];
  blockers: { id: string; kind: 'risk' | 'blocker'; words: string; openedAt: string; organization: OrganizationName }[];
  news: {
    id: string;
    words: string;
    declaredProgress: number | null;
    at: string;
    organization: OrganizationName;
    /** Given by the link of a reminder, without signing in: the organisation's word, and what it was. */
    answer: LinkAnswer | null;
    newDate: string | null;
  }[];
  takesPart: boolean;
  /** What others do of the same theme, place and time; for those whose it is. */
  overlaps: Overlap[];
}
export interface FindingView extends FindingRow, Supported {
  text: Told | null;
  audiences: string[];
  communeCodes: string[];
  /** The desk's need it was met under. */
  deskNeed: string | null;
  mergedInto: { id: string; title: Told } | null;
  said: {
    id: string;
    kind: SourceKind;
    saidOn: string;
    note: string | null;
    organization: OrganizationName | null;
    meeting: { id: string; title: Told } | null;
  }[];
  ledTo: { id: string; title: Told; status: RecommendationStatus }[];
}
/** `GET /api/observatory/needs/:need`: of how many people the desks heard it in a whole year; null: too few to say. */
export interface NeedYear {
  year: number;
  people: number | null;
}
/** `GET /api/coordination/told`: how often the reader is told. */
export interface ToldChoice {
  rhythm: DigestRhythm;
}
/** `GET /api/coordination/thread`; of actions there may be very many: those come page by page (`board/`). */
export interface Thread {
  recommendations: RecommendationRow[];
  findings: FindingRow[];
  meetings: { id: string; title: Told; heldOn: string; place: string }[];
}
