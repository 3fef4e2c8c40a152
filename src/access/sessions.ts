import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse } from 'hono/utils/cookie';
import type { Pool } from 'pg';
import type { Membership, SignedIn, Sessions } from '../platform/http/context.ts';
import type { Auth } from './auth.ts';

type MembershipRow = Omit<SignedIn, 'memberships'> & { [K in keyof Membership]: Membership[K] | null };

// One row for each membership: gathering them into one costs PostgreSQL more than the whole look-up.
const sessionQuery = `select u.id as "userId", u.name, u.email, u.language,
    m.organization_id as "organizationId", o.name as "organizationName", m.role
  from access.session s
  join access."user" u on u.id = s.user_id
  left join access.membership m on m.user_id = u.id and m.ended_at is null
  left join directory.organization o on o.id = m.organization_id
  where s.token = $1 and s.expires_at > now() order by m.created_at, m.id`;

/** The value of a cookie that bears our signature. Checked on the spot: the web's own functions go to another thread and back for each of them. */
function readSigned(cookie: string, name: string, secret: string): string | undefined {
  const signed = parse(cookie, name)[name] ?? '';
  const value = signed.slice(0, Math.max(0, signed.lastIndexOf('.')));
  const given = Buffer.from(signed.slice(value.length + 1), 'base64');
  const expected = createHmac('sha256', secret).update(value).digest();
  return value && given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined;
}

/**
 * Reads the session better-auth wrote: its signed cookie, its row. Every request asks, so it is one prepared query:
 * its own `getSession` and the memberships after it took several times as long. It never prolongs; `/api/me` does.
 */
export function createSessions(auth: Auth, pool: Pool): Sessions {
  return {
    async find(headers) {
      const cookie = headers.get('cookie');
      if (!cookie) return undefined;
      const { authCookies, secret } = await auth.$context;
      const token = readSigned(cookie, authCookies.sessionToken.name, secret);
      if (!token) return undefined;
      const { rows } = await pool.query<MembershipRow>({ name: 'access-session', text: sessionQuery, values: [token] });
      const [first] = rows;
      if (!first) return undefined;
      const { userId, name, email, language } = first;
      const memberships = rows.flatMap(({ organizationId, organizationName, role }) =>
        organizationId && organizationName && role ? [{ organizationId, organizationName, role }] : [],
      );
      return { userId, name, email, language, memberships };
    },
  };
}
