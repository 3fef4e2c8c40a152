import type { consentWays, ShareableField } from '../../people/contract.ts';
import { uuidv7 } from '../../workspace/identifier.ts';
import type { Change } from '../../workspace/outbox/sender.ts';
import type { priorities } from '../contract.ts';

export interface ReferDraft {
  receiverId: string;
  serviceId: string;
  fields: ShareableField[];
  givenHow: (typeof consentWays)[number] | '';
  explainedIn: string;
  priority: (typeof priorities)[number];
  reason: string;
}
export const emptyRefer: ReferDraft = {
  receiverId: '',
  serviceId: '',
  fields: [],
  givenHow: '',
  explainedIn: 'ary',
  priority: 'normal',
  reason: '',
};

export type ReferErrors = Partial<Record<'receiverId' | 'fields' | 'givenHow' | 'reason', string>>;
/** Translation keys of what is still missing, by field. */
export function missingIn(draft: ReferDraft): ReferErrors {
  return {
    ...(draft.receiverId === '' ? { receiverId: 'refer.partner.missing' } : {}),
    ...(draft.fields.length === 0 ? { fields: 'refer.fields.missing' } : {}),
    ...(draft.givenHow === '' ? { givenHow: 'refer.given_how.missing' } : {}),
    ...(draft.reason.trim() === '' ? { reason: 'refer.reason.missing' } : {}),
  };
}

/** The consent, then the referral that rests on it. */
export function changesOf(caseId: string, draft: ReferDraft): Change[] {
  const consentId = uuidv7();
  return [
    {
      kind: 'people.record_consent',
      payload: {
        consentId,
        caseId,
        recipientOrganizationId: draft.receiverId,
        purpose: 'referral',
        fields: draft.fields,
        givenHow: draft.givenHow,
        explainedIn: draft.explainedIn,
      },
    },
    {
      kind: 'referrals.send',
      payload: {
        referralId: uuidv7(),
        caseId,
        consentId,
        ...(draft.serviceId ? { serviceId: draft.serviceId } : {}),
        priority: draft.priority,
        reason: draft.reason.trim(),
      },
    },
  ];
}
