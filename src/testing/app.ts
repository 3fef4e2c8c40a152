import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { type Access, createAccess } from '../access/index.ts';
import { createApp } from '../app.ts';
import { readConfig } from '../platform/config.ts';
import type { Actor, Role } from '../platform/database/actor.ts';
import type { Databases } from '../platform/database/open.ts';
import type { Vault } from '../platform/files/vault.ts';
import { logOptions } from '../platform/log.ts';
import { buildOrganization } from './builders.ts';
import { testRunner } from './commands.ts';
import { testVault } from './files.ts';
import { keepLog } from './traces.ts';

export const origin = 'http://localhost';
const password = 'un mot de passe inventé';

export interface TestApp {
  app: Hono;
  access: Access;
  /** Everything it logged. */
  logged(): string;
}

/** The whole platform in this process: the same composition as in production, its log kept to be looked into. `env` is what its owner set. */
export function buildApp(
  db: Databases,
  vault: Vault = testVault(join(tmpdir(), 'istiqbal-test-files')),
  env: NodeJS.ProcessEnv = {},
): TestApp {
  const lines: string[] = [];
  const log = pino(logOptions('trace'), {
    write(line: string) {
      lines.push(line);
      keepLog(line);
    },
  });
  const config = readConfig(env);
  const access = createAccess({ config, databases: db, log });
  const app = createApp({ config, databases: db, vault, sessions: access.sessions, log }, access, testRunner(db));
  return { app, access, logged: () => lines.join('') };
}

export interface Browser {
  actor: Actor;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Sends a file. */
  put(path: string, file: Uint8Array | ReadableStream, headers?: Record<string, string>): Promise<Response>;
}

/** Someone with that role, signed in through the front door. */
export async function signInAs({ app, access }: TestApp, db: Databases, role: Role, organization?: string): Promise<Browser> {
  const organizationId = organization ?? (await buildOrganization(db));
  const email = `${role}.${organizationId}@example.org`;
  const { userId } = await access.createUser({ email, name: 'Testeuse Inventée', password, language: 'fr' });
  await access.addMembership({ userId, organizationId, role });
  const json = { 'content-type': 'application/json', origin };
  const answer = await app.request('/api/auth/sign-in/email', { method: 'POST', headers: json, body: JSON.stringify({ email, password }) });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  return {
    actor: { userId, organizationId, role },
    put: async (path, file, headers = {}) =>
      app.request(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream', origin, cookie, ...headers },
        body: file as BodyInit,
        duplex: 'half',
      } as RequestInit),
    get: async (path, headers = {}) => app.request(path, { headers: { cookie, ...headers } }),
    post: async (path, body, headers = {}) =>
      app.request(path, {
        method: 'POST',
        headers: { ...json, cookie, ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
      }),
  };
}
