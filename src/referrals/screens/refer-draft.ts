import type { ShareableField } from '../../people/contract.ts';
import {
  type AnswerDraft,
  type AnswerErrors,
  answerPayload,
  type Asked,
  emptyAnswer,
  missingInAnswer,
} from '../../people/screens/index.ts';
import { uuidv7 } from '../../workspace/identifier.ts';
import type { Change } from '../../workspace/outbox/sender.ts';
import type { priorities } from '../contract.ts';

export interface ReferDraft extends AnswerDraft {
  receiverId: string;
  serviceId: string;
  fields: ShareableField[];
  priority: (typeof priorities)[number];
  reason: string;
  /** The person said no before and wants to be asked again. */
  asksAgain: boolean;
}
export const emptyRefer = (spoken?: string): ReferDraft => ({
  ...emptyAnswer(spoken),
  receiverId: '',
  serviceId: '',
  fields: [],
  priority: 'normal',
  reason: '',
  asksAgain: false,
});

export type ReferErrors = AnswerErrors & Partial<Record<'receiverId' | 'fields' | 'reason', string>>;
/** Translation keys of what is still missing, by field. */
export function missingIn(draft: ReferDraft, asked: Asked): ReferErrors {
  return {
    ...(draft.receiverId === '' ? { receiverId: 'refer.partner.missing' } : {}),
    ...(draft.fields.length === 0 ? { fields: 'refer.fields.missing' } : {}),
    ...missingInAnswer(draft, asked),
    ...(draft.reason.trim() === '' ? { reason: 'refer.reason.missing' } : {}),
  };
}

/** What the person said to sharing with this partner. */
export const answerOf = (caseId: string, draft: ReferDraft, asked: Asked, answer: 'given' | 'refused', consentId = uuidv7()): Change => ({
  kind: 'people.record_consent',
  payload: {
    consentId,
    caseId,
    recipientOrganizationId: draft.receiverId,
    purpose: 'referral',
    answer,
    fields: draft.fields,
    ...answerPayload(draft, asked),
  },
});

/** The consent, then the referral that rests on it. */
export function changesOf(caseId: string, draft: ReferDraft, asked: Asked): Change[] {
  const consentId = uuidv7();
  return [
    answerOf(caseId, draft, asked, 'given', consentId),
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
