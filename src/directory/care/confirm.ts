import type { PoolClient } from 'pg';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { mayKeep } from './acting.ts';
import { addChange } from './change-statements.ts';
import { careRoles, type Confirm, confirmSchema } from './contract.ts';

/** « All still true »: dates the facts without changing when they were last edited. */
export const confirm: AnyHandler = handler<Confirm, { services: string[] }>({
  kind: 'directory.confirm',
  schema: confirmSchema,
  roles: careRoles,
  async load(tx: PoolClient, { organizationId, serviceIds }) {
    const { rows } = await tx.query<{ id: string }>(
      'select id from directory.cared_service where organization_id = $1 and ($2::uuid[] is null or id = any ($2)) order by id',
      [organizationId, serviceIds ?? null],
    );
    return { services: rows.map((row) => row.id) };
  },
  decide({ services }, { changeId, organizationId, serviceIds }, actor) {
    if (!mayKeep(actor, organizationId)) return refuse('not_allowed');
    if (serviceIds && services.length < new Set(serviceIds).size) return refuse('service_not_found');
    if (services.length === 0) return refuse('nothing_to_confirm');
    const one = services.length === 1 ? services[0] : undefined;
    return {
      events: [
        {
          kind: 'facts_confirmed',
          subjectKind: 'organization',
          subjectId: organizationId,
          payload: { changeId, organizationId, services, ...(serviceIds && one ? { serviceId: one } : {}) },
        },
      ],
      result: { confirmed: services.length },
    };
  },
  write({ payload }, actor) {
    const { changeId, organizationId, services, serviceId } = payload as {
      changeId: string;
      organizationId: string;
      services: string[];
      serviceId?: string;
    };
    return [
      addChange(
        {
          id: changeId,
          entity: serviceId ? 'service' : 'organization',
          entityId: serviceId ?? organizationId,
          organizationId,
          kind: 'confirm',
          before: {},
          after: { services },
          state: 'applied',
        },
        actor,
      ),
      {
        text: `update directory.service set assured_date = directory.today(), to_be_confirmed = false, source_year = extract(year from directory.today()),
            assurer_email = (select u.email from access."user" u where u.id = $2)
          where id = any ($1)`,
        values: [services, actor.userId],
      },
    ];
  },
});
