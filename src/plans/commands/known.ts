import type { PoolClient } from 'pg';

/** Where the things a field names have to be: in the plan itself, or where this writer may see them. */
const places: Record<string, string> = {
  need_ids: 'select id from plans.need where plan_id = $2',
  session_id: 'select id from plans.session where plan_id = $2',
  project_id: 'select id from plans.project where plan_id = $2',
  indicator_id: 'select id from plans.indicator where plan_id = $2',
  evaluation_id: 'select id from plans.evaluation where plan_id = $2',
  holder_id: 'select id from directory.organization',
  partner_ids: 'select id from directory.organization',
  action_id: 'select id from coordination.action',
  finding_id: 'select id from coordination.finding',
};

/** Whether all that these fields name is there; fields that name nothing are not asked about. */
export async function isKnown(tx: PoolClient, planId: string, row: Record<string, unknown>): Promise<boolean> {
  for (const [field, place] of Object.entries(places)) {
    const named = row[field];
    const ids = [...new Set(Array.isArray(named) ? named : typeof named === 'string' ? [named] : [])];
    if (ids.length === 0) continue;
    const { rows } = await tx.query<{ all: boolean }>(
      `select count(*) = $3 as all from (${place}) x where x.id = any ($1::uuid[]) and $2::uuid is not null`,
      [ids, planId, ids.length],
    );
    if (!rows[0]?.all) return false;
  }
  return true;
}
