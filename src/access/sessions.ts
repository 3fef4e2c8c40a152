import { parseSigned } from 'hono/utils/cookie';
import type { Pool } from 'pg';
import type { SignedIn, Sessions } from '../platform/http/context.ts';
import type { Auth } from './auth.ts';

const sessionQuery = `select u.id as "userId", u.name, u.email, u.language, coalesce(
    json_agg(json_build_object('organizationId', m.organization_id, 'organizationName', o.name, 'role', m.role)
      order by m.created_at, m.id) filter (where m.id is not null), '[]') as memberships
  from access.session s
  join access."user" u on u.id = s.user_id
  left join access.membership m on m.user_id = u.id and m.ended_at is null
  left join directory.organization o on o.id = m.organization_id
  where s.token = $1 and s.expires_at > now() group by u.id`;

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
      const { name } = authCookies.sessionToken;
      const token = (await parseSigned(cookie, secret, name))[name];
      if (!token) return undefined;
      const { rows } = await pool.query<SignedIn>({ name: 'access-session', text: sessionQuery, values: [token] });
      return rows[0];
    },
  };
}
