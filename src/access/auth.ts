import { betterAuth } from 'better-auth';
import { PostgresDialect } from 'kysely';
import type { Logger } from 'pino';
import type { Config } from '../platform/config.ts';
import type { Databases } from '../platform/database/open.ts';
import { deriveKey } from '../platform/database/secrets.ts';
import { isSecure, ownOrigin } from '../platform/http/security.ts';
import { passwordLength } from './contract.ts';
import { hashPassword, verifyPassword } from './password.ts';

/** Carries the client's address from the socket to better-auth; what a client sends under this name is replaced. */
export const addressHeader = 'x-istiqbal-address';

export const signInWindow = 300;
/** A whole reception cell signs in behind one address in the morning; guessing one account is limited apart, in attempts.ts. */
const signInsPerAddress = 100;

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

export interface AuthParts {
  config: Config;
  databases: Databases;
  log: Logger;
}

export function createAuth({ config, databases, log }: AuthParts) {
  return betterAuth({
    appName: 'Istiqbal',
    baseURL: config.publicUrl ? new URL(config.publicUrl).origin : `http://localhost:${config.port}`,
    basePath: '/api/auth',
    secret: deriveKey(databases.secret, 'sessions'),
    telemetry: { enabled: false },
    trustedOrigins: (request) => (request ? [ownOrigin(config, request)] : []),
    database: { dialect: new PostgresDialect({ pool: databases.auth }), type: 'postgres', schemaName: 'access', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    user: {
      modelName: 'user',
      fields: { emailVerified: 'email_verified', ...stamps },
      additionalFields: { language: { type: 'string', required: false, input: false } },
    },
    session: {
      modelName: 'session',
      fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...stamps },
      expiresIn: 60 * 60 * 24 * 7,
      updateAge: 60 * 60 * 24,
    },
    account: {
      modelName: 'account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...stamps,
      },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...stamps } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      customRules: { '/sign-in/email': { window: signInWindow, max: signInsPerAddress }, '/get-session': false },
    },
    databaseHooks: {
      session: {
        create: {
          // A session row holds an address: none is kept longer than it serves.
          after: async () => void (await databases.auth.query('delete from access.session where expires_at < now()')),
        },
      },
    },
    advanced: {
      database: { generateId: 'uuid', joins: true },
      cookiePrefix: 'istiqbal',
      useSecureCookies: isSecure(config),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      // Stated, because better-auth switches it off by itself when it sees a test running.
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    // The text only: its further arguments may carry what a person typed.
    logger: { level: 'error', log: (_level, message) => log.error({ part: 'sign-in' }, message) },
  });
}
export type Auth = ReturnType<typeof createAuth>;
