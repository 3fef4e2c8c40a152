import type { Pool } from 'pg';
import type { Told } from './contract.ts';
import type { ActionStatus, FindingKind, ProofKind, RecommendationStatus, Signal, Theme } from './lists.ts';
import { signalsOf, weightedMean } from './progress.ts';

export interface PublicOrganization {
  id: string;
  name: string;
  /** It has a page of its own in the directory. */
  isListed: boolean;
}
export interface PublicMeeting {
  id: string;
  title: Told;
  summary: Told | null;
  heldOn: string;
  endedOn: string | null;
  place: string;
  sourceUrl: string | null;
  toldAt: string;
}
interface Named {
  id: string;
  title: Told;
}
export interface PublicRecommendation extends Named {
  number: number | null;
  text: Told;
  themes: Theme[];
  status: RecommendationStatus;
  urgent: boolean;
  meetingId: string | null;
  addressedTo: Told | null;
  owner: PublicOrganization | null;
  dueOn: string | null;
  isLate: boolean;
  measure: Told | null;
  reason: string | null;
  decidedOn: string | null;
  mergedInto: Named | null;
  endorsedBy: PublicOrganization[];
  findings: (Named & { kind: FindingKind })[];
  actions: { id: string; weight: number }[];
  /** 0…1; null where nothing says how far it came. */
  progress: number | null;
  toldAt: string;
}
export interface PublicStep extends Named {
  dueOn: string | null;
  isLate: boolean;
  isMilestone: boolean;
  ending: 'done' | 'dropped' | null;
  endedOn: string | null;
  organization: PublicOrganization | null;
  toldAt: string;
}
export interface PublicProof {
  id: string;
  stepId: string | null;
  kind: ProofKind;
  datedOn: string;
  words: Told;
  url: string | null;
  figure: string | null;
  figureValue: number | null;
  /** It is a document or a photograph, and lies at `/{language}/coordination/proofs/{id}`. */
  hasFile: boolean;
  organization: PublicOrganization | null;
  toldAt: string;
}
export interface PublicPartner {
  id: string;
  organization: PublicOrganization;
  does: Told;
  since: string | null;
  toldAt: string;
}
export interface PublicAction extends Named {
  text: Told | null;
  themes: Theme[];
  communes: { fr: string; ar: string }[];
  status: ActionStatus;
  reason: string | null;
  owner: PublicOrganization | null;
  startsOn: string | null;
  endsOn: string | null;
  progress: number | null;
  declaredProgress: number | null;
  figure: { key: string; from: number | null; now: number | null; aim: number | null } | null;
  sourceUrl: string | null;
  signals: Signal[];
  for: Named[];
  endorsedBy: PublicOrganization[];
  partners: PublicPartner[];
  steps: PublicStep[];
  proofs: PublicProof[];
  toldAt: string;
}
export interface PublicThread {
  meetings: PublicMeeting[];
  recommendations: PublicRecommendation[];
  actions: PublicAction[];
}

const organization = (id: string): string => `(select jsonb_build_object('id', o.id, 'name', coalesce(
    (select tr.name from directory.translation tr where tr.entity = 'organization' and tr.entity_id = o.id and tr.language = $1), o.name),
    'isListed', exists (select from directory.public_organization l where l.id = o.id))
  from directory.organization o where o.id = ${id})`;
const list = (object: string, from: string, order: string): string =>
  `coalesce((select jsonb_agg(${object} order by ${order}) ${from}), '[]')`;
/** Since when everybody may read it: what was written after its thing was published is told from its writing on. */
const toldAt = (subject: string, written: string): string =>
  `greatest((select p.published_at from coordination.publication p where p.subject_id = ${subject}), ${written})`;
const endorsedBy = (id: string): string =>
  list(organization('e.organization_id'), `from coordination.endorsement e where e.subject_id = ${id}`, 'e.said_at');

