import type { ClientBase } from 'pg';
import { fold, skeleton, spelling } from './folding.ts';
import { contentWords, detectLanguage } from './language.ts';

interface Text {
  language: string | null;
  name: string | null;
  description: string | null;
}
interface ServiceRow {
  id: string;
  to_be_confirmed: boolean;
  name: string;
  alternate_name: string | null;
  description: string | null;
  organization: Text[];
  translations: Text[];
  terms: { code: string | null; name: string }[];
  places: { code: string | null; name: string | null; name_ar: string | null }[];
}
interface Part {
  config: string;
  weight: 'A' | 'B' | 'C';
  text: string;
}

const batchSize = 2000;
/** See `tier` in the table: the first should fill every page a person turns for a word many services use. */
const tierEnds = [8000, 32_000];
const tierOf = (written: number): number => tierEnds.filter((end) => written >= end).length;
const configs: Record<string, string> = { fr: 'french', ar: 'arabic', en: 'english', es: 'spanish' };

const isSearchable = `s.status = 'active' and s.vanished_at is null and o.vanished_at is null`;

const selectBatch = `
  select s.id, s.to_be_confirmed, s.name, s.alternate_name, s.description,
    jsonb_build_array(jsonb_build_object('name', o.name, 'description', o.alternate_name)) || coalesce((
      select jsonb_agg(jsonb_build_object('language', t.language, 'name', t.name))
      from directory.translation t where t.entity = 'organization' and t.entity_id = o.id), '[]') as organization,
    coalesce((select jsonb_agg(jsonb_build_object('language', t.language, 'name', t.name, 'description', t.description))
      from directory.translation t where t.entity = 'service' and t.entity_id = s.id), '[]') as translations,
    coalesce((select jsonb_agg(jsonb_build_object('code', t.code, 'name', t.name))
      from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id where a.link_id = s.id), '[]') as terms,
    coalesce((select jsonb_agg(p) from (
      select l.commune_code as code, t.name_fr as name, t.name_ar
      from directory.service_at_location sl join directory.location l on l.id = sl.location_id and l.vanished_at is null
      left join territory.territory t on t.code = l.commune_code where sl.service_id = s.id
      union
      select a.territory_code, coalesce(t.name_fr, a.name), t.name_ar
      from directory.service_area a left join territory.territory t on t.code = a.territory_code where a.service_id = s.id) p), '[]') as places
  from directory.service s join directory.organization o on o.id = s.organization_id
  where ${isSearchable} and s.to_be_confirmed = $1 and s.id > $2
  order by s.id limit ${batchSize}`;

class Vocabulary {
  readonly counts = new Map<string, number>();
  add(language: string, folded: string): void {
    for (const word of folded.split(' ')) {
      if (word.length < 3 || /\d/.test(word)) continue;
      const key = `${language} ${word}`;
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }
  }
}

function partsOf(row: ServiceRow, vocabulary: Vocabulary): Part[] {
  const byKind = new Map<string, string[]>();
  const add = (weight: Part['weight'], language: string | null | undefined, text: string | null | undefined): void => {
    if (!text) return;
    const spoken = language ?? 'fr';
    const folded = contentWords(text).join(' ');
    vocabulary.add(spoken, folded);
    const key = `${weight} ${configs[spoken] ?? 'simple'}`;
    const texts = byKind.get(key);
    if (texts) texts.push(folded);
    else byKind.set(key, [folded]);
  };
  const written = detectLanguage(`${row.name} ${row.description ?? ''}`);
  add('A', written, row.name);
  add('A', written, row.alternate_name);
  add('C', written, row.description);
  for (const text of row.translations) {
    add('A', text.language, text.name);
    add('C', text.language, text.description);
  }
  for (const text of row.organization) {
    add('C', text.language ?? detectLanguage(text.name ?? ''), text.name);
    add('C', text.language ?? detectLanguage(text.description ?? ''), text.description);
  }
  for (const term of row.terms) if (term.code === null) add('B', detectLanguage(term.name), term.name);
  for (const place of row.places) {
    add('C', 'fr', place.name);
    add('C', 'ar', place.name_ar);
  }
  return [...byKind].map(([key, texts]) => {
    const [weight, config] = key.split(' ') as [Part['weight'], string];
    return { weight, config, text: texts.join(' ') };
  });
}

