import { deskRoles } from '../platform/database/actor.ts';
import { type Decision, handler, refuse } from '../platform/commands/handler.ts';
import { referenceOf } from '../platform/reference.ts';
import { orientSchema, type RecordVisit, recordVisitSchema } from './contract.ts';

interface VisitState {
  personFound: boolean;
  caseFound: boolean;
  previousFound: boolean;
}
export function decideRecordVisit(state: VisitState, visit: RecordVisit, at: Date): Decision {
  if (!state.personFound) return refuse('person_not_found');
  if (!state.caseFound) return refuse('case_not_found');
  if (!state.previousFound) return refuse('visit_not_found');
  const reference = referenceOf(visit.visitId);
  return {
    events: [
      { kind: 'visit_recorded', subjectKind: 'visit', subjectId: visit.visitId, payload: { ...visit, reference, at: at.toISOString() } },
    ],
    result: { visitId: visit.visitId, reference },
  };
}

export const recordVisit = handler<RecordVisit, VisitState>({
  kind: 'desk.record_visit',
  schema: recordVisitSchema,
  roles: deskRoles,
  async load(tx, { personId, aboutCaseId, previousVisitId }) {
    if (!personId && !aboutCaseId && !previousVisitId) return { personFound: true, caseFound: true, previousFound: true };
    const { rows } = await tx.query(
      `select $1::uuid is null or exists (select from people.person where id = $1) as "personFound",
              $2::uuid is null or exists (select from cases."case" where id = $2) as "caseFound",
              $3::uuid is null or exists (select from desk.visit where id = $3) as "previousFound"`,
      [personId, aboutCaseId, previousVisitId],
    );
    return rows[0];
  },
  decide: (state, visit, _actor, _now, at) => decideRecordVisit(state, visit, at),
  write({ payload }, actor) {
    const { group } = payload as RecordVisit;
    return [
      {
        name: 'visit',
        text: `insert into desk.visit (id, organization_id, reference, at, audience, needs, language, sex, age_band, channel, outcome, commune_code, note,
         emergency, people, attention, person_id, about_case_id, previous_visit_id, recorded_by)
       select x."visitId", $2, x.reference, x.at, x.audience, x.needs, x.language, x.sex, x."ageBand", x.channel, x.outcome, x."communeCode", x.note,
         x.emergency, coalesce((x."group" ->> 'people')::int, 1), coalesce(x."group" -> 'attention', '{}'), x."personId", x."aboutCaseId", x."previousVisitId", $3
       from jsonb_to_record($1) as x("visitId" uuid, reference text, at timestamptz, audience text, needs text[], language text, sex text,
         "ageBand" text, channel text, outcome text, "communeCode" text, note text, emergency boolean, "group" jsonb,
         "personId" uuid, "aboutCaseId" uuid, "previousVisitId" uuid)`,
        values: [payload, actor.organizationId, actor.userId],
      },
      ...(group?.profiles.length
        ? [
            {
              text: `insert into desk.visit_profile (organization_id, visit_id, sex, age_band, people)
                     select $1, $2, p.sex, p."ageBand", p.people from jsonb_to_recordset($3) as p(sex text, "ageBand" text, people smallint)`,
              values: [actor.organizationId, payload['visitId'], JSON.stringify(group.profiles)],
            },
          ]
        : []),
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
