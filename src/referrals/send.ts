import type { z } from 'zod';
import { type CaseStatus, isClosed } from '../cases/index.ts';
import { type ConsentState, type ShareableField, stateOf } from '../people/index.ts';
import { handler, refuse } from '../platform/commands/handler.ts';
import { deskRoles } from '../platform/database/actor.ts';
import { referenceOf } from '../platform/reference.ts';
import { sendReferralSchema } from './contract.ts';
import { answerHours } from './rules.ts';

interface Consent {
  recipientOrganizationId: string;
  fields: ShareableField[];
  answer: 'given' | 'refused';
  /** ISO. */
  withdrawnAt: string | null;
  expiresAt: string | null;
}
interface SendState {
  caseStatus: CaseStatus | undefined;
  consent: Consent | undefined;
  receiverAnswers: boolean;
  serviceFits: boolean;
  /** Everything that may be shared; the consent chooses. */
  file: Partial<Record<ShareableField, unknown>>;
}

const notStanding: Record<Exclude<ConsentState, 'stands'>, string> = {
  refused: 'consent_refused',
  withdrawn: 'consent_already_withdrawn',
  expired: 'consent_expired',
};

/** Only the fields the person agreed to, and of those only what is known. */
export function choose(file: SendState['file'], fields: readonly ShareableField[]): Record<string, unknown> {
  return Object.fromEntries(fields.filter((f) => file[f] !== null && file[f] !== undefined).map((f) => [f, file[f]]));
}

export const sendReferral = handler<z.infer<typeof sendReferralSchema>, SendState>({
  kind: 'referrals.send',
  schema: sendReferralSchema,
  roles: deskRoles,
  async load(tx, { caseId, consentId, serviceId }) {
    const { rows } = await tx.query({
      name: 'referral-state',
      text: `select c.status as "caseStatus",
         case when k.id is not null then jsonb_build_object('recipientOrganizationId', k.recipient_organization_id, 'fields', k.fields,
           'answer', k.answer, 'expiresAt', k.expires_at, 'withdrawnAt', k.withdrawn_at) end as consent,
         exists (select from access.organization_answers(k.recipient_organization_id)) as "receiverAnswers",
         $3::uuid is null or exists (select from directory.service s where s.id = $3 and s.organization_id = k.recipient_organization_id) as "serviceFits",
         jsonb_build_object('name', p.name, 'phone', p.phone, 'language', coalesce(p.language, v.language), 'needs', c.needs, 'summary', c.summary,
           'audience', coalesce(p.audience, v.audience), 'sex', coalesce(p.sex, v.sex), 'age_band', v.age_band) as file
       from cases."case" c
       left join people.consent k on k.id = $2 and k.case_id = c.id
       left join people.person p on p.id = people.standing_for(c.person_id)
       left join desk.visit v on v.id = c.visit_id
       where c.id = $1`,
      values: [caseId, consentId, serviceId],
    });
    const row = rows[0];
    if (!row) return { caseStatus: undefined, consent: undefined, receiverAnswers: false, serviceFits: false, file: {} };
    return { ...row, consent: row.consent ?? undefined };
  },
  decide({ caseStatus, consent, receiverAnswers, serviceFits, file }, payload, actor, now, at) {
    if (!caseStatus) return refuse('case_not_found');
    if (isClosed(caseStatus)) return refuse('case_already_closed');
    if (!consent) return refuse('consent_missing');
    const state = stateOf(consent, false, now);
    if (state !== 'stands') return refuse(notStanding[state]);
    if (!receiverAnswers) return refuse('receiver_not_on_platform');
    if (!serviceFits) return refuse('service_of_another_organization');
    const reference = referenceOf(payload.referralId);
    const due = new Date(at.getTime() + answerHours[payload.priority] * 3_600_000);
    return {
      events: [
        {
          kind: 'referral_sent',
          subjectKind: 'referral',
          subjectId: payload.referralId,
          payload: {
            ...payload,
            reference,
            organizationId: actor.organizationId,
            receiverOrganizationId: consent.recipientOrganizationId,
            shared: choose(file, consent.fields),
            at: at.toISOString(),
            dueAt: due.toISOString(),
          },
        },
      ],
      jobs: [{ name: 'tell_about_referral', data: { referral: payload.referralId, kind: 'referral_received' } }],
      result: { referralId: payload.referralId, reference },
    };
  },
  write({ payload: p }, actor) {
    return [
      {
        name: 'referral-sent',
        text: `insert into referrals.referral (id, organization_id, receiver_organization_id, reference, case_id, consent_id, service_id, priority, reason,
         shared, status, sent_by, sent_at, answer_due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'sent', $11, $12, $13)`,
        values: [
          p['referralId'],
          p['organizationId'],
          p['receiverOrganizationId'],
          p['reference'],
          p['caseId'],
          p['consentId'],
          p['serviceId'] ?? null,
          p['priority'],
          p['reason'],
          p['shared'],
          actor.userId,
          p['at'],
          p['dueAt'],
        ],
      },
    ];
  },
});
