import type { Pool } from 'pg';
import type { Availability } from './pages/availability-text.ts';
import { liveIndex } from './search/live-index.ts';
import { isSearchable } from './search/read-index.ts';

export interface LocalText {
  text: string;
  /** Null when it is as its source wrote it. */
  language: string | null;
}
export interface Place {
  name: LocalText | null;
  kind: string;
  url: string | null;
  confidential: boolean;
  /** Absent for a confidential place, whatever the source held. */
  address: string | null;
  commune: string | null;
  province: string | null;
}
/** A paper to bring, for all that the service does or for one of its procedures. */
export interface Paper {
  procedure: LocalText | null;
  document: LocalText;
  uri: string | null;
}
export interface Cost {
  option: LocalText | null;
  amount: number | null;
  /** ISO 4217. */
  currency: string | null;
  description: LocalText | null;
}
export interface ServicePhone {
  number: string;
  extension: string | null;
  /** As RFC 6350 has it (voice, fax, cell …), or WhatsApp. */
  type: string | null;
  description: LocalText | null;
}
export interface ServiceView {
  id: string;
  name: LocalText;
  description: LocalText | null;
  eligibility: LocalText | null;
  alert: LocalText | null;
  organizationId: string;
  organizationName: LocalText;
  organizationEmail: string | null;
  organizationWebsite: string | null;
  url: string | null;
  email: string | null;
  status: string;
  applicationProcess: LocalText | null;
  fees: LocalText | null;
  minimumAge: number | null;
  maximumAge: number | null;
  needs: string[];
  audiences: string[];
  languages: { code: string | null; name: string | null }[];
  documents: Paper[];
  costs: Cost[];
  areas: { name: string | null; code: string | null }[];
  places: Place[];
  phones: ServicePhone[];
  toBeConfirmed: boolean;
  checkedYear: number | null;
  /** The day someone said that all of it is still true. */
  assuredDate: string | null;
  availability: Availability | null;
  sourceUrl: string | null;
  vanished: boolean;
  /** It does not exist. */
  demonstration: boolean;
}
export interface OrganizationView {
  id: string;
  name: LocalText;
  alternateName: string | null;
  description: LocalText;
  email: string | null;
  website: string | null;
  phones: { number: string; description: string | null }[];
  commune: string | null;
  vanished: boolean;
  services: { id: string; name: LocalText; toBeConfirmed: boolean }[];
}
export interface Term {
  code: string;
  names: Record<string, string>;
}

const local = (own: string, translated: string): string =>
  `case when ${translated} is not null then jsonb_build_object('text', ${translated}, 'language', $2::text)
        when ${own} is not null then jsonb_build_object('text', ${own}, 'language', null) end`;

/** A short text of one of the service's parts: as it is worded in that language, else as it stands. */
const worded = (own: string): string => local(own, `st.wordings ->> ${own}`);

const serviceQuery = `
  select s.id, ${local('s.name', 'st.name')} as name, ${local('s.description', 'st.description')} as description,
    ${local('s.eligibility_description', 'st.eligibility_description')} as eligibility, ${local('s.alert', 'st.alert')} as alert,
    o.id as "organizationId", ${local('o.name', 'ot.name')} as "organizationName", o.email as "organizationEmail", o.website as "organizationWebsite",
    s.url, s.email, s.status, ${local('s.application_process', 'st.application_process')} as "applicationProcess",
    ${local('s.fees_description', 'st.fees_description')} as fees,
    s.minimum_age as "minimumAge", s.maximum_age as "maximumAge",
    array(select distinct t.code from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id
      where a.link_id = s.id and a.link_type = 'need' and t.code is not null order by 1) as needs,
    array(select distinct t.code from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id
      where a.link_id = s.id and a.link_type = 'audience' and t.code is not null order by 1) as audiences,
    coalesce((select jsonb_agg(jsonb_build_object('code', l.code, 'name', l.name)) from directory.language l where l.service_id = s.id), '[]') as languages,
    coalesce((select jsonb_agg(jsonb_build_object('procedure', ${worded('d.procedure')}, 'document', ${worded('d.document')}, 'uri', d.uri)
        order by d.procedure nulls first, d.document)
      from directory.required_document d where d.service_id = s.id), '[]') as documents,
    coalesce((select jsonb_agg(jsonb_build_object('option', ${worded('x.option')}, 'amount', x.amount, 'currency', case when x.currency ~ '^[A-Z]{3}$' then x.currency end,
        'description', ${worded('x.amount_description')}) order by x.amount nulls last, x.option)
      from directory.cost_option x where x.service_id = s.id and current_date between coalesce(x.valid_from, '-infinity') and coalesce(x.valid_to, 'infinity')),
      '[]') as costs,
    coalesce((select jsonb_agg(jsonb_build_object('code', a.territory_code, 'name', coalesce(case when $2 = 'ar' then t.name_ar else t.name_fr end, a.name)))
      from directory.service_area a left join territory.territory t on t.code = a.territory_code where a.service_id = s.id), '[]') as areas,
    coalesce((select jsonb_agg(jsonb_build_object(
        'name', ${local('l.name', 'lt.name')}, 'kind', l.location_type, 'url', case when not l.confidential then l.url end, 'confidential', l.confidential,
        'address', case when not l.confidential then (select concat_ws(', ', x.address_1, x.address_2, concat_ws(' ', x.postal_code, x.city))
          from directory.address x where x.location_id = l.id order by x.address_type, x.id limit 1) end,
        'commune', case when $2 = 'ar' then c.name_ar else c.name_fr end, 'province', case when $2 = 'ar' then p.name_ar else p.name_fr end) order by l.id)
      from directory.service_at_location sl join directory.location l on l.id = sl.location_id and l.vanished_at is null
      left join directory.translation lt on lt.entity = 'location' and lt.entity_id = l.id and lt.language = $2
      left join territory.territory c on c.code = l.commune_code left join territory.territory p on p.code = c.province_code
      where sl.service_id = s.id), '[]') as places,
    coalesce((select jsonb_agg(jsonb_build_object('number', p.number, 'extension', p.extension, 'type', p.type, 'description', ${worded('p.description')})
        order by p.service_id is null, p.number)
      from directory.public_phone p where p.service_id = s.id or (p.service_id is null and p.organization_id = o.id)), '[]') as phones,
    s.to_be_confirmed as "toBeConfirmed", s.source_year as "checkedYear", s.source_url as "sourceUrl",
    s.assured_date as "assuredDate",
    (select jsonb_build_object('state', y.state, 'places', y.places, 'until', y.until) from directory.availability y
      where y.service_id = s.id and coalesce(y.until >= directory.today(), true)) as availability,
    (s.vanished_at is not null or o.vanished_at is not null) as vanished, o.is_demonstration as demonstration
  from directory.service s join directory.organization o on o.id = s.organization_id
  left join directory.translation st on st.entity = 'service' and st.entity_id = s.id and st.language = $2
  left join directory.translation ot on ot.entity = 'organization' and ot.entity_id = o.id and ot.language = $2
  where s.id = $1 and s.published`;

