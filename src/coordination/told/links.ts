import { readLink, signLink } from '../../platform/signed-link.ts';

/** An answer to a reminder; a person's choice of how often to be told. In days. */
const purposes = { asked: { key: 'action-asked', days: 30 }, told: { key: 'digest-told', days: 90 } } as const;
type Purpose = keyof typeof purposes;

/** What stands in a letter about the thread. */
export const threadToken = (purpose: Purpose, secret: string, id: string, now: Date): string =>
  signLink(secret, purposes[purpose].key, id, now, purposes[purpose].days);

/** The reminder or the person a link was made for; `undefined` when it is forged, cut or over. */
export const readThreadToken = (purpose: Purpose, secret: string, token: string, now: Date): string | undefined =>
  readLink(secret, purposes[purpose].key, token, now);
