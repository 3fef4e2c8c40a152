import { readLink, signLink } from '../../platform/signed-link.ts';

/** A link serves for this many days, and for the confirmation of one organisation only. */
export const daysValid = 30;
const purpose = 'confirm-link';

/** What stands in the link of a reminder. */
export const confirmToken = (secret: string, organizationId: string, now: Date): string =>
  signLink(secret, purpose, organizationId, now, daysValid);

/** The organisation a link was made for; `undefined` when it is forged, cut or over. */
export const readConfirmToken = (secret: string, token: string, now: Date): string | undefined => readLink(secret, purpose, token, now);
