import type { PoolClient } from 'pg';
import { type Language, listActions } from '../store.ts';
import type { ActionPage, Narrowed } from './contract.ts';
import { conditions } from './count-sql.ts';

const pageSize = 50;

/** Where a page ends: the moment and the action that came last on it. */
const split = (after: string): [string, string] => {
  const at = after.lastIndexOf('_');
  return [after.slice(0, at), after.slice(at + 1)];
};

/** Actions as narrowed, those that moved last first. `after` is the `next` of the page before. */
export async function readActions(tx: PoolClient, narrowed: Narrowed, after: string | undefined, language: Language): Promise<ActionPage> {
  const values: unknown[] = [];
  const kept = conditions(narrowed, values);
  if (after !== undefined)
    kept.push(`(s.moved_at, s.action_id) < ($${values.push(split(after)[0])}::timestamptz, $${values.push(split(after)[1])}::uuid)`);
  const { rows } = await tx.query<{ id: string; at: string }>(
    `select s.action_id as id, s.moved_at::text as at from coordination.standing s ${kept.length > 0 ? `where ${kept.join(' and ')}` : ''}
     order by s.moved_at desc, s.action_id desc limit ${pageSize + 1}`,
    values,
  );
  const page = rows.slice(0, pageSize);
  const found = new Map(
    (
      await listActions(
        tx,
        language,
        page.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { actions: page.flatMap(({ id }) => found.get(id) ?? []), next: last ? `${last.at}_${last.id}` : null };
}
