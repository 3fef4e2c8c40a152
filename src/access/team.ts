import { Hono } from 'hono';
import { z } from 'zod';
import type { Config } from '../platform/config.ts';
import type { Databases } from '../platform/database/open.ts';
import { readJson } from '../platform/http/body.ts';
import type { AppContext } from '../platform/http/context.ts';
import { problem } from '../platform/http/problem.ts';
import { ownOrigin } from '../platform/http/security.ts';
import { type ActingEnv, requireActor } from './acting.ts';
import { teamInvitationSchema } from './contract.ts';
import { createInvitation, listInvitations, withdrawInvitation } from './invitations.ts';

interface TeamParts extends Pick<AppContext, 'sessions'> {
  config: Config;
  databases: Databases;
}
const notAllowed = (): Response => problem(403, 'not_allowed', 'Only the head of a cell invites its team, and the programme its head.');

/** `/api/access/team/*`: the head of a cell invites those who work there; the programme invites the head of a cell that begins. */
export function teamRoutes({ config, databases, sessions }: TeamParts): Hono {
  const app = new Hono();
  const team = new Hono<ActingEnv>();
  team.use(requireActor({ sessions }), async (c, next) => {
    const { organizationId } = c.var.actor;
    const may = c.var.signedIn.memberships.some(
      (m) => m.organizationId === organizationId && (m.role === 'cell_manager' || m.role === 'programme'),
    );
    return may ? next() : notAllowed();
  });
  team.get('/invitations', async (c) => c.json({ invitations: await listInvitations(databases.app, c.var.actor) }));
  team.post('/invitations', async (c) => {
    const body = await readJson(c, teamInvitationSchema);
    if (body.refused) return body.refused;
    const { email, role, organizationId = c.var.actor.organizationId } = body.value;
    try {
      const { id, token } = await createInvitation(databases.app, c.var.actor, { email, role, organizationId });
      // After the hash: a browser does not send it, so no server's log keeps it.
      return c.json({ id, link: `${ownOrigin(config, c.req.raw)}/workspace/invitation#${token}` }, 201);
    } catch (error) {
      // Row-level security says for whom one may invite.
      if (error instanceof Error && 'code' in error && error.code === '42501') return notAllowed();
      if (error instanceof Error && 'code' in error && error.code === '23503')
        return problem(404, 'not_found', 'There is no such organisation.');
      throw error;
    }
  });
  team.post('/invitations/:id/withdraw', async (c) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    const withdrawn = id.success && (await withdrawInvitation(databases.app, c.var.actor, id.data));
    return withdrawn ? c.json({ withdrawn }) : problem(404, 'not_found', 'It does not exist, or not for you.');
  });
  app.route('/api/access/team', team);
  return app;
}
