import type { MiddlewareHandler } from 'hono';
import type { Actor } from '../platform/database/actor.ts';
import type { AppContext, SignedIn } from '../platform/http/context.ts';
import { problem } from '../platform/http/problem.ts';

export const organizationHeader = 'x-istiqbal-organization';

/** What a route behind `requireActor` finds in its context. */
export interface ActingEnv {
  Variables: { actor: Actor; signedIn: SignedIn };
}
export type Acting = { actor: Actor } | { refused: 'no_membership' };

/** For which organisation this person acts: the one the request names, else their first. A link to a document can only name it in its address. */
export function actingFor(signedIn: SignedIn, headers: Headers, inAddress?: string): Acting {
  const wanted = (headers.get(organizationHeader) ?? inAddress)?.toLowerCase();
  const membership = wanted ? signedIn.memberships.find((m) => m.organizationId === wanted) : signedIn.memberships[0];
  if (!membership) return { refused: 'no_membership' };
  return { actor: { userId: signedIn.userId, organizationId: membership.organizationId, role: membership.role } };
}

export const notSignedIn = (): Response => problem(401, 'not_signed_in', 'Sign in, then send the request again.');

/** Lets only members through, and sets `actor` and `signedIn`. */
export function requireActor({ sessions }: Pick<AppContext, 'sessions'>): MiddlewareHandler<ActingEnv> {
  return async (c, next) => {
    const signedIn = await sessions.find(c.req.raw.headers);
    if (!signedIn) return notSignedIn();
    const acting = actingFor(signedIn, c.req.raw.headers, c.req.query('organization'));
    if ('refused' in acting) {
      return problem(403, acting.refused, 'You are not a member of this organisation. Ask its administrator for an invitation.');
    }
    c.set('signedIn', signedIn);
    c.set('actor', acting.actor);
    return next();
  };
}
