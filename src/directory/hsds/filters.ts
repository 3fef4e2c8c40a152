import type { TableName } from '../import/tables.ts';
import type { HsdsQuery } from './query.ts';
import { publicRows } from './sources.ts';

export type Listed = Extract<TableName, 'service' | 'organization' | 'location' | 'service_at_location' | 'taxonomy' | 'taxonomy_term'>;

/** Conditions on a row `t`, and their values. */
export interface Filter {
  sql: string;
  values: unknown[];
}
type Place = (value: unknown) => string;

const searched: Record<Listed, string[]> = {
  service: ['name', 'alternate_name', 'description'],
  organization: ['name', 'alternate_name', 'description'],
  location: ['name', 'description'],
  service_at_location: [],
  taxonomy: ['name', 'description'],
  taxonomy_term: ['name', 'description', 'code'],
};

/** Every word must stand somewhere in the record's texts, in whatever language they are. */
function searchFilter(table: Listed, text: string, put: Place, row = 't'): string[] {
  return text.split(/\s+/).map((word) => {
    const like = `ilike ${put(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`;
    const own = searched[table].map((column) => `${row}.${column} ${like}`);
    const translated = `exists (select from directory.translation x where x.entity_id = ${row}.id and (x.name ${like} or x.description ${like}))`;
    const provider =
      table === 'service'
        ? [
            `exists (select from directory.public_organization o where o.id = ${row}.organization_id and (o.name ${like} or o.alternate_name ${like}))`,
          ]
        : [];
    return `(${[...own, translated, ...provider].join(' or ')})`;
  });
}

const taxonomyFilter = (q: HsdsQuery, put: Place, links: string): string[] => [
  ...(q.taxonomy_term_id
    ? [`exists (select from directory.attribute a where ${links} and a.taxonomy_term_id = ${put(q.taxonomy_term_id)})`]
    : []),
  ...(q.taxonomy_id
    ? [
        `exists (select from directory.attribute a join directory.taxonomy_term k on k.id = a.taxonomy_term_id where ${links} and k.taxonomy_id = ${put(q.taxonomy_id)})`,
      ]
    : []),
];

// Times are written 8:30, 08:30 or 08:30:00.
const clock = (column: string): string => `case when ${column} ~ '^\\d:' then '0' || ${column} else ${column} end`;
const padded = (time: string): string => time.padStart(5, '0');

function hoursFilter(q: HsdsQuery, put: Place, service: string): string[] {
  const on = [
    ...(q.day ? [`h.byday ~ ${put(`(^|,)[-+0-9]*${q.day}(,|$)`)}`] : []),
    ...(q.start_time ? [`left(${clock('h.opens_at')}, 5) >= ${put(padded(q.start_time))}`] : []),
    ...(q.end_time ? [`left(${clock('h.closes_at')}, 5) <= ${put(padded(q.end_time))}`] : []),
  ];
  if (on.length === 0) return [];
  const own = `(h.service_id = ${service} or h.service_at_location_id in (select y.id from directory.service_at_location y where y.service_id = ${service}))`;
  return [`exists (select from directory.public_schedule h where ${own} and ${on.join(' and ')})`];
}

/** Conditions on a service `s`. */
function serviceFilter(q: HsdsQuery, put: Place, s: string): string[] {
  return [
    ...(q.search ? searchFilter('service', q.search, put, s) : []),
    ...taxonomyFilter(q, put, `a.link_id = ${s}.id`),
    ...(q.organization_id ? [`${s}.organization_id = ${put(q.organization_id)}`] : []),
    ...(q.modified_after ? [`${s}.last_modified >= ${put(q.modified_after)}::timestamptz`] : []),
    ...(q.minimum_age === undefined ? [] : [`${s}.minimum_age >= ${put(q.minimum_age)}`]),
    ...(q.maximum_age === undefined ? [] : [`${s}.maximum_age <= ${put(q.maximum_age)}`]),
    ...hoursFilter(q, put, `${s}.id`),
  ];
}

/** Metres in a straight line from a point given as SQL. */
const metres = (latitude: string, longitude: string): string => `2 * 6371008.8 * asin(least(1, sqrt(
  power(sin(radians(l.latitude - ${latitude}) / 2), 2)
  + cos(radians(${latitude})) * cos(radians(l.latitude)) * power(sin(radians(l.longitude - ${longitude}) / 2), 2))))`;

