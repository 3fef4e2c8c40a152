import { expect, it } from 'vitest';
import { recordConsentSchema } from '../../people/contract.ts';
import { sendReferralSchema } from '../contract.ts';
import { changesOf, emptyRefer, missingIn, type ReferDraft } from './refer-draft.ts';

const caseId = '0197f0a0-0000-7000-8000-000000000002';
const draft: ReferDraft = {
  ...emptyRefer,
  receiverId: '0b7d0c1e-5a01-4c11-8a01-000000000001',
  fields: ['name'],
  givenHow: 'spoken',
  reason: ' Un premier rendez-vous ',
};

it('nothing is ticked on the person’s behalf', () => {
  expect(Object.keys(missingIn(emptyRefer))).toEqual(['receiverId', 'fields', 'givenHow', 'reason']);
});
it('the referral rests on the consent recorded just before it', () => {
  const [consent, referral] = changesOf(caseId, draft);
  expect(recordConsentSchema.safeParse(consent?.payload).error).toBeUndefined();
  expect(sendReferralSchema.safeParse(referral?.payload).error).toBeUndefined();
  expect(referral?.payload.consentId).toBe(consent?.payload.consentId);
});
