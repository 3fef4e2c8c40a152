import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse } from 'hono/utils/cookie';
import type { Pool } from 'pg';
import { gather } from '../platform/gather.ts';
import type { SignedIn, Sessions } from '../platform/http/context.ts';
import type { Auth } from './auth.ts';

const sessionQuery = `select s.token, u.id as "userId", u.name, u.email, u.language, (
    select coalesce(json_agg(json_build_object('organizationId', m.organization_id, 'organizationName', o.name, 'role', m.role)
      order by m.created_at, m.id), '[]')
    from access.membership m join directory.organization o on o.id = m.organization_id
    where m.user_id = u.id and m.ended_at is null) as memberships
  from access.session s join access."user" u on u.id = s.user_id
  where s.token = any ($1) and s.expires_at > now()`;

/** The value of a cookie that bears our signature. Checked on the spot: the web's own functions go to another thread and back for each of them. */
function readSigned(cookie: string, name: string, secret: string): string | undefined {
  const signed = parse(cookie, name)[name] ?? '';
  const value = signed.slice(0, Math.max(0, signed.lastIndexOf('.')));
  const given = Buffer.from(signed.slice(value.length + 1), 'base64');
  const expected = createHmac('sha256', secret).update(value).digest();
  return value && given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined;
}

/**
 * Reads the session better-auth wrote: its signed cookie, its row. Every request asks, so it is one prepared query,
 * shared by those who ask at the same time: its own `getSession` and the memberships after it took several times as long. It never prolongs; `/api/me` does.
 */
export function createSessions(auth: Auth, pool: Pool): Sessions {
  const holder = gather(async (tokens: string[]) => {
    const { rows } = await pool.query<SignedIn & { token: string }>({ name: 'access-session', text: sessionQuery, values: [tokens] });
    return new Map(rows.map(({ token, ...signedIn }): [string, SignedIn] => [token, signedIn]));
  });
  return {
    async find(headers) {
      const cookie = headers.get('cookie');
      if (!cookie) return undefined;
      const { authCookies, secret } = await auth.$context;
      const token = readSigned(cookie, authCookies.sessionToken.name, secret);
      return token ? holder(token) : undefined;
    },
  };
}
