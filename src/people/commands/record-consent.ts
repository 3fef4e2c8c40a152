import type { z } from 'zod';
import { handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { recordConsentSchema } from '../contract.ts';

const day = 86_400_000;

export const recordConsent = handler<
  z.infer<typeof recordConsentSchema>,
  { caseFound: boolean; hasPerson: boolean; recipientFound: boolean }
>({
  kind: 'people.record_consent',
  schema: recordConsentSchema,
  roles: deskRoles,
  async load(tx, { caseId, recipientOrganizationId }) {
    const { rows } = await tx.query(
      `select exists (select from cases."case" where id = $1) as "caseFound",
              exists (select from cases."case" where id = $1 and person_id is not null) as "hasPerson",
              $2::uuid is null or exists (select from directory.organization where id = $2 and vanished_at is null) as "recipientFound"`,
      [caseId, recipientOrganizationId],
    );
    return rows[0];
  },
  decide(state, payload, actor, _now, at) {
    if (!state.caseFound) return refuse('case_not_found');
    if (!state.recipientFound) return refuse('organization_not_found');
    if (payload.recipientOrganizationId === actor.organizationId) return refuse('consent_to_oneself');
    // Consent to share a name nobody wrote down would read later as if one had been shared.
    if (!state.hasPerson && payload.fields.some((f) => f === 'name' || f === 'phone')) return refuse('case_has_no_person');
    const expiresAt = new Date(at.getTime() + payload.expiresInDays * day).toISOString();
    return {
      events: [
        { kind: 'consent_given', subjectKind: 'case', subjectId: payload.caseId, payload: { ...payload, at: at.toISOString(), expiresAt } },
      ],
    };
  },
  write({ payload: p }, actor) {
    return [
      {
        text: `insert into people.consent (id, organization_id, case_id, recipient_organization_id, purpose, fields, given_how, explained_in, explained_by, given_at, expires_at, interpreter)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        values: [
          p['consentId'],
          actor.organizationId,
          p['caseId'],
          p['recipientOrganizationId'],
          p['purpose'],
          p['fields'],
          p['givenHow'],
          p['explainedIn'],
          actor.userId,
          p['at'],
          p['expiresAt'],
          p['interpreter'],
        ],
      },
    ];
  },
});
