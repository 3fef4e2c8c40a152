import type { PoolClient } from 'pg';
import { assemble } from './assemble.ts';
import type { FindingOffer, LibraryEntry, Plan, PlanRow, PlanView } from './contract.ts';
import type { Theme } from './lists.ts';
import type { Rows } from './rows.ts';

const stageSettings = `(select coalesce(jsonb_agg(jsonb_build_object('key', s.key, 'names', s.names, 'tasks', s.tasks, 'monthsAfterStart', s.months_after_start,
    'daysAfterPrevious', s.days_after_previous, 'law', s.law, 'sourceUrl', s.source_url, 'isChecked', s.is_checked) order by s.position), '[]') from plans.stage s)`;

/** The plans one may read, by commune. */
export async function listPlans(tx: PoolClient): Promise<PlanRow[]> {
  const { rows } = await tx.query<PlanRow>({
    name: 'plans.list',
    text: `select p.id, jsonb_build_object('code', p.commune_code, 'name', jsonb_build_object('fr', t.name_fr, 'ar', t.name_ar)) as commune,
       jsonb_build_object('id', p.organization_id, 'name', plans.organization_name(p.organization_id)) as organization, p.title, p.first_year as "firstYear",
       p.stage, p.stage_since::text as "stageSince", p.shared_at is not null as "isShared", b.plan_id is not null as "isPublished",
       p.organization_id = (select plans.writer()) is true as "isOwn", coalesce(n.needs, 0) as needs, coalesce(n.projects, 0) as projects,
       coalesce(n.done, 0) as done, coalesce(n.for_migration, 0) as "forMigration", coalesce(n.cost, 0)::float8 as cost,
       coalesce(n.indicators, 0) as indicators, coalesce(n.measured, 0) as measured
     from plans.plan p join territory.territory t on t.code = p.commune_code
     left join plans.plan_total n on n.plan_id = p.id left join plans.publication b on b.plan_id = p.id
     order by "isOwn" desc, t.name_fr, p.first_year desc, p.id`,
  });
  return rows;
}

/** A plan with what stands around it, in one round; undefined where there is none, or not for this reader. */
export async function viewPlan(tx: PoolClient, id: string): Promise<PlanView | undefined> {
  const { rows } = await tx.query<Omit<PlanView, 'plan'> & { rows: Rows }>({
    name: 'plans.view',
    text: `select plans.rows_of(p.id) as rows, directory.today()::text as today, coalesce(p.organization_id = plans.writer(), false) as "mayWrite",
       ${stageSettings} as stages,
       (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'stage', v.stage, 'endsStage', v.ends_stage, 'reachedOn', v.reached_on,
          'name', v.name, 'frozenAt', v.frozen_at) order by v.number), '[]') from plans.version v where v.plan_id = p.id) as versions,
       (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'thing', x.thing, 'thingId', x.thing_id, 'field', x.field, 'language', x.language,
          'theirs', x.theirs, 'mine', x.mine, 'writtenAt', x.written_at) order by x.written_at), '[]')
        from plans.conflict x where x.plan_id = p.id and x.settled_at is null) as conflicts,
       (select jsonb_build_object('versionId', b.version_id, 'parts', b.parts, 'publishedAt', b.published_at)
        from plans.publication b where b.plan_id = p.id) as publication
     from plans.plan p where p.id = $1`,
    values: [id],
  });
  const [found] = rows;
  if (!found) return undefined;
  const { rows: kept, ...around } = found;
  return { ...around, plan: assemble(kept) };
}

const endOfDay = `directory.moment_of($2::date + 1) - interval '1 microsecond'`;
const isUuid = (text: string): boolean => text.length === 36;
const planFrom = async (tx: PoolClient, text: string, values: unknown[]): Promise<Plan | undefined> => {
  const { rows } = await tx.query<{ rows: Rows | null }>(text, values);
  return rows[0]?.rows ? assemble(rows[0].rows) : undefined;
};
/** The plan as it was at the end of a day of the region; only its own commune reads that. */
export const readPlanOn = (tx: PoolClient, id: string, day: string): Promise<Plan | undefined> =>
  planFrom(tx, `select plans.rows_at($1, ${endOfDay}) as rows`, [id, day]);
/** The plan as it was frozen. */
export const readVersion = (tx: PoolClient, id: string, versionId: string): Promise<Plan | undefined> =>
  planFrom(tx, 'select v.content as rows from plans.version v where v.plan_id = $1 and v.id = $2', [id, versionId]);
/** The rows of one state of a plan: `now`, a day, or a frozen version by its id. */
export async function readRowsOf(tx: PoolClient, id: string, state: string): Promise<Rows | undefined> {
  if (isUuid(state)) return readVersionRows(tx, id, state);
  const { rows } =
    state === 'now'
      ? await tx.query<{ rows: Rows | null }>('select plans.rows_of($1) as rows', [id])
      : await tx.query<{ rows: Rows | null }>(`select plans.rows_at($1, ${endOfDay}) as rows`, [id, state]);
  return rows[0]?.rows ?? undefined;
}
export async function readVersionRows(tx: PoolClient, id: string, versionId: string): Promise<Rows | undefined> {
  const { rows } = await tx.query<{ content: Rows }>('select v.content from plans.version v where v.plan_id = $1 and v.id = $2', [
    id,
    versionId,
  ]);
  return rows[0]?.content;
}

const mostEntries = 60;
/** Projects of others by words and theme: those for whom the words are most at home first. */
export async function searchLibrary(tx: PoolClient, words: string, theme: Theme | null): Promise<LibraryEntry[]> {
  const { rows } = await tx.query<LibraryEntry>(
    `select l.id, l.title, l.objective, l.themes, l.audiences, l.holder, l.commune, l.budget, l.year, l.indicators, l.source_url as "sourceUrl",
       l.plan_id is not null as "isPlan"
     from plans.library l
     where ($2::text is null or l.themes @> array[$2]) and not exists (
       select from unnest(string_to_array($1, ' ')) w where w <> '' and l.words not like '%' || replace(replace(replace(lower(w), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
     order by l.plan_id is not null, l.year desc nulls last, l.id limit ${mostEntries}`,
    [words.normalize('NFC').replace(/\s+/gu, ' ').trim(), theme],
  );
  return rows;
}

/** What was said in the thread of the commune, or of the whole region, and stands shared. */
export async function listFindingsFor(tx: PoolClient, planId: string): Promise<FindingOffer[] | undefined> {
  const { rows: plans } = await tx.query<{ code: string }>('select p.commune_code as code from plans.plan p where p.id = $1', [planId]);
  const [plan] = plans;
  if (!plan) return undefined;
  const { rows } = await tx.query<FindingOffer>(
    `select f.id, f.title, f.text, f.audiences, $1 = any (f.commune_codes) as "isOfCommune",
       (select count(*)::int from coordination.finding_source s join coordination.finding o on o.id = s.finding_id
        where o.id = f.id or o.merged_into = f.id) as sources
     from coordination.finding f where f.status = 'shared' and ($1 = any (f.commune_codes) or f.commune_codes = '{}')
     order by "isOfCommune" desc, sources desc, f.created_at desc, f.id`,
    [plan.code],
  );
  return rows;
}
