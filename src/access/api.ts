import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Config } from '../platform/config.ts';
import type { Databases } from '../platform/database/open.ts';
import { readJson } from '../platform/http/body.ts';
import type { AppContext } from '../platform/http/context.ts';
import { problem } from '../platform/http/problem.ts';
import { ownOrigin } from '../platform/http/security.ts';
import { acceptInvitation, previewInvitation } from './accept.ts';
import { type ActingEnv, actingFor, notSignedIn, requireActor } from './acting.ts';
import { acceptanceSchema, invitationSchema, invitationTokenSchema, type Profile, profileSchema } from './contract.ts';
import { negotiate } from '../platform/i18n/index.ts';
import { createInvitation, type InvitationRefusal, listInvitations, previewOf, withdrawInvitation } from './invitations.ts';
import { endMembership, listMembers } from './members.ts';
import { updateUser } from './store.ts';

export interface ApiParts extends Pick<AppContext, 'sessions'> {
  config: Config;
  databases: Databases;
  /** Prolongs a session in use; the cookies go back to the browser. */
  refresh(headers: Headers): Promise<string[]>;
}

/** An organisation's name in the reader's language; the sign-in role knows organisations by their own name only. */
async function nameIn<Name extends string | null>(
  databases: Databases,
  language: string,
  { organizationId, organizationName }: { organizationId: string | null; organizationName: Name },
): Promise<string | Name> {
  if (!organizationId) return organizationName;
  const { rows } = await databases.app.query<{ name: string }>('select directory.name_in($1, $2, $3) as name', [
    language,
    organizationId,
    organizationName,
  ]);
  return rows[0]?.name ?? organizationName;
}

const refusals: Record<InvitationRefusal | 'account_exists', [status: number, detail: string]> = {
  invitation_unknown: [404, 'This invitation does not exist. Check that the link is whole, or ask for a new one.'],
  invitation_used: [409, 'This invitation was used already. Sign in, or ask for a new one.'],
  invitation_expired: [410, 'This invitation has expired. Ask for a new one.'],
  account_exists: [409, 'This address has an account. Sign in with it, then open the invitation again.'],
};
const refusal = (code: keyof typeof refusals): Response => problem(refusals[code][0], code, refusals[code][1]);
const notFound = (): Response => problem(404, 'not_found', 'It does not exist, or not for you.');

/** Of several roles in one organisation any may be the right one; the database looks at all of them too. */
const administratorsOnly: MiddlewareHandler<ActingEnv> = async (c, next) => {
  const { organizationId } = c.var.actor;
  const may = c.var.signedIn.memberships.some((m) => m.organizationId === organizationId && m.role === 'administrator');
  return may ? next() : problem(403, 'not_allowed', 'Only an administrator may do this. Ask yours.');
};

/** `/api/me`: who I am to the platform. */
export function profileRoutes({ databases, sessions, refresh }: ApiParts): Hono {
  const app = new Hono();
  app.get('/api/me', async (c) => {
    const signedIn = await sessions.find(c.req.raw.headers);
    if (!signedIn) return notSignedIn();
    for (const cookie of await refresh(c.req.raw.headers)) c.header('set-cookie', cookie, { append: true });
    const acting = actingFor(signedIn, c.req.raw.headers);
    const { userId: id, name, email, language } = signedIn;
    const spoken = negotiate(c.req.header('accept-language'));
    const memberships = await Promise.all(
      signedIn.memberships.map(async (m) => ({ ...m, organizationName: await nameIn(databases, spoken, m) })),
    );
    const profile: Profile = { user: { id, name, email, language }, memberships, acting: 'actor' in acting ? acting.actor : null };
    return c.json(profile);
  });
  app.patch('/api/me', async (c) => {
    const signedIn = await sessions.find(c.req.raw.headers);
    if (!signedIn) return notSignedIn();
    const change = await readJson(c, profileSchema);
    if (change.refused) return change.refused;
    await updateUser(databases.auth, signedIn.userId, change.value);
    return c.json({ name: change.value.name ?? signedIn.name, language: change.value.language ?? signedIn.language });
  });
  return app;
}

/** `/api/access/*`: who belongs to which organisation. */
export function membershipRoutes({ config, databases, sessions }: ApiParts): Hono {
  const app = new Hono();
  app.post('/api/access/invitations/preview', async (c) => {
    const body = await readJson(c, invitationTokenSchema);
    if (body.refused) return body.refused;
    const found = await previewInvitation(databases, body.value.token);
    if ('refused' in found) return refusal(found.refused);
    const name = await nameIn(databases, negotiate(c.req.header('accept-language')), found.invitation);
    return c.json(previewOf({ ...found.invitation, organizationName: name }, found.hasAccount));
  });
  app.post('/api/access/invitations/accept', async (c) => {
    const body = await readJson(c, acceptanceSchema);
    if (body.refused) return body.refused;
    const accepted = await acceptInvitation(databases, body.value, await sessions.find(c.req.raw.headers));
    if (!('refused' in accepted)) return c.json(accepted, 201);
    if (accepted.refused !== 'invalid_fields') return refusal(accepted.refused);
    return problem(422, 'invalid_fields', 'Some fields do not fit; "fields" says which and why.', { fields: accepted.fields });
  });

  const administration = new Hono<ActingEnv>();
  administration.use(requireActor({ sessions }), administratorsOnly);
  administration.get('/invitations', async (c) => c.json({ invitations: await listInvitations(databases.app, c.var.actor) }));
  administration.post('/invitations', async (c) => {
    const body = await readJson(c, invitationSchema);
    if (body.refused) return body.refused;
    try {
      const { id, token } = await createInvitation(databases.app, c.var.actor, body.value);
      // After the hash: a browser does not send it, so no server's log keeps it.
      return c.json({ id, link: `${ownOrigin(config, c.req.raw)}/workspace/invitation#${token}` }, 201);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === '23503') return notFound();
      throw error;
    }
  });
  administration.post('/invitations/:id/withdraw', async (c) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    const withdrawn = id.success && (await withdrawInvitation(databases.app, c.var.actor, id.data));
    return withdrawn ? c.json({ withdrawn }) : notFound();
  });
  administration.get('/members', async (c) =>
    c.json({ members: await listMembers(databases.app, c.var.actor, negotiate(c.req.header('accept-language'))) }),
  );
  administration.post('/members/:id/end', async (c) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    if (!id.success) return notFound();
    const result = await endMembership(databases.app, c.var.actor, id.data);
    if (result === 'not_found') return notFound();
    if (result === 'last_administrator') return problem(409, result, 'This is the last administrator. Invite another one first.');
    return c.json({ ended: true });
  });
  app.route('/api/access', administration);
  return app;
}
