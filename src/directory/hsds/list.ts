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
interface Start {
  after?: string;
  from?: string;
  skip?: number;
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

/** Ids in their order, after (or from) one of them; the id is the whole order, so that nothing moves between pages. */
async function hitsOf(reading: Reading, table: Listed, q: HsdsQuery, take: number, start: Start): Promise<Hit[]> {
  const { sql, values } = selectionOf(table, q);
  const { after, from, skip = 0 } = start;
  const cursor =
    after === undefined ? (from === undefined ? '' : `where h.id >= $${values.push(from)}`) : `where h.id > $${values.push(after)}`;
  const { rows } = await reading.db.query<Hit>(
    `select h.id, h.last_modified from (${sql}) h ${cursor} order by h.id limit $${values.push(take)} offset $${values.push(skip)}`,
    values,
  );
  return rows;
}

/** How many records a list has, and the first of each `stride` of them, so that a page far down is as near as the first. */
export interface Outline {
  total: number;
  starts: string[];
}
export type Survey = (sql: string, values: readonly unknown[]) => Promise<Outline>;
const stride = 500;

export async function outlineOf(db: Reading['db'], sql: string, values: readonly unknown[]): Promise<Outline> {
  const { rows } = await db.query<Outline>(
    `select coalesce(max(n), 0)::integer as total, coalesce(array_agg(id order by n) filter (where n % ${stride} = 1), '{}') as starts
     from (select h.id, row_number() over (order by h.id) as n from (${sql}) h) numbered`,
    [...values],
  );
  return rows[0] ?? { total: 0, starts: [] };
}

function startOf(q: HsdsQuery, perPage: number, { starts }: Outline): Start {
  if (q.after !== undefined) return { after: q.after };
  const before = ((q.page ?? 1) - 1) * perPage;
  const from = starts[Math.floor(before / stride)];
  return from === undefined ? { skip: before } : { from, skip: before % stride };
}

/** One page of a list, with what HSDS tells about it; `next` is the cursor of the page after it. */
export async function listPage(
  reading: Reading,
  table: Listed,
  q: HsdsQuery,
  survey: Survey,
): Promise<{ page: Page; next: string | undefined }> {
  const perPage = q.per_page ?? 50;
  const number = q.page ?? 1;
  const { sql, values } = selectionOf(table, q);
  const outline = await survey(sql, values);
  const beyond = q.after === undefined && (number - 1) * perPage >= outline.total;
  const hits = beyond ? [] : await hitsOf(reading, table, q, perPage + 1, startOf(q, perPage, outline));
  const more = hits.length > perPage;
  const shown = hits.slice(0, perPage);
  const contents = await recordsOf(reading, table, q, shown);
  return {
    page: {
      total_items: outline.total,
      total_pages: Math.ceil(outline.total / perPage),
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
    const hits = await hitsOf(reading, table, q, batch, after === undefined ? {} : { after });
    if (hits.length === 0) return;
    yield await recordsOf(reading, table, q, hits);
    after = hits.at(-1)?.id;
  }
}