/** Conditions on a place `l`: around a point, around the middle of a postcode's places, or with that postcode. */
function placeFilter(q: HsdsQuery, put: Place): string[] {
  const conditions: string[] = [];
  if (q.latitude !== undefined && q.longitude !== undefined)
    conditions.push(`${metres(`${put(q.latitude)}::float8`, `${put(q.longitude)}::float8`)} <= ${put(q.radius ?? 5000)}`);
  if (q.postcode !== undefined) {
    const code = put(q.postcode);
    if (q.proximity === undefined)
      conditions.push(`exists (select from directory.public_address a where a.location_id = l.id and a.postal_code = ${code})`);
    else
      conditions.push(`exists (select from (
        select avg(m.latitude) as latitude, avg(m.longitude) as longitude from directory.public_location m
        join directory.public_address a on a.location_id = m.id where a.postal_code = ${code}) middle
        where ${metres('middle.latitude', 'middle.longitude')} <= ${put(q.proximity)})`);
  }
  return conditions;
}

/** The condition that a list's parameters make together. */
export function filterOf(table: Listed, q: HsdsQuery): Filter {
  const values: unknown[] = [];
  const put: Place = (value) => `$${values.push(value)}`;
  const conditions: string[] = [];
  if (table === 'service') {
    conditions.push(...serviceFilter(q, put, 't'));
    const places = placeFilter(q, put);
    if (places.length > 0)
      conditions.push(`exists (select from directory.public_service_at_location y join directory.public_location l on l.id = y.location_id
        where y.service_id = t.id and ${places.join(' and ')})`);
  } else if (table === 'service_at_location') {
    const services = serviceFilter(q, put, 's');
    if (services.length > 0)
      conditions.push(`exists (select from directory.public_service s where s.id = t.service_id and ${services.join(' and ')})`);
    const places = placeFilter(q, put);
    if (places.length > 0)
      conditions.push(`exists (select from directory.public_location l where l.id = t.location_id and ${places.join(' and ')})`);
  } else {
    if (q.search) conditions.push(...searchFilter(table, q.search, put));
    if (table === 'organization') {
      conditions.push(
        ...taxonomyFilter(
          q,
          put,
          `(a.link_id = t.id or a.link_id in (select s.id from directory.public_service s where s.organization_id = t.id))`,
        ),
      );
      if (q.modified_after) conditions.push(`t.last_modified >= ${put(q.modified_after)}::timestamptz`);
      if (q.organization_id) conditions.push(`t.id = ${put(q.organization_id)}`);
    }
    if (table === 'location') {
      if (q.organization_id) conditions.push(`t.organization_id = ${put(q.organization_id)}`);
      const places = placeFilter(q, put);
      if (places.length > 0)
        conditions.push(`exists (select from directory.public_location l where l.id = t.id and ${places.join(' and ')})`);
    }
    if (table === 'taxonomy_term') {
      if (q.taxonomy_id) conditions.push(`t.taxonomy_id = ${put(q.taxonomy_id)}`);
      if (q.parent_id) conditions.push(`t.parent_id = ${put(q.parent_id)}`);
      if (q.top_only) conditions.push('t.parent_id is null');
    }
  }
  return { sql: conditions.length > 0 ? conditions.join(' and ') : 'true', values };
}

/** Whether a question is about changes alone, so that what ended belongs to the answer. */
export const asksForChanges = (table: Listed, q: HsdsQuery): boolean =>
  table === 'service' &&
  q.modified_after !== undefined &&
  !q.search &&
  !q.taxonomy_term_id &&
  !q.taxonomy_id &&
  !q.organization_id &&
  [q.minimum_age, q.maximum_age, q.day, q.start_time, q.end_time, q.postcode, q.latitude].every((value) => value === undefined);

/** Every id (and when it changed) that a list's parameters select. */
export function selectionOf(table: Listed, q: HsdsQuery): Filter {
  const { sql, values } = filterOf(table, q);
  const dated = ['service', 'organization', 'service_at_location'].includes(table);
  const rows = `select t.id, ${dated ? 't.last_modified' : 'null::timestamptz as last_modified'} from ${publicRows(table)} t where ${sql}`;
  if (!asksForChanges(table, q)) return { sql: rows, values };
  return {
    sql: `${rows} union all select e.id, e.last_modified from directory.ended_service e where e.last_modified >= $1::timestamptz`,
    values,
  };
}