/** One service with all a person needs to reach it. */
export async function findService(pool: Pool, id: string, language: string): Promise<ServiceView | undefined> {
  const { rows } = await pool.query<ServiceView>({ name: 'directory-service', text: serviceQuery, values: [id, language] });
  return rows[0];
}

export async function findOrganization(pool: Pool, id: string, language: string): Promise<OrganizationView | undefined> {
  const { rows } = await pool.query<OrganizationView>({
    name: 'directory-organization',
    text: `
      select o.id, ${local('o.name', 'ot.name')} as name, o.alternate_name as "alternateName", ${local('o.description', 'ot.description')} as description,
        o.email, o.website, case when $2 = 'ar' then c.name_ar else c.name_fr end as commune, o.vanished_at is not null as vanished,
        coalesce((select jsonb_agg(jsonb_build_object('number', concat_ws(' x', p.number, p.extension), 'description', p.description) order by p.number)
          from directory.public_phone p where p.organization_id = o.id), '[]') as phones,
        coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', ${local('s.name', 'st.name')}, 'toBeConfirmed', s.to_be_confirmed)
            order by s.to_be_confirmed, s.name)
          from directory.service s left join directory.translation st on st.entity = 'service' and st.entity_id = s.id and st.language = $2
          where s.organization_id = o.id and s.status = 'active' and s.vanished_at is null), '[]') as services
      from directory.organization o
      left join directory.translation ot on ot.entity = 'organization' and ot.entity_id = o.id and ot.language = $2
      left join territory.territory c on c.code = o.commune_code
      where o.id = $1`,
    values: [id, language],
  });
  return rows[0];
}

/** Terms that services are linked to as needs or as audiences, in the order their source lists them. */
export async function listTerms(pool: Pool, kind: 'need' | 'audience'): Promise<Term[]> {
  const { rows } = await pool.query<Term>(
    `select t.code, jsonb_build_object('fr', t.name) || coalesce(
       (select jsonb_object_agg(x.language, x.name) from directory.translation x
        where x.entity = 'taxonomy_term' and x.entity_id = t.id and x.name is not null), '{}') as names
     from directory.taxonomy_term t
     where t.code is not null and t.taxonomy_id in (
       select k.taxonomy_id from directory.attribute a join directory.taxonomy_term k on k.id = a.taxonomy_term_id where a.link_type = $1)
     order by t.ctid`,
    [kind],
  );
  return rows;
}

/** How many services can be found under each need. */
export async function countByNeed(pool: Pool): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ code: string; count: number }>(
    `select t.code, count(distinct s.id) from directory.service s join directory.organization o on o.id = s.organization_id
     join directory.attribute a on a.link_id = s.id and a.link_type = 'need'
     join directory.taxonomy_term t on t.id = a.taxonomy_term_id where ${isSearchable} and t.code is not null group by 1`,
  );
  return new Map(rows.map((row) => [row.code, row.count]));
}

export interface Cell {
  serviceId: string;
  name: LocalText;
  commune: string;
  communeCode: string;
}
/** The communal reception cells: the services of organisations of that kind. */
export async function listCells(pool: Pool, language: string): Promise<Cell[]> {
  const { rows } = await pool.query<Cell>(
    `select s.id as "serviceId", ${local('s.name', 'st.name').replaceAll('$2', '$1')} as name,
       case when $1 = 'ar' then c.name_ar else c.name_fr end as commune, c.code as "communeCode"
     from directory.organization o join directory.service s on s.organization_id = o.id
     join territory.territory c on c.code = o.commune_code
     left join directory.translation st on st.entity = 'service' and st.entity_id = s.id and st.language = $1
     where o.organization_type = 'reception_cell' and ${isSearchable} order by c.name_fr, s.id`,
    [language],
  );
  return rows;
}

/** The languages the directory holds text in: what a search that found nothing has looked through. */
export async function listSearchedLanguages(pool: Pool): Promise<string[]> {
  return [...(await liveIndex(pool).get()).languages].sort();
}

/** Every organisation of the directory, by its name in that language. */
export async function listOrganizationNames(pool: Pool, language: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await pool.query<{ id: string; name: string }>(
    `select id, directory.name_in($1, id, name) as name from directory.organization where vanished_at is null order by 2, 1`,
    [language],
  );
  return rows;
}
