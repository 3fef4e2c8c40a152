import type { PoolClient } from 'pg';
import type { CareEntity } from './lists.ts';
import { flatten, type FlatFields, plainColumns, textColumns } from './record-fields.ts';

const object = (row: string, members: Record<string, string>): string =>
  `jsonb_build_object(${Object.entries(members)
    .map(([name, column]) => `'${name}', ${row}.${column}`)
    .join(', ')})`;
const list = (value: string, rest: string): string => `coalesce((select jsonb_agg(${value} ${rest}), '[]')`;

export const phoneColumns = { number: 'number', extension: 'extension', type: 'type', description: 'description' };
export const scheduleColumns = {
  freq: 'freq',
  interval: 'interval',
  byday: 'byday',
  bymonthday: 'bymonthday',
  dtstart: 'dtstart',
  until: 'until',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  opensAt: 'opens_at',
  closesAt: 'closes_at',
  season: 'season',
  byAppointment: 'by_appointment',
  openOnHolidays: 'open_on_holidays',
  description: 'description',
  count: 'count',
  byweekno: 'byweekno',
  byyearday: 'byyearday',
  wkst: 'wkst',
  timezone: 'timezone',
  scheduleLink: 'schedule_link',
  attendingType: 'attending_type',
  notes: 'notes',
};
export const documentColumns = { procedure: 'procedure', document: 'document', uri: 'uri' };
export const spokenColumns = { code: 'code', name: 'name' };

const terms = (
  kind: string,
): string => `array(select distinct t.code from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id
  where a.link_id = r.id and a.link_entity = 'service' and a.link_type = '${kind}' and t.code is not null order by 1)`;
const organizationTexts = { name: 'name', description: 'description' };
const texts = (entity: CareEntity): string =>
  `coalesce((select jsonb_object_agg(t.language, ${object('t', entity === 'service' ? textColumns : organizationTexts)})
    from directory.translation t where t.entity = '${entity}' and t.entity_id = r.id), '{}')`;

const lists: Record<CareEntity, Record<string, string>> = {
  service: {
    needs: terms('need'),
    audiences: terms('audience'),
    areas: `array(select distinct a.territory_code from directory.service_area a where a.service_id = r.id and a.territory_code is not null order by 1)`,
    languages: list(object('l', spokenColumns), 'order by l.code, l.name) from directory.language l where l.service_id = r.id'),
    documents: list(
      object('d', documentColumns),
      'order by d.procedure nulls first, d.document) from directory.required_document d where d.service_id = r.id',
    ),
    phones: list(object('p', phoneColumns), 'order by p.number) from directory.phone p where p.service_id = r.id and p.contact_id is null'),
    schedules: list(object('h', scheduleColumns), 'order by h.id) from directory.schedule h where h.service_id = r.id'),
    translations: texts('service'),
  },
  organization: {
    phones: list(
      object('p', phoneColumns),
      'order by p.number) from directory.phone p where p.organization_id = r.id and p.service_id is null and p.contact_id is null',
    ),
    translations: texts('organization'),
  },
};

/** All that can be edited of a record, as one JSON object; `r` is its row. */
export const fieldsOf = (entity: CareEntity): string =>
  `jsonb_build_object(${[
    ...Object.entries(plainColumns[entity]).map(([name, column]) => `'${name}', r.${column}`),
    ...Object.entries(lists[entity]).map(([name, value]) => `'${name}', ${value}`),
  ].join(', ')})`;

/** A record as a change of it begins. */
export interface RecordState {
  entity: CareEntity;
  id: string;
  organizationId: string;
  status: string | null;
  fields: FlatFields;
}

/** The record with all its fields one by one; one that left its source or was merged cannot be changed. */
export async function findRecord(tx: Pick<PoolClient, 'query'>, entity: CareEntity, id: string): Promise<RecordState | undefined> {
  const { rows } = await tx.query<{ organizationId: string; status: string | null; fields: Record<string, unknown> }>({
    name: `care-record-${entity}`,
    text: `select ${entity === 'service' ? 'r.organization_id' : 'r.id'} as "organizationId", ${entity === 'service' ? 'r.status' : 'null'} as status,
        ${fieldsOf(entity)} as fields
      from directory.${entity} r where r.id = $1 and r.vanished_at is null`,
    values: [id],
  });
  const row = rows[0];
  return row && { entity, id, organizationId: row.organizationId, status: row.status, fields: flatten(row.fields) };
}
