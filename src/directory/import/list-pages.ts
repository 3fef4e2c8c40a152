import { type Api, ApiError, type Json } from './fetch-hsds.ts';

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const pageRows = 100;

/** Every record of a list, page after page; undefined when the API has no such list. Throws `ApiError` when its pages lead nowhere. */
export async function listPages(api: Api, path: string, query: Record<string, string>): Promise<Json[] | undefined> {
  const records: Json[] = [];
  const seen = new Set<unknown>();
  for (let page = 1; ; page++) {
    const answer = await api.get(path, { ...query, page: String(page), per_page: String(pageRows) });
    if (answer === undefined && page === 1) return undefined;
    const contents = Array.isArray(answer) ? answer : isRecord(answer) ? answer.contents : undefined;
    if (!Array.isArray(contents))
      throw new ApiError('not_hsds', `${path}, page ${page}, has no list of records (contents). It is not an HSDS API of version 3.`);
    const rows = contents.filter(isRecord);
    const fresh = rows.filter((row) => !seen.has(row.id));
    // A row may come twice while others are added; a page that brings nothing new comes for ever.
    if (rows.length > 0 && fresh.length === 0)
      throw new ApiError(
        'pages_repeat',
        `${path} repeats itself: page ${page} holds only records that earlier pages held. Ask its owner to correct the paging.`,
      );
    for (const row of fresh) {
      seen.add(row.id);
      records.push(row);
    }
    if (Array.isArray(answer) || rows.length === 0 || !isRecord(answer) || answer.last_page === true) return records;
    if (typeof answer.total_pages === 'number' && page >= answer.total_pages) return records;
  }
}
