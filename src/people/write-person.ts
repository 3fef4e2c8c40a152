import type { Actor } from '../platform/database/actor.ts';
import type { Statement } from '../platform/database/batch.ts';
import type { PersonRecord } from './contract.ts';
import { recordKeys } from './matching/index.ts';
import { matchingRecords } from './record.ts';
import { lexemesOf } from './searched.ts';

const columns = {
  name: 'name',
  birthDate: 'birth_date',
  birthDateAbout: 'birth_date_about',
  sex: 'sex',
  language: 'language',
  languages: 'languages',
  residenceCountry: 'residence_country',
  audience: 'audience',
  communeCode: 'commune_code',
  phone: 'phone',
  email: 'email',
  phoneBelongsTo: 'phone_belongs_to',
  contactPreference: 'contact_preference',
  safeHours: 'safe_hours',
} as const satisfies Partial<Record<keyof PersonRecord, string>>;
const fields = Object.keys(columns) as (keyof typeof columns)[];

/** What of a record stands in a column of its own, for a query that reads it. */
export const recordColumns = Object.entries(columns)
  .map(([field, column]) => `p.${column} as "${field}"`)
  .join(', ');

/** A new record with its names and all it is found by. */
export function insertPerson(personId: string, person: PersonRecord, actor: Actor): Statement[] {
  const values = fields.map((f) => person[f]);
  return [
    {
      name: 'person',
      text: `insert into people.person (id, organization_id, created_by, searched, ${Object.values(columns).join(', ')})
             values ($1, $2, $3, array_to_tsvector($4), ${fields.map((_, i) => `$${i + 5}`).join(', ')})`,
      values: [personId, actor.organizationId, actor.userId, lexemesOf(person), ...values],
    },
    ...insertNames(personId, person, actor),
  ];
}

/** A record as it reads after a change; `person` is all of it, since one name decides the keys of the others. */
export function updatePerson(personId: string, person: PersonRecord, actor: Actor): Statement[] {
  return [
    {
      name: 'person-changed',
      text: `update people.person set updated_at = now(), searched = array_to_tsvector($2), ${fields.map((f, i) => `${columns[f]} = $${i + 3}`).join(', ')}
             where id = $1`,
      values: [personId, lexemesOf(person), ...fields.map((f) => person[f])],
    },
    { text: 'delete from people.person_name where person_id = $1', values: [personId] },
    { text: 'delete from people.matching_key where person_id = $1', values: [personId] },
    ...insertNames(personId, person, actor),
  ];
}

function insertNames(personId: string, person: PersonRecord, { organizationId }: Actor): Statement[] {
  const keys = [...new Set(matchingRecords(person).flatMap(recordKeys))];
  const names: Statement = {
    name: 'person-names',
    text: `insert into people.person_name (id, organization_id, person_id, name, use)
           select gen_random_uuid(), $1, $2, n.name, n.use from jsonb_to_recordset($3) as n(name text, use text)`,
    values: [organizationId, personId, JSON.stringify(person.otherNames)],
  };
  return [
    ...(person.otherNames.length > 0 ? [names] : []),
    {
      name: 'person-keys',
      text: 'insert into people.matching_key (organization_id, person_id, key) select $1, $2, k from unnest($3::text[]) as k',
      values: [organizationId, personId, keys],
    },
  ];
}
