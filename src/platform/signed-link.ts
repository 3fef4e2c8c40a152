import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from './database/secrets.ts';

const pattern = /^([0-9a-f-]{36})\.(\d{4}-\d{2}-\d{2})\.([A-Za-z0-9_-]{43})$/;

const sign = (secret: string, purpose: string, said: string): string =>
  createHmac('sha256', deriveKey(secret, purpose)).update(said).digest('base64url');

/** What stands in a link of a letter: the identifier of what it is about, its last day, and a signature that serves this purpose alone. */
export function signLink(secret: string, purpose: string, id: string, now: Date, days: number): string {
  const said = `${id}.${new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)}`;
  return `${said}.${sign(secret, purpose, said)}`;
}

/** What a link was made for; `undefined` when it is forged, cut, over, or serves another purpose. */
export function readLink(secret: string, purpose: string, token: string, now: Date): string | undefined {
  const [, id, lastDay, signature] = pattern.exec(token) ?? [];
  if (!id || !lastDay || !signature || lastDay < now.toISOString().slice(0, 10)) return undefined;
  const expected = Buffer.from(sign(secret, purpose, `${id}.${lastDay}`));
  return timingSafeEqual(Buffer.from(signature), expected) ? id : undefined;
}
