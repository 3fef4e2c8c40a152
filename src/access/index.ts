import { Hono } from 'hono';
import type { SignedIn, Sessions } from '../platform/http/context.ts';
import { createAttempts } from './attempts.ts';
import { type AuthParts, createAuth, signInWindow } from './auth.ts';
import { signInRoutes } from './sign-in.ts';
import { insertMembership, insertUser, listMemberships, type NewMembership, type NewUser, inTransaction } from './store.ts';

export { type Acting, type ActingEnv, actingFor, organizationHeader, requireActor } from './acting.ts';
export type { NewMembership, NewUser } from './store.ts';

export interface Access {
  sessions: Sessions;
  routes(): Hono;
  /** For seeds and tests; people come by invitation. The address must be free. */
  createUser(user: NewUser): Promise<{ userId: string }>;
  addMembership(membership: NewMembership): Promise<void>;
}

export function createAccess(parts: AuthParts): Access {
  const { databases } = parts;
  const auth = createAuth(parts);
  const sessions: Sessions = {
    async find(headers): Promise<SignedIn | undefined> {
      if (!headers.has('cookie')) return undefined;
      // Refreshing needs a cookie in the answer: GET /api/me does that.
      const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
      if (!found) return undefined;
      const { id, name, email, language } = found.user;
      return { userId: id, name, email, language: language ?? 'fr', memberships: await listMemberships(databases.auth, id) };
    },
  };
  return {
    sessions,
    routes() {
      const app = new Hono();
      app.route('/', signInRoutes(auth, createAttempts(databases.auth, databases.secret, signInWindow)));
      return app;
    },
    createUser: async (user) => ({ userId: await inTransaction(databases.auth, (tx) => insertUser(tx, user)) }),
    addMembership: (membership) => insertMembership(databases.auth, membership),
  };
}
