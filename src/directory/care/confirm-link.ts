import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '../../platform/database/secrets.ts';

/** A link serves for this many days, and for the confirmation of one organisation only. */
export const daysValid = 30;
const pattern = /^([0-9a-f-]{36})\.(\d{4}-\d{2}-\d{2})\.([A-Za-z0-9_-]{43})$/;

const sign = (secret: string, said: string): string =>
  createHmac('sha256', deriveKey(secret, 'confirm-link')).update(said).digest('base64url');

/** What stands in the link of a reminder. */
export function confirmToken(secret: string, organizationId: string, now: Date): string {
  const lastDay = new Date(now.getTime() + daysValid * 86_400_000).toISOString().slice(0, 10);
  const said = `${organizationId}.${lastDay}`;
  return `${said}.${sign(secret, said)}`;
}

/** The organisation a link was made for; `undefined` when it is forged, cut or over. */
export function readConfirmToken(secret: string, token: string, now: Date): string | undefined {
  const [, organizationId, lastDay, signature] = pattern.exec(token) ?? [];
  if (!organizationId || !lastDay || !signature || lastDay < now.toISOString().slice(0, 10)) return undefined;
  const expected = Buffer.from(sign(secret, `${organizationId}.${lastDay}`));
  return timingSafeEqual(Buffer.from(signature), expected) ? organizationId : undefined;
}
