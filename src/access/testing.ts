import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { pino } from 'pino';
import { readConfig } from '../platform/config.ts';
import type { Role } from '../platform/database/actor.ts';
import type { Databases } from '../platform/database/open.ts';
import { security } from '../platform/http/security.ts';
import { type Access, createAccess } from './index.ts';

export const password = 'un mot de passe inventé';
export const origin = 'http://localhost';

export function buildApp(databases: Databases, env: Record<string, string> = {}): { access: Access; app: Hono } {
  const config = readConfig({ LOG_LEVEL: 'silent', ...env });
  const access = createAccess({ config, databases, log: pino({ level: 'silent' }) });
  const app = new Hono();
  app.use(security(config));
  app.route('/', access.routes());
  return { access, app };
}

export async function buildOrganization(databases: Databases, name = 'Cellule inventée'): Promise<string> {
  const id = randomUUID();
  await databases.asOwner((owner) =>
    owner.query('insert into directory.organization (id, name, description) values ($1, $2, $2)', [id, name]),
  );
  return id;
}

export async function buildMember(
  access: Access,
  organizationId: string,
  role: Role,
  name = 'Personne Inventée',
): Promise<{ userId: string; email: string }> {
  const email = `${role}.${randomUUID()}@example.org`;
  const { userId } = await access.createUser({ email, name, password, language: 'fr' });
  await access.addMembership({ userId, organizationId, role });
  return { userId, email };
}

export const post = (app: Hono, path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: { 'content-type': 'application/json', origin, ...headers }, body: JSON.stringify(body) });

/** Signs in and gives the Cookie header a browser would send. */
export async function signIn(app: Hono, email: string, secret = password): Promise<string> {
  const answer = await post(app, '/api/auth/sign-in/email', { email, password: secret });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
}
