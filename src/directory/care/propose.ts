import type { PoolClient } from 'pg';
import { type AnyHandler, type DomainEvent, handler, refuse } from '../../platform/commands/handler.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { isEditor, mayKeep } from './acting.ts';
import { addChange, type ChangeRow } from './change-statements.ts';
import { unknownCode } from './codes.ts';
import { careRoles, type ProposeService, proposeServiceSchema } from './contract.ts';
import { flatten, type FlatFields } from './record-fields.ts';
import { recordStatements } from './record-statements.ts';

/** A new service with all it says. Whoever publishes it says that it is true today. */
export function createServiceStatements(serviceId: string, organizationId: string, after: FlatFields): Statement[] {
  const { name, places = [], ...fields } = after;
  return [
    {
      text: `insert into directory.service (id, organization_id, name, status, to_be_confirmed, assured_date, source_year)
        values ($1, $2, $3, 'active', false, directory.today(), extract(year from directory.today()))`,
      values: [serviceId, organizationId, name],
    },
    {
      text: `with place as materialized (
          select gen_random_uuid() as id, p.* from jsonb_to_recordset($3::jsonb)
            as p(name text, "communeCode" text, address text, "postalCode" text, confidential boolean)),
        location as (
          insert into directory.location (id, organization_id, location_type, name, commune_code, confidential)
          select p.id, $2, 'physical', p.name, p."communeCode", p.confidential from place p returning id),
        address as (
          insert into directory.address (id, location_id, address_1, city, state_province, postal_code, country, address_type)
          select gen_random_uuid(), p.id, p.address, t.name_fr, coalesce(v.name_fr, ''), coalesce(p."postalCode", ''), 'MA', 'physical'
          from place p join territory.territory t on t.code = p."communeCode" left join territory.territory v on v.code = t.province_code
          where p.address is not null)
        insert into directory.service_at_location (id, service_id, location_id) select gen_random_uuid(), $1, l.id from location l`,
      values: [serviceId, organizationId, JSON.stringify(places)],
    },
    ...recordStatements('service', serviceId, fields),
  ];
}

export const proposeService: AnyHandler = handler<ProposeService, { unknown: string | undefined }>({
  kind: 'directory.propose_service',
  schema: proposeServiceSchema,
  roles: careRoles,
  load: async (tx: PoolClient, { organizationId, fields, places = [] }) => ({
    unknown: await unknownCode(tx, {
      needs: fields.needs,
      audiences: fields.audiences,
      territories: [...(fields.areas ?? []), ...places.map((place) => place.communeCode)],
      organizationId,
    }),
  }),
  decide({ unknown }, { changeId, serviceId, organizationId, fields, places, publish, reason }, actor) {
    if (!mayKeep(actor, organizationId)) return refuse('not_allowed');
    if (unknown) return refuse(unknown);
    if (fields.minimumAge && fields.maximumAge && fields.minimumAge > fields.maximumAge) return refuse('ages_crossed');
    const state = publish && isEditor(actor) ? 'applied' : 'proposed';
    const change = {
      id: changeId,
      entity: 'service',
      entityId: serviceId,
      organizationId,
      kind: 'create',
      before: {},
      after: { ...flatten(fields), ...(places ? { places } : {}) },
      state,
      ...(reason === undefined ? {} : { reason }),
    } satisfies ChangeRow;
    return {
      events: [
        {
          kind: state === 'applied' ? 'service_published' : 'change_proposed',
          subjectKind: 'service',
          subjectId: serviceId,
          payload: change,
        },
      ],
      result: { state },
    };
  },
  write({ payload }: DomainEvent, actor: Actor) {
    const change = payload as unknown as ChangeRow;
    return [
      addChange(change, actor),
      ...(change.state === 'applied' ? createServiceStatements(change.entityId, change.organizationId, change.after as FlatFields) : []),
    ];
  },
});
