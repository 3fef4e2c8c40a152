import MiniSearch from 'minisearch';
import type { Client, Pool } from 'pg';
import { searchServices } from '../../src/directory/search/search.ts';

/** Ids of services, best first. */
export type Ranker = (query: string) => Promise<string[]>;

/** The texts our own index reads, as one body, with the names of the service's needs and publics; everyday words beside them. */
const selectTexts = `
  select s.id, concat_ws(' ', s.name, (select string_agg(t.name, ' ') from directory.translation t where t.entity_id = s.id)) as name,
    concat_ws(' ', s.name, s.alternate_name, s.description, o.name, o.alternate_name,
      (select string_agg(concat_ws(' ', t.name, t.description), ' ') from directory.translation t where t.entity_id = s.id),
      (select string_agg(t.name, ' ') from directory.translation t where t.entity_id = o.id),
      (select string_agg(concat_ws(' ', t.name, x.name), ' ') from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id
        left join directory.translation x on x.entity = 'taxonomy_term' and x.entity_id = t.id where a.link_id = s.id),
      (select string_agg(concat_ws(' ', p.name_fr, p.name_ar), ' ') from directory.service_area a join territory.territory p on p.code = a.territory_code
        where a.service_id = s.id)) as body,
    coalesce((select string_agg(array_to_string(x.synonyms, ' '), ' ') from directory.attribute a
      join directory.translation x on x.entity = 'taxonomy_term' and x.entity_id = a.taxonomy_term_id where a.link_id = s.id), '') as everyday
  from directory.service s join directory.organization o on o.id = s.organization_id where s.status = 'active'`;

export async function prepareRivals(owner: Client): Promise<void> {
  await owner.query(`drop table if exists directory.plain`);
  await owner.query(`create table directory.plain as select t.*, to_tsvector('simple', t.body) as words from (${selectTexts}) t`);
  await owner.query('grant select on directory.plain to istiqbal_app');
}

const plainly = (term: string): string => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

async function miniSearch(pool: Pool, everyday: boolean): Promise<Ranker> {
  const { rows } = await pool.query('select id, name, body, everyday from directory.plain');
  const mini = new MiniSearch<{ id: string }>({
    fields: ['name', 'body', ...(everyday ? ['everyday'] : [])],
    processTerm: plainly,
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { name: 2 } },
  });
  mini.addAll(rows);
  return async (query) => mini.search(query).map((found) => String(found.id));
}

/** Ours and the rivals over the corpus as it stands in the database now. */
export async function rankers(pool: Pool): Promise<Record<string, Ranker>> {
  const ids = async (text: string, values: unknown[]): Promise<string[]> =>
    (await pool.query<{ id: string }>(text, values)).rows.map((row) => row.id);
  return {
    ours: async (q) => {
      const pages = await Promise.all([1, 2].map((page) => searchServices(pool, { q, language: 'fr', perPage: 100, page })));
      return pages.flatMap((page) => page.items.map((item) => item.id));
    },
    tsvector: (q) =>
      ids(`select id from directory.plain, to_tsquery('simple', $1) q where words @@ q order by ts_rank(words, q) desc, id limit 200`, [
        q
          .match(/[\p{L}\p{N}]+/gu)
          ?.map((word) => `'${word}'`)
          .join(' | ') ?? '',
      ]),
    pg_trgm: (q) =>
      ids(
        `select id from (select id, word_similarity($1, body) as likeness from directory.plain) p where likeness > 0.3 order by likeness desc, id limit 200`,
        [q],
      ),
    MiniSearch: await miniSearch(pool, false),
    'MiniSearch, everyday words': await miniSearch(pool, true),
  };
}
