import type { Evaluation, Indicator, Need, OrganizationName, Plan, Project, Session } from './contract.ts';
import { planYears, valueParts } from './lists.ts';
import { ranksOf } from './ranks.ts';
import { indicatorProgress, projectProgress, sum, totalsOf } from './roll-up.ts';
import type { Rows } from './rows.ts';

/** Rows by what they belong to, so that a plan of many projects is not walked over for each of them. */
function by<R>(rows: readonly R[], key: (row: R) => string): (id: string) => R[] {
  const groups = Map.groupBy(rows, key);
  return (id) => groups.get(id) ?? [];
}
const inOrder = (a: { position: number; id: string }, b: { position: number; id: string }): number =>
  a.position - b.position || a.id.localeCompare(b.id);

/** The plan of these rows, from wherever they come: live, of a day, frozen or published. Pure. */
export function assemble(rows: Rows): Plan {
  const { plan, names } = rows;
  const organization = (id: string): OrganizationName => ({ id, name: names.organizations[id] ?? {} });
  const years = Array.from({ length: planYears }, (_, n) => plan.first_year + n);
  const sessions = sessionsOf(rows);
  const evaluations = evaluationsOf(rows);
  const projects = projectsOf(rows, evaluations, organization);
  return {
    id: plan.id,
    organization: organization(plan.organization_id),
    commune: { code: plan.commune_code, name: names.commune },
    title: plan.title,
    vision: plan.vision,
    regionalLink: plan.regional_link,
    mandateStartsOn: plan.mandate_starts_on,
    years,
    stage: plan.stage,
    stageSince: plan.stage_since,
    reason: plan.reason,
    sharedAt: plan.shared_at,
    sessions,
    needs: needsOf(rows, sessions),
    votes: rows.vote.map(({ session_id, need_id, women, men }) => ({ sessionId: session_id, needId: need_id, women, men })),
    projects,
    remarks: rows.remark
      .map((r) => ({
        id: r.id,
        body: r.body,
        saidOn: r.said_on,
        words: r.words,
        projectId: r.project_id,
        taken: r.taken,
        answer: r.answer,
        answeredOn: r.answered_on,
      }))
      .sort((a, b) => a.saidOn.localeCompare(b.saidOn) || a.id.localeCompare(b.id)),
    evaluations,
    totals: totalsOf(projects, years),
  };
}

const sessionsOf = (rows: Rows): Session[] =>
  rows.session
    .map(({ id, kind, held_on, place, organizations, women, men, words }) => ({
      id,
      kind,
      heldOn: held_on,
      place,
      organizations,
      women,
      men,
      words,
    }))
    .sort((a, b) => a.heldOn.localeCompare(b.heldOn) || a.id.localeCompare(b.id));

/** The votes of the newest session that ranked count: an earlier one was ranked anew. */
function needsOf(rows: Rows, sessions: readonly Session[]): Need[] {
  const voted = new Set(rows.vote.filter((v) => v.women + v.men > 0).map((v) => v.session_id));
  const newest = sessions.findLast((s) => s.kind === 'ranking' && voted.has(s.id))?.id;
  const votes = new Map(rows.vote.filter((v) => v.session_id === newest).map((v) => [v.need_id, v]));
  const ranks = ranksOf([...votes.values()].map(({ need_id, women, men }) => ({ id: need_id, women, men })));
  return rows.need
    .map((n) => ({
      id: n.id,
      position: n.position,
      title: n.title,
      text: n.text,
      audiences: n.audiences,
      place: n.place,
      genderMarker: n.gender_marker,
      migrationMarker: n.migration_marker,
      source: n.source,
      sessionId: n.session_id,
      findingId: n.finding_id,
      deskNeed: n.desk_need,
      deskFigures: n.desk_figures,
      women: votes.get(n.id)?.women ?? 0,
      men: votes.get(n.id)?.men ?? 0,
      rank: ranks.get(n.id) ?? null,
    }))
    .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || inOrder(a, b));
}

function evaluationsOf(rows: Rows): Evaluation[] {
  const judgedOf = by(rows.judged, (j) => j.evaluation_id);
  return rows.evaluation
    .map((e) => ({
      id: e.id,
      year: e.year,
      status: e.status,
      adoptedOn: e.adopted_on,
      summary: e.summary,
      learned: e.learned,
      judged: judgedOf(e.id).map(({ project_id, share, spent, words }) => ({ projectId: project_id, share, spent, words })),
    }))
    .sort((a, b) => a.year - b.year);
}

function indicatorsOf(rows: Rows): Indicator[] {
  const valuesOf = by(rows.indicator_value, (v) => v.indicator_id);
  return rows.indicator.toSorted(inOrder).map((i) => {
    const values = valuesOf(i.id)
      .map(({ year, part, value }) => ({ year, part, value }))
      .sort((a, b) => a.year - b.year || valueParts.indexOf(a.part) - valueParts.indexOf(b.part));
    return {
      id: i.id,
      projectId: i.project_id,
      name: i.name,
      unit: i.unit,
      baseline: i.baseline,
      baselineYear: i.baseline_year,
      target: i.target,
      targetYear: i.target_year,
      source: i.source,
      formula: i.formula,
      disaggregation: i.disaggregation,
      values,
      progress: indicatorProgress({ baseline: i.baseline, target: i.target, values }),
    };
  });
}

function projectsOf(rows: Rows, evaluations: readonly Evaluation[], organization: (id: string) => OrganizationName): Project[] {
  const costsOf = by(rows.cost, (c) => c.project_id);
  const indicatorsBy = by(indicatorsOf(rows), (i) => i.projectId);
  const spentOf = by(rows.judged, (j) => j.project_id);
  return rows.project.toSorted(inOrder).map((p) => {
    const costs = costsOf(p.id)
      .map(({ year, source, amount }) => ({ year, source, amount }))
      .sort((a, b) => a.year - b.year || a.source.localeCompare(b.source));
    const indicators = indicatorsBy(p.id);
    return {
      id: p.id,
      position: p.position,
      title: p.title,
      objective: p.objective,
      themes: p.themes,
      audiences: p.audiences,
      needIds: p.need_ids,
      holderOrganization: p.holder_id === null ? null : organization(p.holder_id),
      holder: p.holder,
      partnerOrganizations: p.partner_ids.map(organization),
      partners: p.partners,
      place: p.place,
      startsOn: p.starts_on,
      endsOn: p.ends_on,
      genderMarker: p.gender_marker,
      migrationMarker: p.migration_marker,
      status: p.status,
      actionId: p.action_id,
      credit: p.credit,
      costs,
      cost: sum(costs.map((c) => c.amount)),
      spent: sum(spentOf(p.id).map((j) => j.spent ?? 0)),
      indicators,
      progress: projectProgress({ id: p.id, status: p.status, indicators }, evaluations),
    };
  });
}
