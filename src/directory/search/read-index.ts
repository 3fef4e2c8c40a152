import { setImmediate } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import {
  getCalendar,
  intervals,
  kindOfHours,
  listHours,
  type OpeningCalendar,
  type Schedule,
  takesAppointments,
} from '../opening/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { readVersion } from '../version.ts';
import type { CardFacts, CardTexts } from './cards.ts';
import type { SearchDocument, SearchPlace } from './document.ts';
import { type IndexedLanguage, indexedLanguages, TextReader } from './language.ts';
import { type SearchIndex, SearchIndexBuilder } from './search-index.ts';

interface Text {
  language: string | null;
  name: string | null;
  description: string | null;
  alert?: string | null;
}
interface ServiceRow {
  id: string;
  name: string;
  alternate_name: string | null;
  description: string | null;
  organization: Text[];
  translations: Text[];
  terms: { code: string | null; name: string; type: string | null }[];
  places: { code: string | null; name: string | null; name_ar: string | null }[];
  points: SearchDocument['points'];
  languages: string[];
  free: boolean;
  alert: string | null;
  organization_id: string;
  organization_name: string;
  source_year: number | null;
  to_be_confirmed: boolean;
  place: { fr: string | null; ar: string | null };
}

const batchSize = 100;

/** Who may be found: active services that neither their source nor their organisation's dropped. */
export const isSearchable = `s.status = 'active' and s.vanished_at is null and o.vanished_at is null`;

const selectBatch = `
  select s.id, s.name, s.alternate_name, s.description, s.alert, s.source_year, s.to_be_confirmed,
    o.id as organization_id, o.name as organization_name,
    jsonb_build_array(jsonb_build_object('name', o.name, 'description', o.alternate_name)) || coalesce((
      select jsonb_agg(jsonb_build_object('language', t.language, 'name', t.name))
      from directory.translation t where t.entity = 'organization' and t.entity_id = o.id), '[]') as organization,
    coalesce((select jsonb_agg(jsonb_build_object('language', t.language, 'name', t.name, 'description', t.description, 'alert', t.alert))
      from directory.translation t where t.entity = 'service' and t.entity_id = s.id), '[]') as translations,
    coalesce((select jsonb_agg(jsonb_build_object('code', t.code, 'name', t.name, 'type', a.link_type))
      from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id where a.link_id = s.id), '[]') as terms,
    (select jsonb_build_object('fr', string_agg(distinct t.name_fr, ', '), 'ar', string_agg(distinct t.name_ar, ', '))
      from directory.service_at_location sl join directory.location l on l.id = sl.location_id and l.vanished_at is null
      join territory.territory t on t.code = l.commune_code where sl.service_id = s.id) as place,
    coalesce((select jsonb_agg(p) from (
      select l.commune_code as code, t.name_fr as name, t.name_ar
      from directory.service_at_location sl join directory.location l on l.id = sl.location_id and l.vanished_at is null
      left join territory.territory t on t.code = l.commune_code where sl.service_id = s.id
      union
      select a.territory_code, coalesce(t.name_fr, a.name), t.name_ar
      from directory.service_area a left join territory.territory t on t.code = a.territory_code where a.service_id = s.id) p), '[]') as places,
    coalesce((select jsonb_agg(jsonb_build_object('latitude', coalesce(l.latitude, t.seat_latitude), 'longitude', coalesce(l.longitude, t.seat_longitude)))
      from directory.service_at_location sl join directory.location l on l.id = sl.location_id and l.vanished_at is null and not l.confidential
      left join territory.territory t on t.code = l.commune_code
      where sl.service_id = s.id and coalesce(l.latitude, t.seat_latitude) is not null
        and coalesce(l.longitude, t.seat_longitude) is not null), '[]') as points,
    array(select distinct l.code from directory.language l where l.service_id = s.id and l.code is not null) as languages,
    exists (select from directory.cost_option c where c.service_id = s.id and c.amount = 0) as free
  from directory.service s join directory.organization o on o.id = s.organization_id
  where ${isSearchable} and s.to_be_confirmed = $1 and s.id > $2
  order by s.id limit ${batchSize}`;

const spoken = (code: string | null): IndexedLanguage | undefined => indexedLanguages.find((language) => language === code);

function cardOf(row: ServiceRow): CardFacts {
  const translations: Record<string, CardTexts> = {};
  const written = (language: string | null): CardTexts => {
    const texts = translations[language ?? ''] ?? { name: null, description: null, alert: null, organizationName: null };
    translations[language ?? ''] = texts;
    return texts;
  };
  for (const { language, name, description, alert } of row.translations) {
    Object.assign(written(language), { name, description, alert: alert ?? null });
  }
  for (const { language, name } of row.organization) if (language) written(language).organizationName = name;
  return {
    organizationId: row.organization_id,
    toBeConfirmed: row.to_be_confirmed,
    checkedYear: row.source_year,
    placeFr: row.place.fr,
    placeAr: row.place.ar,
    source: { name: row.name, description: row.description, alert: row.alert, organizationName: row.organization_name },
    translations,
  };
}

