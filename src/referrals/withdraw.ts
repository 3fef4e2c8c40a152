import type { z } from 'zod';
import { withdrawConsentSchema } from '../people/index.ts';
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

/** Days in which the cell answers someone who wants their file gone (law 09-08, article 8). */
const daysToErase = 10;

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
            at: at.toISOString(),
          },
        },
      ],
    };
  },
  write({ payload: p }, { organizationId, userId }) {
    const purposes = p['purposes'] as string[];
    return [
      {
        text: 'update people.consent set withdrawn_at = $2, withdrawn_by = $3 where id = any ($1)',
        values: [p['consentIds'], p['at'], userId],
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
      // To erase is more than a desk may do alone: the plan reminds of it until it is done.
      ...(purposes.includes('file')
        ? [
            {
              text: `insert into cases.step (id, organization_id, case_id, title, due_on, added_by, added_at)
                     values (gen_random_uuid(), $1, $2, $3, ($5::timestamptz + $6 * interval '1 day')::date, $4, $5)`,
              values: [
                organizationId,
                p['caseId'],
                'Effacer ou rendre anonyme ce dossier, comme la personne le demande · محو هذا الملف أو إخفاء هويته بطلب من الشخص',
                userId,
                p['at'],
                daysToErase,
              ],
            },
          ]
        : []),
    ];
  },
});
