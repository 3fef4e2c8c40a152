import type { z } from 'zod';
import { withdrawConsentSchema } from '../people/index.ts';
import { handler, refuse } from '../platform/commands/handler.ts';
import { deskRoles } from '../platform/database/actor.ts';

/** Withdrawal closes what was shared under the consent: the receiver loses sight of it and the copy is wiped. */
export const withdrawConsent = handler<z.infer<typeof withdrawConsentSchema>, { caseId: string; withdrawn: boolean } | undefined>({
  kind: 'people.withdraw_consent',
  schema: withdrawConsentSchema,
  roles: deskRoles,
  async load(tx, { consentId }) {
    const { rows } = await tx.query(
      'select case_id as "caseId", withdrawn_at is not null as withdrawn from people.consent where id = $1 for update',
      [consentId],
    );
    return rows[0];
  },
  decide(consent, payload, _actor, _now, at) {
    if (!consent) return refuse('consent_not_found');
    if (consent.withdrawn) return refuse('consent_already_withdrawn');
    return {
      events: [
        { kind: 'consent_withdrawn', subjectKind: 'case', subjectId: consent.caseId, payload: { ...payload, at: at.toISOString() } },
      ],
    };
  },
  write({ payload }) {
    return [
      { text: 'update people.consent set withdrawn_at = $2 where id = $1', values: [payload['consentId'], payload['at']] },
      {
        text: `update referrals.referral set status = 'withdrawn', shared = '{}' where consent_id = $1 and status <> 'withdrawn'`,
        values: [payload['consentId']],
      },
    ];
  },
});
