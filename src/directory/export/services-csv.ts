import { csvLine, cellText } from './cell.ts';
import type { Snapshot } from './snapshot.ts';

/** Several values of one cell stand with this between; `data/mappings/services-csv.json` reads them again. */
const between = ' | ';

const own = [
  'name',
  'alternate_name',
  'description',
  'status',
  'url',
  'email',
  'application_process',
  'eligibility_description',
  'fees_description',
  'minimum_age',
  'maximum_age',
  'alert',
  'assured_date',
  'to_be_confirmed',
  'source_year',
  'source_url',
] as const;
const provider = ['organization', 'organization_description', 'organization_email', 'organization_website'] as const;
const parts = ['phones', 'languages', 'required_documents', 'hours', 'places', 'terms'] as const;
const columns = ['id', 'organization_id', ...provider, ...own, ...parts];

const many = (expression: string, from: string, where: string): string =>
  `(select string_agg(distinct ${expression}, '${between}') from ${from} where ${where})`;
const query = `
  select s.id, s.organization_id, o.name as organization, o.description as organization_description, o.email as organization_email,
    o.website as organization_website, ${own.map((name) => `s.${name}`).join(', ')},
    ${many(`p.number || coalesce(' x' || p.extension, '')`, 'directory.public_phone p', 'p.service_id = s.id')} as phones,
    ${many('coalesce(l.code, l.name)', 'directory.public_language l', 'l.service_id = s.id')} as languages,
    ${many('d.document', 'directory.public_required_document d', 'd.service_id = s.id')} as required_documents,
    ${many(
      `concat_ws(' ', h.byday, nullif(concat_ws('–', h.opens_at, h.closes_at), ''), h.description)`,
      'directory.public_schedule h',
      'h.service_id = s.id',
    )} as hours,
    ${many(
      `concat_ws(', ', l.name, a.address_1, a.postal_code, a.city)`,
      `directory.public_service_at_location x join directory.public_location l on l.id = x.location_id
        left join directory.public_address a on a.location_id = l.id and a.address_type = 'physical'`,
      'x.service_id = s.id',
    )} as places,
    ${many('k.name', 'directory.attribute a join directory.taxonomy_term k on k.id = a.taxonomy_term_id', 'a.link_id = s.id')} as terms
  from directory.public_service s join directory.public_organization o on o.id = s.organization_id
  where s.id > $1 order by s.id limit 500`;

/** One line for each service, for spreadsheets; it begins with the mark by which Excel knows UTF-8. */
export async function* writeServicesCsv({ db }: Snapshot): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\ufeff${csvLine(columns)}`);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await db.query<Record<string, unknown>>(query, [after]);
    if (rows.length === 0) return;
    yield encoder.encode(rows.map((row) => csvLine(columns.map((name) => cellText(row[name])))).join(''));
    after = String(rows.at(-1)?.id);
  }
}
