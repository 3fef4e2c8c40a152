import {
  type ConsentSpan,
  type consentWays,
  type childsWishes,
  type representativeLinks,
  type SpokenText,
  textVersion,
} from '../../lists.ts';
import type { RecordConsentGiven } from '../contract.ts';
import { mayAnswerAlone } from '../rules.ts';
import { textFor } from './spoken-words.ts';

/** How an answer was given, as it is typed. */
export interface AnswerDraft {
  givenHow: (typeof consentWays)[number] | '';
  explainedIn: string;
  textLanguage: SpokenText;
  interpreter: string;
  representativeName: string;
  representativeLink: (typeof representativeLinks)[number] | '';
  childsWish: (typeof childsWishes)[number] | '';
  until: ConsentSpan;
}
export const emptyAnswer = (spoken = 'ary'): AnswerDraft => ({
  givenHow: '',
  explainedIn: spoken,
  textLanguage: textFor(spoken),
  interpreter: '',
  representativeName: '',
  representativeLink: '',
  childsWish: '',
  until: 'request',
});

/** Who is asked, as far as it changes what must be said. */
export interface Asked {
  isMinor: boolean;
  minorSituation: string | null;
}

export type AnswerErrors = Partial<Record<'givenHow' | 'representativeName' | 'representativeLink' | 'childsWish', string>>;
/** Translation keys of what is still missing of a yes, by field. */
export function missingInAnswer(draft: AnswerDraft, { isMinor, minorSituation }: Asked): AnswerErrors {
  const needsAdult = isMinor && !mayAnswerAlone(minorSituation);
  return {
    ...(draft.givenHow === '' ? { givenHow: 'refer.given_how.missing' } : {}),
    ...(needsAdult && draft.givenHow !== '' && draft.givenHow !== 'by_representative' ? { givenHow: 'consent.adult_missing' } : {}),
    ...(draft.givenHow === 'by_representative' && draft.representativeName.trim() === ''
      ? { representativeName: 'consent.representative.missing' }
      : {}),
    ...(draft.givenHow === 'by_representative' && draft.representativeLink === ''
      ? { representativeLink: 'consent.representative.link.missing' }
      : {}),
    ...(isMinor && draft.childsWish === '' ? { childsWish: 'consent.childs_wish.missing' } : {}),
  };
}

type AnswerPayload = Pick<
  RecordConsentGiven,
  'givenHow' | 'explainedIn' | 'read' | 'interpreter' | 'representative' | 'childsWish' | 'until'
>;
/** What the command says of how it was answered. Someone who says no need not say how. */
export function answerPayload(draft: AnswerDraft, { isMinor }: Pick<Asked, 'isMinor'>): AnswerPayload {
  const { representativeName: name, representativeLink: link, interpreter } = draft;
  const byOther = draft.givenHow === 'by_representative' && name.trim() !== '' && link !== '';
  return {
    givenHow: draft.givenHow === '' || (draft.givenHow === 'by_representative' && !byOther) ? 'spoken' : draft.givenHow,
    explainedIn: draft.explainedIn,
    read: { version: textVersion, language: draft.textLanguage },
    ...(interpreter.trim() ? { interpreter: interpreter.trim() } : {}),
    ...(byOther ? { representative: { name: name.trim(), link } } : {}),
    ...(isMinor && draft.childsWish !== '' ? { childsWish: draft.childsWish } : {}),
    until: draft.until,
  };
}
