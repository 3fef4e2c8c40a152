import type { ExportKind } from '../lists.ts';

/** A row of an export before it is put into words, and whom it is about. */
export interface Found {
  id: string;
  personId: string | null;
  values: Record<string, unknown>;
}

const own = `organization_id = (select access.acting_organization_as('cell_manager'))`;
/** $1, $2: the period, or null; $3: the needs, or none. */
const within = (at: string): string => `($1::date is null or ${at} >= $1::date) and ($2::date is null or ${at} < $2::date + 1)`;
const wanted = (needs: string): string => `(cardinality($3::text[]) = 0 or ${needs} && $3::text[])`;
const commune = (language: string, code: string): string =>
  `(select t.name_${language === 'ar' ? 'ar' : 'fr'} from territory.territory t where t.code = ${code})`;

interface Query {
  from: string;
  where: string;
  select: (language: string) => string;
}
/** What each kind holds. Notes on health and protection are in none: whoever reads them here, a file travels further. */
const queries: Record<ExportKind, Query> = {
  people: {
    from: 'people.person x',
    where: `x.${own} and x.merged_into is null and ${within('x.created_at')}
      and (cardinality($3::text[]) = 0 or exists (select from desk.visit v where v.person_id = x.id and v.needs && $3::text[])
           or exists (select from cases."case" c where c.person_id = x.id and c.needs && $3::text[]))`,
    select: (language) => `x.id as "personId", jsonb_build_object('name', x.name,
      'other_names', (select string_agg(n.name, ' | ' order by n.name) from people.person_name n where n.person_id = x.id),
      'birth_date', x.birth_date, 'birth_year', left(x.birth_date, 4), 'sex', x.sex, 'audience', x.audience, 'spoken_language', x.language,
      'residence_country', x.residence_country, 'commune', ${commune(language, 'x.commune_code')}, 'recorded_on', x.created_at::date,
      'visits', (select count(*) from desk.visit v where v.person_id = x.id), 'cases', (select count(*) from cases."case" c where c.person_id = x.id),
      'phone', x.phone, 'email', x.email, 'contact_preference', x.contact_preference, 'safe_hours', x.safe_hours)`,
  },
  visits: {
    from: 'desk.visit x left join people.person p on p.id = people.standing_for(x.person_id)',
    where: `x.${own} and ${within('x.at')} and ${wanted('x.needs')}`,
    select: (
      language,
    ) => `p.id as "personId", jsonb_build_object('reference', x.reference, 'date', x.at::date, 'needs', x.needs, 'outcome', x.outcome,
      'audience', x.audience, 'sex', x.sex, 'age_band', x.age_band, 'spoken_language', x.language, 'channel', x.channel, 'people', x.people,
      'emergency', x.emergency, 'imported', x.imported, 'commune', ${commune(language, 'x.commune_code')}, 'name', p.name, 'note', x.note, 'phone', p.phone)`,
  },
  cases: {
    from: 'cases."case" x left join people.person p on p.id = people.standing_for(x.person_id)',
    where: `x.${own} and ${within('x.opened_at')} and ${wanted('x.needs')}`,
    select:
      () => `p.id as "personId", jsonb_build_object('reference', x.reference, 'opened_on', x.opened_at::date, 'closed_on', x.closed_at::date,
      'status', x.status, 'priority', x.priority, 'needs', x.needs, 'name', p.name, 'birth_date', p.birth_date, 'birth_year', left(p.birth_date, 4),
      'sex', p.sex, 'summary', x.summary, 'phone', p.phone,
      'notes', (select string_agg(n.text, E'\\n' order by n.written_at) from cases.note n where n.case_id = x.id and n.level = 'ordinary'))`,
  },
};

export const countQuery = (kind: ExportKind): string => `select count(*) as count from ${queries[kind].from} where ${queries[kind].where}`;
/** What was answered to the cell's own questions; nothing that is sensitive. */
const answers = `coalesce((select jsonb_object_agg(v.field_id, v.value) from desk.custom_value v join desk.custom_field f on f.id = v.field_id
  where v.subject_id = x.id and f.sensitivity <> 'sensitive'), '{}')`;
export const rowsQuery = (kind: ExportKind, language: string): string =>
  `select x.id, ${queries[kind].select(language)} || ${answers} as values from ${queries[kind].from} where ${queries[kind].where} order by x.id`;