function documentOf(
  row: ServiceRow,
  reader: TextReader,
  { opening, receptions }: Pick<SearchDocument, 'opening' | 'receptions'>,
): SearchDocument {
  const texts: SearchDocument['texts'] = [];
  const add = (part: SearchDocument['texts'][number]['part'], language: IndexedLanguage | undefined, text: string | null): void => {
    if (text) texts.push({ part, language: language ?? 'fr', text });
  };
  const written = reader.detectLanguage(`${row.name} ${row.description ?? ''}`);
  add('name', written, row.name);
  add('name', written, row.alternate_name);
  add('text', written, row.description);
  for (const text of row.translations) {
    add('name', spoken(text.language), text.name);
    add('text', spoken(text.language), text.description);
  }
  for (const text of row.organization) {
    add('text', spoken(text.language) ?? reader.detectLanguage(text.name ?? ''), text.name);
    add('text', spoken(text.language) ?? reader.detectLanguage(text.description ?? ''), text.description);
  }
  for (const term of row.terms) if (term.code === null) add('term', reader.detectLanguage(term.name), term.name);
  for (const place of row.places) {
    add('text', 'fr', place.name);
    add('text', 'ar', place.name_ar);
  }
  const coded = (type: string): string[] => row.terms.flatMap((term) => (term.type === type && term.code ? [term.code] : []));
  return {
    id: row.id,
    texts,
    needs: coded('need'),
    audiences: coded('audience'),
    places: row.places.flatMap((place) => (place.code ? [place.code] : [])),
    languages: row.languages,
    conditions: [...coded('condition'), ...(row.free ? ['free'] : [])],
    receptions,
    points: row.points,
    opening,
    card: cardOf(row),
  };
}

/** How far ahead the index knows who is open: longer than an index lives. */
const daysAhead = 3;

function hoursOf(
  schedules: readonly Schedule[],
  calendar: OpeningCalendar,
  minute: number,
): Pick<SearchDocument, 'opening' | 'receptions'> {
  const kind = kindOfHours(schedules, calendar, minute);
  const open = intervals(schedules, calendar, minute, minute + daysAhead * 24 * 60);
  return {
    opening: { kind, open },
    receptions: [
      ...(kind === 'hours' ? ['without' as const] : []),
      ...(takesAppointments(schedules, calendar, minute) ? ['with' as const] : []),
    ],
  };
}

/** « État civil et papiers » is two ways to ask for the same thing. */
const ways = (name: string): string[] => name.split(/ (?:et|and|y|e) |[,،|/]| و(?=\p{Script=Arabic})/u).filter((way) => way.trim() !== '');

async function addPhrases(tx: PoolClient, builder: SearchIndexBuilder): Promise<void> {
  const { rows } = await tx.query<{ code: string; language: string; name: string | null; synonyms: string[] }>(
    `select t.code, x.language, x.name, x.synonyms from directory.taxonomy_term t
     join directory.translation x on x.entity = 'taxonomy_term' and x.entity_id = t.id where t.code is not null
     union all select t.code, 'fr', t.name, '{}' from directory.taxonomy_term t where t.code is not null
     union all select t.code, w.language, w.word, '{}' from directory.everyday_word w join directory.taxonomy_term t on t.id = w.term_id
       where t.code is not null`,
  );
  for (const row of rows) {
    for (const text of [row.name ?? '', ...ways(row.name ?? ''), ...row.synonyms]) {
      if (text !== '') builder.addPhrase({ term: row.code, language: spoken(row.language), text });
    }
  }
}

async function readPlaces(tx: PoolClient): Promise<SearchPlace[]> {
  const { rows } = await tx.query<SearchPlace>(`
    with recursive around as (
      select t.code as place, t.parent_code, t.province_code, t.code, 0 as steps from territory.territory t
      union
      select a.place, t.parent_code, t.province_code, t.code, a.steps + 1
      from around a join territory.territory t on t.code in (a.parent_code, a.province_code) and t.code <> a.code)
    select t.code, array(select a.code from around a where a.place = t.code and a.code <> t.code group by a.code order by min(a.steps)) as within,
      coalesce(t.seat_latitude, t.latitude) as latitude, coalesce(t.seat_longitude, t.longitude) as longitude
    from territory.territory t`);
  return rows;
}

/** Builds the index of the directory as it stands at one moment, pausing often so that others are served meanwhile. */
export async function readIndex(pool: Pool): Promise<SearchIndex> {
  return inTransaction(
    pool,
    async (tx) => {
      const { number: version } = await readVersion(tx);
      const reader = new TextReader();
      const calendar = await getCalendar(tx);
      const minute = Math.floor(Date.now() / 60_000);
      const builder = new SearchIndexBuilder(await readPlaces(tx), reader);
      // Confirmed first: among equals these are shown before those whose facts nobody checked of late.
      for (const toBeConfirmed of [false, true]) {
        let after = '00000000-0000-0000-0000-000000000000';
        for (;;) {
          const { rows } = await tx.query<ServiceRow>({ name: 'search-documents', text: selectBatch, values: [toBeConfirmed, after] });
          const last = rows.at(-1);
          if (!last) break;
          after = last.id;
          const hours = await listHours(
            tx,
            rows.map((row) => row.id),
            'fr',
          );
          for (const row of rows) {
            const schedules = (hours.get(row.id) ?? []).flatMap((place) => place.schedules);
            builder.add(documentOf(row, reader, hoursOf(schedules, calendar, minute)));
          }
          await setImmediate();
        }
      }
      await addPhrases(tx, builder);
      return builder.done(version);
    },
    [{ text: 'begin isolation level repeatable read read only' }],
  );
}
