import type { Credit, DeskFigures, Told } from './contract.ts';
import type {
  Audience,
  Disaggregation,
  Marker,
  MoneySource,
  NeedSource,
  ProjectStatus,
  RemarkBody,
  RemarkTaken,
  SessionKind,
  Stage,
  Theme,
  ValuePart,
} from './lists.ts';

interface InPlan {
  id: string;
  plan_id: string;
}
/** A plan as its tables keep it, whichever day or version it is of: what `plans.rows_of` and `plans.rows_at` give, and a version freezes. */
export interface Rows {
  plan: {
    id: string;
    organization_id: string;
    commune_code: string;
    title: Told;
    vision: Told | null;
    regional_link: Told | null;
    mandate_starts_on: string;
    first_year: number;
    stage: Stage;
    stage_since: string;
    reason: string | null;
    shared_at: string | null;
  };
  session: (InPlan & {
    kind: SessionKind;
    held_on: string;
    place: string | null;
    organizations: string | null;
    women: number;
    men: number;
    words: Told | null;
  })[];
  need: (InPlan & {
    position: number;
    title: Told;
    text: Told | null;
    audiences: Audience[];
    place: string | null;
    gender_marker: Marker | null;
    migration_marker: Marker | null;
    source: NeedSource;
    session_id: string | null;
    finding_id: string | null;
    desk_need: string | null;
    desk_figures: DeskFigures | null;
  })[];
  vote: (InPlan & { session_id: string; need_id: string; women: number; men: number })[];
  project: (InPlan & {
    position: number;
    title: Told;
    objective: Told | null;
    themes: Theme[];
    audiences: Audience[];
    need_ids: string[];
    holder_id: string | null;
    holder: Told | null;
    partner_ids: string[];
    partners: Told | null;
    place: string | null;
    starts_on: string | null;
    ends_on: string | null;
    gender_marker: Marker | null;
    migration_marker: Marker | null;
    status: ProjectStatus;
    action_id: string | null;
    credit: Credit | null;
  })[];
  cost: (InPlan & { project_id: string; year: number; source: MoneySource; amount: number })[];
  indicator: (InPlan & {
    project_id: string;
    position: number;
    name: Told;
    unit: Told | null;
    baseline: number | null;
    baseline_year: number | null;
    target: number | null;
    target_year: number | null;
    source: Told | null;
    formula: Told | null;
    disaggregation: Disaggregation[];
  })[];
  indicator_value: (InPlan & { indicator_id: string; year: number; part: ValuePart; value: number })[];
  remark: (InPlan & {
    body: RemarkBody;
    said_on: string;
    words: Told;
    project_id: string | null;
    taken: RemarkTaken | null;
    answer: Told | null;
    answered_on: string | null;
  })[];
  evaluation: (InPlan & {
    year: number;
    status: 'draft' | 'adopted';
    adopted_on: string | null;
    summary: Told | null;
    learned: Told | null;
  })[];
  judged: (InPlan & { evaluation_id: string; project_id: string; share: number | null; spent: number | null; words: Told | null })[];
  names: { commune: Told; organizations: Record<string, Told | null> };
}
