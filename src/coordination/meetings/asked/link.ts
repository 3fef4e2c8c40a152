import { readLink, signLink } from '../../../platform/signed-link.ts';

const purpose = 'meeting-answer';
/** Whether an answer is still taken is the meeting's to say; a link outlives one that is put off. */
const days = 366;

/** Where an invitation is answered without signing in. */
export const answerPath = (secret: string, language: string, invitationId: string, now: Date): string =>
  `/${language}/meetings/answer/${signLink(secret, purpose, invitationId, now, days)}`;

/** The invitation a link was made for; `undefined` when it is forged, cut or over. */
export const readAnswerToken = (secret: string, token: string, now: Date): string | undefined => readLink(secret, purpose, token, now);

const followed = 'meetings-calendar';
/** A calendar goes on asking for years: three, and then it is subscribed to again. */
const daysFollowed = 1096;

/** Where an organisation's calendar asks for its meetings. */
export const calendarPath = (secret: string, language: string, organizationId: string, now: Date): string =>
  `/${language}/meetings/calendar/${signLink(secret, followed, organizationId, now, daysFollowed)}/meetings.ics`;

/** The organisation whose calendar asks; `undefined` when the address is forged, cut or over. */
export const readCalendarToken = (secret: string, token: string, now: Date): string | undefined => readLink(secret, followed, token, now);
