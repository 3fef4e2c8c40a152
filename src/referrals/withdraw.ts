import type { z } from 'zod';
import { openErasure, withdrawConsentSchema } from '../people/index.ts';
import { handler, refuse } from '../platform/commands/handler.ts';
import { deskRoles } from '../platform/database/actor.ts';

interface Given {
  caseId: string;
  purpose: string;
  answer: string;
  withdrawn: boolean;
  personId: string | null;
  /** Who no longer wants a file agrees to nothing else of it either. */
  others: { id: string; purpose: string }[];
}

/** Takes an agreement back, with all that rests on it: shares close and their copies are wiped, calls stop, photographs go. */
export const withdrawConsent = handler<z.infer<typeof withdrawConsentSchema>, Given | undefined>({
  kind: 'people.withdraw_consent',
  schema: withdrawConsentSchema,
  roles: deskRoles,
  async load(tx, { consentId }) {
    const { rows } = await tx.query(
      `select k.case_id as "caseId", k.purpose, k.answer, k.withdrawn_at is not null as withdrawn,
         people.standing_for(c.person_id) as "personId",
         case when k.purpose = 'file' then
           (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'purpose', o.purpose)), '[]') from people.consent o
            where o.case_id = k.case_id and o.id <> k.id and o.answer = 'given' and o.withdrawn_at is null)
         else '[]' end as others
       from people.consent k join cases."case" c on c.id = k.case_id where k.id = $1 for update of k`,
      [consentId],
    );
    return rows[0];
  },
  decide(consent, { consentId }, _actor, _now, at) {
    if (!consent) return refuse('consent_not_found');
    if (consent.answer === 'refused') return refuse('consent_refused');
    if (consent.withdrawn) return refuse('consent_already_withdrawn');
    const { caseId, personId, purpose, others } = consent;
    return {
      events: [
        {
          kind: 'consent_withdrawn',
          subjectKind: 'case',
          subjectId: caseId,
          payload: {
            consentIds: [consentId, ...others.map((o) => o.id)],
            caseId,
            purposes: [...new Set([purpose, ...others.map((o) => o.purpose)])],
            ...(personId ? { personId } : {}),
            ...(purpose === 'file' ? { erasureId: consentId } : {}),
            at: at.toISOString(),
          },
        },
      ],
    };
  },
  write({ payload: p }, actor) {
    const purposes = p['purposes'] as string[];
    return [
      {
        text: 'update people.consent set withdrawn_at = $2, withdrawn_by = $3 where id = any ($1)',
        values: [p['consentIds'], p['at'], actor.userId],
      },
      {
        text: `update referrals.referral set status = 'withdrawn', shared = '{}' where consent_id = any ($1) and status <> 'withdrawn'`,
        values: [p['consentIds']],
      },
      ...(purposes.includes('contact') && p['personId']
        ? [
            {
              text: `update people.person set contact_preference = 'do_not_contact', updated_at = now() where id = $1`,
              values: [p['personId']],
            },
          ]
        : []),
      ...(purposes.includes('photo')
        ? [{ text: 'select cases.wipe_attachments($1, $2)', values: [p['caseId'], 'Accord retiré par la personne · سحب الشخص موافقته'] }]
        : []),
      // To erase is more than a desk may do alone: the head of the cell is asked, under the number of this consent.
      ...(purposes.includes('file')
        ? [
            openErasure(
              {
                erasureId: String(p['erasureId']),
                personId: p['personId'] as string | undefined,
                caseId: String(p['caseId']),
                cause: 'consent_withdrawn',
                at: String(p['at']),
              },
              actor,
            ),
          ]
        : []),
    ];
  },
});
