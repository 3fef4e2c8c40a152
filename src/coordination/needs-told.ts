import type { PoolClient } from 'pg';
import type { NeedTold } from '../desk/contract.ts';

/** The needs one cell told the region from its desk this month: pressed once more, they would not count again. */
export async function listNeedsTold(tx: PoolClient, organizationId: string): Promise<NeedTold[]> {
  const { rows } = await tx.query<NeedTold>(
    `select distinct on (f.desk_need) f.desk_need as need, f.id as "findingId"
     from coordination.finding_source s join coordination.finding f on f.id = s.finding_id
     where s.organization_id = $1 and s.kind = 'desk' and s.said_on = date_trunc('month', directory.today())
       and f.desk_need is not null and f.status = 'shared'
     order by f.desk_need, f.created_at`,
    [organizationId],
  );
  return rows;
}