// Nobody acts in it, so that row-level security leaves what is published. The rows hold more than the public is told – who wrote,
// who declined, what an organisation pays – so each member stands here by its name. One statement, hence one moment of the thread.
const query = `select directory.today()::text as today,
  ${list(
    `jsonb_build_object('id', m.id, 'title', m.title, 'summary', m.summary, 'heldOn', m.held_on, 'endedOn', m.ended_on, 'place', m.place,
      'sourceUrl', m.source_url, 'toldAt', ${toldAt('m.id', 'null')})`,
    'from coordination.meeting m',
    'm.held_on, m.id',
  )} as meetings,
  ${list(
    `jsonb_build_object('id', r.id, 'number', r.number, 'title', r.title, 'text', r.text, 'themes', r.themes, 'status', r.status, 'urgent', r.urgent,
      'meetingId', (select m.id from coordination.meeting m where m.id = r.meeting_id), 'addressedTo', r.addressed_to,
      'owner', ${organization('r.owner_id')}, 'dueOn', r.due_on, 'measure', r.measure, 'reason', r.reason, 'decidedOn', r.decided_on,
      'mergedInto', (select jsonb_build_object('id', i.id, 'title', i.title) from coordination.recommendation i where i.id = r.merged_into),
      'endorsedBy', ${endorsedBy('r.id')}, 'toldAt', ${toldAt('r.id', 'r.created_at')},
      'findings', ${list(
        `jsonb_build_object('id', f.id, 'title', f.title, 'kind', f.kind)`,
        `from coordination.recommendation_finding x join coordination.finding f on f.id = x.finding_id where x.recommendation_id = r.id`,
        'f.id',
      )},
      'actions', ${list(
        `jsonb_build_object('id', a.id, 'weight', x.weight)`,
        `from coordination.action_recommendation x join coordination.action a on a.id = x.action_id where x.recommendation_id = r.id`,
        'a.starts_on nulls last, a.id',
      )},
      'shares', ${list(
        `jsonb_build_object('weight', x.weight, 'progress', coalesce(a.declared_progress, a.progress))`,
        `from coordination.action_recommendation x join coordination.action a on a.id = x.action_id
         where x.recommendation_id = r.id and a.status in ('under_way', 'done')`,
        'a.id',
      )})`,
    `from coordination.recommendation r where $2::uuid is null or r.id = $2 or exists (
       select from coordination.action_recommendation x where x.recommendation_id = r.id and x.action_id = $2)`,
    'r.urgent desc, r.number nulls last, r.created_at, r.id',
  )} as recommendations,
  ${list(
    `jsonb_build_object('id', a.id, 'title', a.title, 'text', a.text, 'themes', a.themes, 'status', a.status, 'reason', a.reason,
      'communes', ${list(
        `jsonb_build_object('fr', c.name_fr, 'ar', c.name_ar)`,
        'from territory.territory c where c.code = any (a.commune_codes)',
        'c.name_fr',
      )},
      'owner', ${organization('a.organization_id')}, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'progress', a.progress,
      'declaredProgress', a.declared_progress, 'sourceUrl', a.source_url, 'movedAt', a.moved_at, 'rhythmDays', a.rhythm_days,
      'figure', case when a.figure is not null then jsonb_build_object('key', a.figure, 'from', a.figure_from, 'aim', a.figure_aim,
        'now', coordination.figure_now(a.figure)) end,
      'endorsedBy', ${endorsedBy('a.id')}, 'toldAt', ${toldAt('a.id', 'a.created_at')},
      'for', ${list(
        `jsonb_build_object('id', r.id, 'title', r.title)`,
        `from coordination.action_recommendation x join coordination.recommendation r on r.id = x.recommendation_id where x.action_id = a.id`,
        'r.number nulls last, r.id',
      )},
      'partners', ${list(
        `jsonb_build_object('id', c.id, 'organization', ${organization('c.organization_id')}, 'does', c.does,
          'since', directory.wall_clock(c.answered_at)::date, 'toldAt', ${toldAt('a.id', 'coalesce(c.answered_at, c.created_at)')})`,
        `from coordination.commitment c where c.action_id = a.id and c.status = 'committed'`,
        'c.created_at, c.id',
      )},
      'steps', ${list(
        `jsonb_build_object('id', s.id, 'title', s.title, 'dueOn', s.due_on, 'isLate', s.ending is null and coalesce(s.due_on < directory.today(), false),
          'isMilestone', s.is_milestone, 'ending', s.ending, 'endedOn', s.ended_on, 'organization', ${organization('s.organization_id')},
          'toldAt', ${toldAt('a.id', 's.created_at')})`,
        'from coordination.step s where s.action_id = a.id',
        's.position, s.id',
      )},
      'proofs', ${list(
        `jsonb_build_object('id', p.id, 'stepId', p.step_id, 'kind', p.kind, 'datedOn', p.dated_on, 'words', p.words, 'url', p.url, 'figure', p.figure,
          'figureValue', p.figure_value, 'hasFile', p.file_id is not null, 'organization', ${organization('p.organization_id')}, 'toldAt', ${toldAt('a.id', 'p.created_at')})`,
        'from coordination.proof p where p.action_id = a.id',
        'p.dated_on desc, p.id',
      )})`,
    `from coordination.action a where $2::uuid is null or a.id = $2 or exists (
       select from coordination.action_recommendation x where x.action_id = a.id and x.recommendation_id = $2)`,
    'a.starts_on nulls last, a.id',
  )} as actions`;

type Share = { progress: number | null; weight: number };
interface Row {
  today: string;
  meetings: PublicMeeting[];
  recommendations: (Omit<PublicRecommendation, 'progress' | 'isLate'> & { shares: Share[] })[];
  actions: (Omit<PublicAction, 'signals'> & { movedAt: string; rhythmDays: number })[];
}

/** The first day that passed without what was due on it, or that comes next; the end of the whole is such a day too. */
const nextDue = (action: Pick<PublicAction, 'steps' | 'endsOn'>): string | null =>
  [...action.steps.flatMap((s) => (s.ending === null && s.dueOn ? [s.dueOn] : [])), ...(action.endsOn ? [action.endsOn] : [])].sort()[0] ??
  null;

/** What everybody may read of the thread, with organisations named in that language; around one thing, when its id is given. */
export async function readPublicThread(pool: Pool, language: string, id?: string): Promise<PublicThread> {
  const { rows } = await pool.query<Row>({ name: 'coordination-public', text: query, values: [language, id ?? null] });
  const { today, meetings, recommendations, actions } = rows[0] ?? { today: '', meetings: [], recommendations: [], actions: [] };
  return {
    meetings,
    recommendations: recommendations.map(({ shares, ...r }) => ({
      ...r,
      progress: weightedMean(shares),
      isLate: r.status === 'adopted' && r.dueOn !== null && r.dueOn < today,
    })),
    actions: actions.map(({ movedAt, rhythmDays, ...a }) => ({
      ...a,
      // What stands in its way is said among those who sign in; that it is late or silent, everybody sees.
      signals: signalsOf({ status: a.status, nextDue: nextDue(a), hasBlocker: false, movedAt: new Date(movedAt), rhythmDays }, today),
    })),
  };
}
