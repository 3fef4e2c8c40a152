import type { HsdsRecord } from './clean.ts';
import type { Reading } from './nest.ts';

/** Services that are no longer offered: that they ended, when, and nothing of what they said. */
export async function endedServices({ db }: Reading, ids: readonly string[]): Promise<HsdsRecord[]> {
  const { rows } = await db.query<{ id: string; status: string; last_modified: Date }>({
    name: 'hsds-ended',
    text: 'select id, status, last_modified from directory.ended_service where id = any ($1::uuid[]) order by id',
    values: [ids],
  });
  return rows.map(({ id, status, last_modified }) => ({ id, name: '', status, last_modified: last_modified.toISOString() }));
}
