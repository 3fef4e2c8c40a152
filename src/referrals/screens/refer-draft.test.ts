import { expect, it } from 'vitest';
import { recordConsentSchema } from '../../people/contract.ts';
import { sendReferralSchema } from '../contract.ts';
import { answerOf, changesOf, emptyRefer, missingIn, type ReferDraft } from './refer-draft.ts';

const caseId = '0197f0a0-0000-7000-8000-000000000002';
const draft: ReferDraft = {
  ...emptyRefer(),
  receiverId: '0b7d0c1e-5a01-4c11-8a01-000000000001',
  fields: ['name'],
  givenHow: 'spoken',
  reason: ' Un premier rendez-vous ',
};

const asked = { isMinor: false, minorSituation: null };

it('nothing is ticked on the person’s behalf', () => {
  expect(Object.keys(missingIn(emptyRefer(), asked))).toEqual(['receiverId', 'fields', 'givenHow', 'reason']);
});
it('the referral rests on the consent recorded just before it', () => {
  const [consent, referral] = changesOf(caseId, draft, asked);
  expect(recordConsentSchema.safeParse(consent?.payload).error).toBeUndefined();
  expect(sendReferralSchema.safeParse(referral?.payload).error).toBeUndefined();
  expect(referral?.payload.consentId).toBe(consent?.payload.consentId);
});
it('a no to a partner is a change of its own, and says nothing of what might have been shared in whose name', () => {
  const refused = answerOf(caseId, { ...emptyRefer(), receiverId: draft.receiverId }, asked, 'refused');
  expect(recordConsentSchema.safeParse(refused.payload).error).toBeUndefined();
});
it('a child’s wish is asked for, and the adult who answers', () => {
  const child = { isMinor: true, minorSituation: 'with_parents' };
  expect(missingIn(draft, child)).toEqual({ givenHow: 'consent.adult_missing', childsWish: 'consent.childs_wish.missing' });
  expect(missingIn({ ...draft, childsWish: 'agrees' }, { ...child, minorSituation: 'unaccompanied' })).toEqual({});
  const whole: ReferDraft = {
    ...draft,
    childsWish: 'agrees',
    givenHow: 'by_representative',
    representativeName: 'Mère Inventée',
    representativeLink: 'mother',
  };
  expect(missingIn(whole, child)).toEqual({});
  expect(recordConsentSchema.safeParse(changesOf(caseId, whole, child)[0]?.payload).error).toBeUndefined();
});
