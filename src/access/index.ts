import { Hono } from 'hono';
import type { Sessions } from '../platform/http/context.ts';
import { membershipRoutes, profileRoutes } from './api.ts';
import { createAttempts } from './attempts.ts';
import { type AuthParts, createAuth, signInWindow } from './auth.ts';
import { createFirstInvitation } from './invitations.ts';
import { createSessions } from './sessions.ts';
import { signInRoutes } from './sign-in.ts';
import { teamRoutes } from './team.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { hasAdministrator, insertMembership, insertUser, type NewMembership, type NewUser } from './store.ts';

export { requireActor } from './acting.ts';
export { entrust } from './entrust.ts';
export type { NewMembership, NewUser } from './store.ts';

export interface Access {
  sessions: Sessions;
  routes(): Hono;
  /** For seeds, the command line and tests; people come by invitation. Throws a unique violation when the address is taken. */
  createUser(user: NewUser): Promise<{ userId: string }>;
  addMembership(membership: NewMembership): Promise<void>;
  /** The link is `/workspace/invitation#<token>`; a new one ends those before it. `undefined` once there is an administrator. */
  createFirstAdministratorInvitation(): Promise<{ token: string } | undefined>;
}

export function createAccess(parts: AuthParts): Access {
  const { config, databases } = parts;
  const auth = createAuth(parts);
  const sessions = createSessions(auth, databases.auth);
  async function refresh(headers: Headers): Promise<string[]> {
    const found = await auth.api.getSession({ headers, returnHeaders: true });
    return found.headers.getSetCookie();
  }
  return {
    sessions,
    routes() {
      const app = new Hono();
      app.route('/', signInRoutes(config, auth, createAttempts(databases.auth, databases.secret, signInWindow)));
      app.route('/', profileRoutes({ config, databases, sessions, refresh }));
      // Before the administrators' addresses, whose guard stands on all of /api/access.
      app.route('/', teamRoutes({ config, databases, sessions }));
      app.route('/', membershipRoutes({ config, databases, sessions, refresh }));
      return app;
    },
    createUser: async (user) => ({ userId: await inTransaction(databases.auth, (tx) => insertUser(tx, user)) }),
    addMembership: (membership) => insertMembership(databases.auth, membership),
    createFirstAdministratorInvitation: () =>
      inTransaction(databases.auth, async (tx) => ((await hasAdministrator(tx)) ? undefined : { token: await createFirstInvitation(tx) })),
  };
}
