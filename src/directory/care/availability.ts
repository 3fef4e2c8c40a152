import type { z } from 'zod';
import type { PoolClient } from 'pg';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { mayKeep } from './acting.ts';
import { addChange } from './change-statements.ts';
import { careRoles, setAvailabilitySchema } from './contract.ts';

type SetAvailability = z.infer<typeof setAvailabilitySchema>;
interface Said {
  state: string;
  places: number | null;
  until: string | null;
}
interface AvailabilityState {
  organizationId: string;
  before: Said | null;
}

export const setAvailability: AnyHandler = handler<SetAvailability, AvailabilityState | undefined>({
  kind: 'directory.set_availability',
  schema: setAvailabilitySchema,
  roles: careRoles,
  async load(tx: PoolClient, { serviceId }) {
    const { rows } = await tx.query<AvailabilityState>(
      `select s.organization_id as "organizationId", case when a.service_id is not null
         then jsonb_build_object('state', a.state, 'places', a.places, 'until', a.until) end as before
       from directory.service s left join directory.availability a on a.service_id = s.id where s.id = $1 and s.vanished_at is null`,
      [serviceId],
    );
    return rows[0];
  },
  decide(service, { changeId, serviceId, availability }, actor) {
    if (!service) return refuse('service_not_found');
    const { organizationId, before } = service;
    if (!mayKeep(actor, organizationId)) return refuse('not_allowed');
    return {
      events: [
        {
          kind: 'availability_set',
          subjectKind: 'service',
          subjectId: serviceId,
          payload: { changeId, serviceId, organizationId, before, after: availability },
        },
      ],
    };
  },
  write({ payload }, actor) {
    const { changeId, serviceId, organizationId, before, after } = payload as {
      changeId: string;
      serviceId: string;
      organizationId: string;
      before: Said | null;
      after: Said | null;
    };
    return [
      addChange(
        {
          id: changeId,
          entity: 'service',
          entityId: serviceId,
          organizationId,
          kind: 'availability',
          before: { availability: before },
          after: { availability: after },
          state: 'applied',
        },
        actor,
      ),
      after === null
        ? { text: 'delete from directory.availability where service_id = $1', values: [serviceId] }
        : {
            text: `insert into directory.availability (service_id, state, places, until) values ($1, $2, $3, $4)
              on conflict (service_id) do update set state = excluded.state, places = excluded.places, until = excluded.until, updated_at = now()`,
            values: [serviceId, after.state, after.places, after.until],
          },
    ];
  },
});
