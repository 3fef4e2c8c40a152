import { readLink, signLink } from '../../../platform/signed-link.ts';

const purpose = 'meeting-presence';
/** It may be printed long before; it works on the days of the meeting alone, which the database sees to. */
const days = 366;

/** Where those who are in the room count themselves. */
export const presencePath = (secret: string, language: string, meetingId: string, now: Date): string =>
  `/${language}/meetings/present/${signLink(secret, purpose, meetingId, now, days)}`;

/** The meeting a code was made for; `undefined` when it is forged, cut or over. */
export const readPresenceToken = (secret: string, token: string, now: Date): string | undefined => readLink(secret, purpose, token, now);
