import { readLink, signLink } from '../../../platform/signed-link.ts';

const purpose = 'meeting-answer';
/** Whether an answer is still taken is the meeting's to say; a link outlives one that is put off. */
const days = 366;

/** Where an invitation is answered without signing in. */
export const answerPath = (secret: string, language: string, invitationId: string, now: Date): string =>
  `/${language}/meetings/answer/${signLink(secret, purpose, invitationId, now, days)}`;

/** The invitation a link was made for; `undefined` when it is forged, cut or over. */
export const readAnswerToken = (secret: string, token: string, now: Date): string | undefined => readLink(secret, purpose, token, now);
