import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { loadRegion } from '../src/region.ts';

type Random = () => number;
/** Same sequence at every run, so that runs can be compared. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const picker =
  (random: Random) =>
  <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T;

type Spoken = 'fr' | 'ar' | 'en';
// Three services in five have a French original, one in three an Arabic one: the mix of the region's real directory and its neighbours.
const originals: readonly Spoken[] = ['fr', 'fr', 'fr', 'ar', 'ar', 'en'];
const syllables = ['ba', 'ri', 'mou', 'ta', 'ler', 'chi', 'dan', 'fo', 'gué', 'nel', 'sar', 'vi', 'zou', 'kha', 'ppe'];

interface Term {
  id: string;
  code: string;
  kind: 'need' | 'audience';
  synonyms: Record<Spoken, string[]>;
}
interface Corpus {
  /** Every word of the real directory in one language, as often as it occurs there. */
  words: Record<Spoken, string[]>;
  terms: Term[];
  communes: string[];
}

async function readCorpus(owner: Client): Promise<Corpus> {
  const texts = await owner.query<{ language: Spoken; text: string }>(
    `select 'fr' as language, concat_ws(' ', name, description) as text from directory.service
     union all select language, concat_ws(' ', name, description) from directory.translation where entity = 'service' and language in ('ar', 'en')`,
  );
  const words: Corpus['words'] = { fr: [], ar: [], en: [] };
  for (const { language, text } of texts.rows) words[language].push(...text.split(/[\s.,;:()«»“”–]+/).filter((word) => word !== ''));
  const terms = await owner.query<Term>(
    `select t.id, t.code, (select a.link_type from directory.attribute a where a.taxonomy_term_id = t.id limit 1) as kind,
       (select jsonb_object_agg(x.language, x.synonyms) from directory.translation x where x.entity_id = t.id) as synonyms
     from directory.taxonomy_term t where exists (select from directory.attribute a where a.taxonomy_term_id = t.id) order by t.code`,
  );
  const communes = await owner.query<{ code: string }>(`select code from territory.territory where level = 'commune' order by code`);
  return { words, terms: terms.rows, communes: communes.rows.map((row) => row.code) };
}

const insertServices = `
  with r as materialized (select * from jsonb_to_recordset($1) as r(id uuid, organization uuid, name text, description text, other text, other_name text,
    other_description text, confirmed boolean, needs uuid[], audiences uuid[], area text)),
  s as (insert into directory.service (id, organization_id, name, description, status, to_be_confirmed)
    select id, organization, name, description, 'active', not confirmed from r),
  t as (insert into directory.translation (entity, entity_id, language, name, description)
    select 'service', id, other, other_name, other_description from r where other is not null),
  a as (insert into directory.attribute (id, link_id, link_entity, link_type, taxonomy_term_id)
    select gen_random_uuid(), id, 'service', 'need', unnest(needs) from r
    union all select gen_random_uuid(), id, 'service', 'audience', unnest(audiences) from r)
  insert into directory.service_area (id, service_id, territory_code) select gen_random_uuid(), id, area from r`;

/**
 * Adds `count` invented services to the real region: their words are drawn from its real texts, as often as they occur there, with words of the
 * service's need and proper names between; half of them are told in a second language.
 */
export async function generateDirectory(owner: Client, count: number): Promise<Corpus> {
  const random = seeded(727);
  const pick = picker(random);
  await loadRegion(owner);
  const corpus = await readCorpus(owner);
  const needs = corpus.terms.filter((term) => term.kind === 'need');
  const audiences = corpus.terms.filter((term) => term.kind === 'audience');
  const proper = Array.from({ length: 8000 }, () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join(''));
  const text = (need: Term, language: Spoken, length: number): string =>
    Array.from({ length }, () => {
      const r = random();
      return r < 0.08 ? pick(need.synonyms[language]) : r < 0.16 ? pick(proper) : pick(corpus.words[language]);
    }).join(' ');

  await owner.query('begin');
  const organizations = Array.from({ length: Math.ceil(count / 20) }, () => randomUUID());
  await owner.query(
    `insert into directory.organization (id, name, description) select r.id, r.name, '' from jsonb_to_recordset($1) as r(id uuid, name text)`,
    [JSON.stringify(organizations.map((id) => ({ id, name: `Association ${pick(proper)} ${pick(proper)}` })))],
  );
  for (let done = 0; done < count; done += 5000) {
    const rows = Array.from({ length: Math.min(5000, count - done) }, () => {
      const need = pick(needs);
      const language = pick(originals);
      const other = language === 'ar' ? 'fr' : 'ar';
      return {
        id: randomUUID(),
        organization: pick(organizations),
        name: text(need, language, 5),
        description: text(need, language, 25),
        other: random() < 0.5 ? other : null,
        other_name: text(need, other, 5),
        other_description: text(need, other, 25),
        confirmed: random() < 0.4,
        needs: [need.id, ...(random() < 0.5 ? [pick(needs).id] : [])],
        audiences: [pick(audiences).id, pick(audiences).id],
        area: random() < 0.1 ? '02' : pick(corpus.communes),
      };
    });
    await owner.query(insertServices, [JSON.stringify(rows)]);
  }
  await owner.query('commit');
  await owner.query('analyze');
  return corpus;
}

export interface Query {
  q: string;
  language: string;
  category?: string;
  audience?: string;
  commune?: string;
}
const misspell = (phrase: string): string => phrase.replace(/\p{L}{5,}/u, (word) => `${word.slice(0, 3)}${word.slice(2)}`);

/** What people ask: everyday words for a need, half of the time with a word of the texts, a place, a public; one in twenty misspelt. */
export function generateQueries({ terms, words, communes }: Corpus, count: number): Query[] {
  const random = seeded(99);
  const pick = picker(random);
  const needs = terms.filter((term) => term.kind === 'need');
  return Array.from({ length: count }, () => {
    const language = pick(originals);
    const need = pick(needs);
    const phrase = pick(need.synonyms[language]);
    const q = random() < 0.05 ? misspell(phrase) : random() < 0.5 ? `${phrase} ${pick(words[language])}` : phrase;
    return {
      q,
      language,
      ...(random() < 0.2 ? { category: need.code } : {}),
      ...(random() < 0.2 ? { audience: pick(terms.filter((term) => term.kind === 'audience')).code } : {}),
      ...(random() < 0.3 ? { commune: pick(communes) } : {}),
    };
  });
}
