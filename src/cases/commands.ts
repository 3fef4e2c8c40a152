import type { z } from 'zod';
import { handler, refuse } from '../platform/commands/handler.ts';
import { deskRoles } from '../platform/database/actor.ts';
import { referenceOf } from '../platform/reference.ts';
import { closeCaseSchema, openCaseSchema } from './contract.ts';

export const openCase = handler<z.infer<typeof openCaseSchema>, { visitFound: boolean; visitHasCase: boolean }>({
  kind: 'cases.open',
  schema: openCaseSchema,
  roles: deskRoles,
  async load(tx, { visitId }) {
    if (!visitId) return { visitFound: true, visitHasCase: false };
    const { rows } = await tx.query(
      `select exists (select from desk.visit where id = $1) as "visitFound",
              exists (select from cases."case" where visit_id = $1) as "visitHasCase"`,
      [visitId],
    );
    return rows[0];
  },
  decide(state, payload, _actor, _now, at) {
    if (!state.visitFound) return refuse('visit_not_found');
    if (state.visitHasCase) return refuse('case_already_open');
    const reference = referenceOf(payload.caseId);
    return {
      events: [
        {
          kind: 'case_opened',
          subjectKind: 'case',
          subjectId: payload.caseId,
          payload: { ...payload, reference, at: at.toISOString() },
        },
      ],
      result: { caseId: payload.caseId, reference },
    };
  },
  write({ payload }, actor) {
    const p = payload as z.infer<typeof openCaseSchema> & { reference: string; at: string };
    const person = p.person && {
      text: `insert into people.person (id, organization_id, name, phone, language, contact_preference, created_by)
         values ($1, $2, $3, $4, $5, $6, $7)`,
      values: [
        p.person.personId,
        actor.organizationId,
        p.person.name,
        p.person.phone,
        p.person.language,
        p.person.contactPreference,
        actor.userId,
      ],
    };
    return [
      ...(person ? [person] : []),
      {
        text: `insert into cases."case" (id, organization_id, reference, visit_id, person_id, needs, summary, opened_by, opened_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        values: [p.caseId, actor.organizationId, p.reference, p.visitId, p.person?.personId, p.needs, p.summary, actor.userId, p.at],
      },
    ];
  },
});

export const closeCase = handler<z.infer<typeof closeCaseSchema>, { status: string | undefined; pendingReferrals: number }>({
  kind: 'cases.close',
  schema: closeCaseSchema,
  roles: deskRoles,
  async load(tx, { caseId }) {
    const { rows } = await tx.query(
      `select c.status, (select count(*) from referrals.referral r where r.case_id = c.id and r.status in ('sent', 'accepted')) as "pendingReferrals"
       from cases."case" c where c.id = $1 for update`,
      [caseId],
    );
    return rows[0] ?? { status: undefined, pendingReferrals: 0 };
  },
  decide({ status, pendingReferrals }, payload, _actor, _now, at) {
    if (!status) return refuse('case_not_found');
    if (status !== 'open') return refuse('case_already_closed');
    if (pendingReferrals > 0) return refuse('referral_still_open');
    return {
      events: [{ kind: 'case_closed', subjectKind: 'case', subjectId: payload.caseId, payload: { ...payload, at: at.toISOString() } }],
    };
  },
  write({ payload }) {
    return [
      {
        text: 'update cases."case" set status = $2, closed_at = $3 where id = $1',
        values: [payload['caseId'], payload['status'], payload['at']],
      },
    ];
  },
});
