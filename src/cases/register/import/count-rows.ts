import type { PoolClient } from 'pg';
import type { RegisterCounts } from '../contract.ts';

/** How the rows of an import stand, and what was decided of those that may come in. */
export async function countRows(tx: Pick<PoolClient, 'query'>, importId: string): Promise<RegisterCounts> {
  const { rows } = await tx.query<Omit<RegisterCounts, 'undecided'> & { undecidedReady: number; undecidedLook: number }>(
    `select count(*) filter (where state = 'ready') as ready, count(*) filter (where state = 'look') as look,
       count(*) filter (where state = 'error') as error,
       count(*) filter (where state = 'ready' and decision is null) as "undecidedReady",
       count(*) filter (where state = 'look' and decision is null) as "undecidedLook",
       count(*) filter (where state <> 'error' and decision <> 'leave') as take,
       count(*) filter (where state <> 'error' and decision = 'leave') as leave
     from cases.register_row where import_id = $1`,
    [importId],
  );
  const { undecidedReady = 0, undecidedLook = 0, ...counts } = rows[0] ?? { ready: 0, look: 0, error: 0, take: 0, leave: 0 };
  return { ...counts, undecided: { ready: undecidedReady, look: undecidedLook } };
}
