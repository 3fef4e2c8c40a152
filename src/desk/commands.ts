import { deskRoles } from '../platform/database/actor.ts';
import { type Decision, handler, refuse } from '../platform/commands/handler.ts';
import { referenceOf } from '../platform/reference.ts';
import { orientSchema, type RecordVisit, recordVisitSchema } from './contract.ts';

export function decideRecordVisit(visit: RecordVisit, at: Date): Decision {
  const reference = referenceOf(visit.visitId);
  return {
    events: [
      { kind: 'visit_recorded', subjectKind: 'visit', subjectId: visit.visitId, payload: { ...visit, reference, at: at.toISOString() } },
    ],
    result: { visitId: visit.visitId, reference },
  };
}

export const recordVisit = handler<RecordVisit, undefined>({
  kind: 'desk.record_visit',
  schema: recordVisitSchema,
  roles: deskRoles,
  load: async () => undefined,
  decide: (_state, visit, _actor, _now, at) => decideRecordVisit(visit, at),
  write({ payload }, actor) {
    return [
      {
        text: `insert into desk.visit (id, organization_id, reference, at, audience, needs, language, sex, age_band, channel, outcome, commune_code, note, recorded_by)
       select x."visitId", $2, x.reference, x.at, x.audience, x.needs, x.language, x.sex, x."ageBand", x.channel, x.outcome, x."communeCode", x.note, $3
       from jsonb_to_record($1) as x("visitId" uuid, reference text, at timestamptz, audience text, needs text[], language text, sex text,
         "ageBand" text, channel text, outcome text, "communeCode" text, note text)`,
        values: [payload, actor.organizationId, actor.userId],
      },
    ];
  },
});

export const orient = handler<
  { orientationId: string; visitId: string; serviceId: string },
  { visitFound: boolean; serviceFound: boolean }
>({
  kind: 'desk.orient',
  schema: orientSchema,
  roles: deskRoles,
  async load(tx, { visitId, serviceId }) {
    const { rows } = await tx.query(
      `select exists (select from desk.visit where id = $1) as "visitFound",
              exists (select from directory.service where id = $2 and vanished_at is null) as "serviceFound"`,
      [visitId, serviceId],
    );
    return rows[0];
  },
  decide(state, payload, _actor, _now, at) {
    if (!state.visitFound) return refuse('visit_not_found');
    if (!state.serviceFound) return refuse('service_not_found');
    return {
      events: [{ kind: 'oriented', subjectKind: 'visit', subjectId: payload.visitId, payload: { ...payload, at: at.toISOString() } }],
    };
  },
  write({ payload }, actor) {
    return [
      {
        text: 'insert into desk.orientation (id, organization_id, visit_id, service_id, at, recorded_by) values ($1, $2, $3, $4, $5, $6)',
        values: [payload['orientationId'], actor.organizationId, payload['visitId'], payload['serviceId'], payload['at'], actor.userId],
      },
    ];
  },
});
