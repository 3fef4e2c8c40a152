import type { PoolClient } from 'pg';
import type { Overlap } from './contract.ts';
import { type Language, nameOf } from './store.ts';

interface Meant {
  themes: readonly string[];
  communes: readonly string[];
  startsOn?: string | null | undefined;
  endsOn?: string | null | undefined;
  /** The action itself, where it exists already. */
  but?: string;
}
/** So many that a warning stays calm. */
const most = 5;

/** What other organisations do or propose of the same theme, at the same place, at the same time. */
export async function listOverlaps(
  tx: PoolClient,
  organizationId: string,
  { themes, communes, startsOn, endsOn, but }: Meant,
  language: Language,
): Promise<Overlap[]> {
  // A period that ends before it begins is still being typed.
  if (startsOn && endsOn && endsOn < startsOn) return [];
  const { rows } = await tx.query<Overlap>(
    `select a.id, a.title, ${nameOf('a.organization_id', language)} as owner,
       c.status as joined, c.reason
     from coordination.overlapping($1, $2, $3, $4, $5) o join coordination.action a on a.id = o
     left join coordination.commitment c on c.action_id = a.id and c.organization_id = $6
     where a.organization_id is distinct from $6 limit ${most}`,
    [themes, communes, startsOn ?? null, endsOn ?? null, but ?? null, organizationId],
  );
  return rows;
}