async function refreshDocuments(owner: ClientBase, vocabulary: Vocabulary): Promise<number> {
  let changed = 0;
  let written = 0;
  // Confirmed first: a broad search looks at the first matches it meets, and these lie first.
  for (const toBeConfirmed of [false, true]) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const { rows } = await owner.query<ServiceRow>(selectBatch, [toBeConfirmed, after]);
      const last = rows.at(-1);
      if (!last) break;
      after = last.id;
      const documents = rows.map((row) => ({
        id: row.id,
        parts: partsOf(row, vocabulary),
        tags: [
          ...row.terms.flatMap((term) => (term.code ? [`t:${term.code}`] : [])),
          ...row.places.flatMap((place) => (place.code ? [`in:${place.code}`] : [])),
        ],
      }));
      const { rowCount } = await owner.query(
        `insert into directory.service_document as d (service_id, to_be_confirmed, tier, document)
         select r.id, $2, $3, directory.compose(r.parts, r.tags)
         from jsonb_to_recordset($1) as r(id uuid, parts jsonb, tags text[])
         on conflict (service_id) do update set to_be_confirmed = excluded.to_be_confirmed, tier = excluded.tier, document = excluded.document
         where (d.to_be_confirmed, d.tier, d.document) is distinct from (excluded.to_be_confirmed, excluded.tier, excluded.document)`,
        [JSON.stringify(documents), toBeConfirmed, tierOf(written)],
      );
      written += rows.length;
      changed += rowCount ?? 0;
    }
  }
  const { rowCount } = await owner.query(
    `delete from directory.service_document d where not exists (
       select from directory.service s join directory.organization o on o.id = s.organization_id where s.id = d.service_id and ${isSearchable})`,
  );
  return changed + (rowCount ?? 0);
}

/** « État civil et papiers » is two ways to ask for the same thing. */
const ways = (name: string): string[] => name.split(/ (?:et|and|y|e) |[,،|/]| و(?=\p{Script=Arabic})/u).filter((way) => way.trim() !== '');

async function refreshPhrases(owner: ClientBase, vocabulary: Vocabulary): Promise<number> {
  const { rows } = await owner.query<{ code: string; language: string; name: string | null; synonyms: string[] }>(
    `select t.code, x.language, x.name, x.synonyms from directory.taxonomy_term t
     join directory.translation x on x.entity = 'taxonomy_term' and x.entity_id = t.id where t.code is not null
     union all select t.code, 'fr', t.name, '{}' from directory.taxonomy_term t where t.code is not null`,
  );
  const phrases = rows.flatMap((row) =>
    [row.name ?? '', ...ways(row.name ?? ''), ...row.synonyms]
      .filter((way) => way !== '')
      .map((way) => {
        vocabulary.add(row.language, fold(way));
        return { tag: `t:${row.code}`, language: row.language, words: contentWords(way) };
      }),
  );
  const { rows: changes } = await owner.query<{ changed: number }>(
    `with fresh as materialized (
       select distinct r.tag, (select string_agg(directory.stem(w, r.language), ' ' order by o) from unnest(r.words) with ordinality u(w, o)) as phrase
       from jsonb_to_recordset($1) as r(tag text, language text, words text[])),
     gone as (delete from directory.term_phrase p where not exists (select from fresh f where f.phrase = p.phrase and f.tag = p.tag) returning 1),
     added as (insert into directory.term_phrase (phrase, tag) select phrase, tag from fresh where phrase is not null on conflict do nothing returning 1)
     select (select count(*) from gone) + (select count(*) from added) as changed`,
    [JSON.stringify(phrases)],
  );
  return changes[0]?.changed ?? 0;
}

async function refreshLexemes(owner: ClientBase, vocabulary: Vocabulary): Promise<void> {
  const entries = [...vocabulary.counts].map(([key, frequency]) => {
    const [language = '', word = ''] = key.split(' ');
    return { language, word, frequency, skeleton: skeleton(word), spelling: spelling(word) };
  });
  await owner.query(
    `with fresh as materialized (
       select * from jsonb_to_recordset($1) as r(word text, language text, frequency integer, skeleton text, spelling text)),
     gone as (delete from directory.lexeme l where not exists (select from fresh f where f.word = l.word and f.language = l.language))
     insert into directory.lexeme as l (word, language, stem, skeleton, spelling, frequency)
     select word, language, directory.stem(word, language), skeleton, spelling, frequency from fresh
     on conflict (word, language) do update set stem = excluded.stem, skeleton = excluded.skeleton, frequency = excluded.frequency
     where (l.stem, l.skeleton, l.frequency) is distinct from (excluded.stem, excluded.skeleton, excluded.frequency)`,
    [JSON.stringify(entries)],
  );
}

/**
 * Brings the search index up to the directory: call it after an import or a seed, as the owner, inside or outside a transaction.
 * Doing it twice changes nothing; only services whose text changed are written. Returns how many entries changed.
 */
export async function refreshSearch(owner: ClientBase): Promise<number> {
  const vocabulary = new Vocabulary();
  const changed = (await refreshDocuments(owner, vocabulary)) + (await refreshPhrases(owner, vocabulary));
  await refreshLexemes(owner, vocabulary);
  if (changed > 0) {
    await owner.query('update directory.version set number = number + 1, changed_at = now()');
    await owner.query('analyze directory.service_document, directory.lexeme, directory.term_phrase');
  }
  return changed;
}
