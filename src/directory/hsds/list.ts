import type { HsdsRecord } from './clean.ts';
import { endedServices } from './ended.ts';
import { type Listed, selectionOf } from './filters.ts';
import { type Depth, type Reading, readRecords } from './nest.ts';
import type { HsdsQuery } from './query.ts';

export interface Page {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: HsdsRecord[];
}
interface Hit {
  id: string;
  last_modified: Date | null;
}

const depthOf = (table: Listed, q: HsdsQuery): Depth => {
  if (q.full_service && table === 'organization') return 'full_service';
  return q.full ? 'full' : 'row';
};

async function recordsOf(reading: Reading, table: Listed, q: HsdsQuery, hits: readonly Hit[]): Promise<HsdsRecord[]> {
  if (q.minimal)
    return hits.map(({ id, last_modified }) => ({
      id,
      ...(last_modified ? { last_modified: last_modified.toISOString(), modified_date: last_modified.toISOString() } : {}),
    }));
  const ids = hits.map((hit) => hit.id);
  const records = await readRecords(reading, table, ids, depthOf(table, q));
  if (table !== 'service' || records.length === ids.length) return records;
  const known = new Map([...records, ...(await endedServices(reading, ids))].map((record) => [record.id, record]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** Ids in their order, after `after`; the id is the whole order, so that nothing moves between pages. */
async function hitsAfter(reading: Reading, table: Listed, q: HsdsQuery, after: string | undefined, take: number, skip = 0): Promise<Hit[]> {
  const { sql, values } = selectionOf(table, q);
  const cursor = after === undefined ? '' : `where h.id > $${values.push(after)}`;
  const { rows } = await reading.db.query<Hit>(
    `select h.id, h.last_modified from (${sql}) h ${cursor} order by h.id limit $${values.push(take)} offset $${values.push(skip)}`,
    values,
  );
  return rows;
}

export type Count = (sql: string, values: readonly unknown[]) => Promise<number>;

/** One page of a list, with what HSDS tells about it; `next` is the cursor of the page after it. */
export async function listPage(
  reading: Reading,
  table: Listed,
  q: HsdsQuery,
  count: Count,
): Promise<{ page: Page; next: string | undefined }> {
  const perPage = q.per_page ?? 50;
  const number = q.page ?? 1;
  const { sql, values } = selectionOf(table, q);
  const total = await count(`select count(*) as total from (${sql}) h`, values);
  const hits = await hitsAfter(reading, table, q, q.after, perPage + 1, (number - 1) * perPage);
  const more = hits.length > perPage;
  const shown = hits.slice(0, perPage);
  const contents = await recordsOf(reading, table, q, shown);
  return {
    page: {
      total_items: total,
      total_pages: Math.ceil(total / perPage),
      page_number: number,
      size: contents.length,
      first_page: number === 1 && q.after === undefined,
      last_page: !more,
      empty: contents.length === 0,
      contents,
    },
    next: more ? shown.at(-1)?.id : undefined,
  };
}

const batch = 100;

/** Every record of a list, a batch at a time: what is streamed is never whole in memory, and no connection is held while a reader is slow. */
export async function* listAll(reading: Reading, table: Listed, q: HsdsQuery): AsyncGenerator<HsdsRecord[]> {
  let after = q.after;
  for (;;) {
    const hits = await hitsAfter(reading, table, q, after, batch);
    if (hits.length === 0) return;
    yield await recordsOf(reading, table, q, hits);
    after = hits.at(-1)?.id;
  }
}
