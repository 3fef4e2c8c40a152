import { Hono } from 'hono';
import type { SignedIn, Sessions } from '../platform/http/context.ts';
import { membershipRoutes, profileRoutes } from './api.ts';
import { createAttempts } from './attempts.ts';
import { type AuthParts, createAuth, signInWindow } from './auth.ts';
import { createFirstInvitation } from './invitations.ts';
import { signInRoutes } from './sign-in.ts';
import {
  hasAdministrator,
  insertMembership,
  insertUser,
  inTransaction,
  listMemberships,
  type NewMembership,
  type NewUser,
} from './store.ts';

export { type Acting, type ActingEnv, actingFor, organizationHeader, requireActor } from './acting.ts';
export type { NewMembership, NewUser } from './store.ts';

export interface Access {
  sessions: Sessions;
  routes(): Hono;
  /** For seeds, the command line and tests; people come by invitation. Throws a unique violation when the address is taken. */
  createUser(user: NewUser): Promise<{ userId: string }>;
  addMembership(membership: NewMembership): Promise<void>;
  /** Ask before `createFirstAdministratorInvitation`: an installation someone administers has no use for its link. */
  hasAdministrator(): Promise<boolean>;
  /** The link is `/workspace/invitation#<token>`. A new one ends those before it. */
  createFirstAdministratorInvitation(): Promise<{ token: string }>;
}

export function createAccess(parts: AuthParts): Access {
  const { config, databases } = parts;
  const auth = createAuth(parts);
  type Found = Pick<SignedIn, 'name' | 'email'> & { id: string; language?: string | null | undefined };
  const signedIn = async ({ id, name, email, language }: Found): Promise<SignedIn> => ({
    userId: id,
    name,
    email,
    language: language ?? 'fr',
    memberships: await listMemberships(databases.auth, id),
  });
  const sessions: Sessions = {
    async find(headers) {
      if (!headers.has('cookie')) return undefined;
      const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
      return found ? signedIn(found.user) : undefined;
    },
  };
  async function refresh(headers: Headers) {
    const found = await auth.api.getSession({ headers, returnHeaders: true });
    return { signedIn: found.response ? await signedIn(found.response.user) : undefined, cookies: found.headers?.getSetCookie() ?? [] };
  }
  return {
    sessions,
    routes() {
      const app = new Hono();
      app.route('/', signInRoutes(auth, createAttempts(databases.auth, databases.secret, signInWindow)));
      app.route('/', profileRoutes({ config, databases, sessions, refresh }));
      app.route('/', membershipRoutes({ config, databases, sessions, refresh }));
      return app;
    },
    createUser: async (user) => ({ userId: await inTransaction(databases.auth, (tx) => insertUser(tx, user)) }),
    addMembership: (membership) => insertMembership(databases.auth, membership),
    hasAdministrator: () => hasAdministrator(databases.auth),
    createFirstAdministratorInvitation: async () => ({ token: await inTransaction(databases.auth, createFirstInvitation) }),
  };
}
