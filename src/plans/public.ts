import type { Pool } from 'pg';
import { assemble } from './assemble.ts';
import type { Plan, Told } from './contract.ts';
import type { PublicPart, Stage } from './lists.ts';
import type { Rows } from './rows.ts';

/** A published plan as a list shows it; its cost is 0 where its commune did not publish money. Dirhams. */
export interface PublicSummary {
  id: string;
  title: Told;
  commune: Told;
  communeCode: string;
  firstYear: number;
  stage: Stage;
  projects: number;
  done: number;
  forMigration: number;
  cost: number;
  /** Which version, since when everybody reads it. */
  number: number;
  publishedAt: string;
  isDemonstration: boolean;
}
export interface PublicPlan {
  plan: Plan;
  parts: PublicPart[];
  number: number;
  publishedAt: string;
  isDemonstration: boolean;
  /** Joint actions its projects are part of, as far as these are public. */
  actions: { id: string; title: Told }[];
}

const isDemonstration = `coalesce((select o.is_demonstration from directory.organization o
  where o.id = (b.content -> 'plan' ->> 'organization_id')::uuid), false)`;

/** All that is published, by commune; of one commune, when its code is given. Nobody acts in it: row-level security leaves what is public. */
export async function listPublicPlans(pool: Pool, communeCode?: string): Promise<PublicSummary[]> {
  const { rows } = await pool.query<{ summary: Omit<PublicSummary, 'id' | 'number'> } & Pick<PublicSummary, 'id' | 'number'>>(
    `select b.plan_id as id, b.number, b.summary || jsonb_build_object('publishedAt', b.published_at, 'isDemonstration', ${isDemonstration}) as summary
     from plans.publication b where $1::text is null or b.summary ->> 'communeCode' = $1
     order by b.summary -> 'commune' ->> 'fr', b.summary ->> 'firstYear' desc, b.plan_id`,
    [communeCode ?? null],
  );
  return rows.map(({ summary, ...row }) => ({ ...summary, ...row }));
}

/** What everybody may read of one plan; undefined where nothing of it is published. */
export async function readPublicPlan(pool: Pool, id: string): Promise<PublicPlan | undefined> {
  const { rows } = await pool.query<Omit<PublicPlan, 'plan'> & { content: Rows }>(
    `select b.content, b.parts, b.number, b.published_at::text as "publishedAt", ${isDemonstration} as "isDemonstration",
       (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title)), '[]') from coordination.action a
        where a.id in (select (p ->> 'action_id')::uuid from jsonb_array_elements(b.content -> 'project') p)) as actions
     from plans.publication b where b.plan_id = $1`,
    [id],
  );
  const [found] = rows;
  if (!found) return undefined;
  const { content, ...around } = found;
  return { ...around, publishedAt: new Date(found.publishedAt).toISOString(), plan: assemble(content) };
}

/** A commune by its code, with the joint actions that go on there. */
export async function readCommune(pool: Pool, code: string): Promise<{ name: Told; actionIds: string[] } | undefined> {
  const { rows } = await pool.query<{ name: Told; actionIds: string[] }>(
    `select jsonb_build_object('fr', t.name_fr, 'ar', t.name_ar) as name,
       (select coalesce(array_agg(a.id), '{}') from coordination.action a where $1 = any (a.commune_codes)) as "actionIds"
     from territory.territory t where t.code = $1 and t.level = 'commune'`,
    [code],
  );
  return rows[0];
}
