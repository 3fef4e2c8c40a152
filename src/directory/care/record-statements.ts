import type { Statement } from '../../platform/database/batch.ts';
import type { CareEntity } from './lists.ts';
import { type FlatFields, plainColumns, textColumns, textField } from './record-fields.ts';
import { documentColumns, phoneColumns, scheduleColumns, spokenColumns } from './record-store.ts';

interface ListOfParts {
  table: string;
  /** Which rows the list is of. */
  owner: string;
  also?: string;
  columns: Record<string, string>;
  /** What a source says beside, which no form shows: a row that stays as it was keeps it. */
  unseen: readonly string[];
}
const types: Record<string, string> = {
  interval: 'integer',
  count: 'integer',
  timezone: 'numeric',
  dtstart: 'date',
  until: 'date',
  valid_from: 'date',
  valid_to: 'date',
  by_appointment: 'boolean',
  open_on_holidays: 'boolean',
};
/** The parts of each record that are changed as whole lists; a field of this name holds them. */
export const partLists: Record<CareEntity, Readonly<Record<string, ListOfParts>>> = {
  service: {
    phones: {
      table: 'phone',
      owner: 'service_id',
      also: 'contact_id is null',
      columns: phoneColumns,
      unseen: ['location_id', 'organization_id', 'service_at_location_id'],
    },
    schedules: { table: 'schedule', owner: 'service_id', columns: scheduleColumns, unseen: ['location_id', 'service_at_location_id'] },
    documents: { table: 'required_document', owner: 'service_id', columns: documentColumns, unseen: [] },
    languages: { table: 'language', owner: 'service_id', columns: spokenColumns, unseen: ['location_id', 'phone_id', 'note'] },
  },
  organization: {
    phones: {
      table: 'phone',
      owner: 'organization_id',
      also: 'service_id is null and contact_id is null',
      columns: phoneColumns,
      unseen: ['location_id', 'service_at_location_id'],
    },
  },
};

function replaceParts(parts: ListOfParts, id: string, rows: unknown): Statement[] {
  const { table, owner, also, columns, unseen } = parts;
  const names = Object.entries(columns);
  const wished = names.map(([name]) => `x."${name}"`).join(', ');
  return [
    {
      text: `with gone as (delete from directory.${table} where ${owner} = $1${also ? ` and ${also}` : ''} returning *)
        insert into directory.${table} (id, ${[owner, ...names.map(([, column]) => column), ...unseen].join(', ')})
        select gen_random_uuid(), $1, ${[wished, ...unseen.map((column) => `g.${column}`)].join(', ')}
        from jsonb_to_recordset($2::jsonb) as x(${names.map(([name, column]) => `"${name}" ${types[column] ?? 'text'}`).join(', ')})
        left join lateral (select * from gone
          where (${names.map(([, column]) => `gone.${column}`).join(', ')}) is not distinct from (${wished}) order by gone.id limit 1) g on true`,
      values: [id, JSON.stringify(rows)],
    },
  ];
}

/** The term meant by each code: of several taxonomies, one whose terms services are linked to in this way. */
const termsOf = `select distinct on (t.code) t.id from directory.taxonomy_term t where t.code = any ($2)
  order by t.code, t.taxonomy_id in (
    select k.taxonomy_id from directory.attribute a join directory.taxonomy_term k on k.id = a.taxonomy_term_id where a.link_type = $3) desc, t.id`;

/** All are written anew, none under its source's key: the next import must not take them away one by one. */
const replaceTerms = (id: string, kind: 'need' | 'audience', codes: unknown): Statement[] => [
  {
    text: `delete from directory.attribute a using directory.taxonomy_term t
      where a.link_id = $1 and a.link_entity = 'service' and a.link_type = $2 and t.id = a.taxonomy_term_id and t.code is not null`,
    values: [id, kind],
  },
  {
    text: `insert into directory.attribute (id, link_id, link_entity, link_type, taxonomy_term_id)
      select gen_random_uuid(), $1, 'service', $3, w.id from (${termsOf}) w`,
    values: [id, codes, kind],
  },
];

const replaceAreas = (id: string, codes: unknown): Statement[] => [
  { text: 'delete from directory.service_area where service_id = $1 and territory_code is not null', values: [id] },
  {
    text: 'insert into directory.service_area (id, service_id, territory_code) select gen_random_uuid(), $1, c from unnest($2::text[]) c',
    values: [id, codes],
  },
];

function writeTexts(entity: CareEntity, id: string, language: string, texts: [column: string, text: unknown][]): Statement[] {
  const columns = texts.map(([column]) => column);
  return [
    {
      text: `insert into directory.translation (entity, entity_id, language, ${columns.join(', ')})
        values ($1, $2, $3, ${columns.map((_, i) => `$${i + 4}`).join(', ')})
        on conflict (entity_id, language) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}, updated_at = now()`,
      values: [entity, id, language, ...texts.map(([, text]) => text)],
    },
    {
      text: `delete from directory.translation where entity_id = $1 and language = $2
        and coalesce(${Object.values(textColumns)
          .map((column) => `${column}::text`)
          .join(', ')}) is null and synonyms = '{}'`,
      values: [id, language],
    },
  ];
}

/** Brings these fields of a record to what they should say. Its organisation comes last: after that it may be another's. */
export function recordStatements(entity: CareEntity, id: string, fields: FlatFields): Statement[] {
  const statements: Statement[] = [];
  const byLanguage = new Map<string, [string, unknown][]>();
  const plain: [column: string, value: unknown][] = [];
  for (const [name, value] of Object.entries(fields)) {
    const parts = partLists[entity][name];
    const column = plainColumns[entity][name];
    const text = textField(name);
    if (parts) statements.push(...replaceParts(parts, id, value));
    else if (name === 'needs') statements.push(...replaceTerms(id, 'need', value));
    else if (name === 'audiences') statements.push(...replaceTerms(id, 'audience', value));
    else if (name === 'areas') statements.push(...replaceAreas(id, value));
    else if (text) byLanguage.set(text.language, [...(byLanguage.get(text.language) ?? []), [text.column, value]]);
    else if (column) plain.push([column, value]);
  }
  for (const [language, texts] of byLanguage) statements.push(...writeTexts(entity, id, language, texts));
  const set = [...plain.map(([column], i) => `${column} = $${i + 2}`), 'last_modified = now()'];
  return [
    ...statements,
    { text: `update directory.${entity} set ${set.join(', ')} where id = $1`, values: [id, ...plain.map(([, value]) => value)] },
  ];
}

/** Notes that these fields of an imported record are kept as they are here, and what the source said of them until now. */
export const holdStatements = (entity: CareEntity, id: string, before: FlatFields): Statement[] => [
  {
    text: `insert into directory.held_field (entity, entity_id, field, source_value)
      select $1, $2, f.key, f.value from jsonb_each($3::jsonb) f
      where exists (select from directory.${entity} r where r.id = $2 and r.source_key is not null) on conflict do nothing`,
    values: [entity, id, JSON.stringify(before)],
  },
];
