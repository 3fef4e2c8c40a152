import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { useDatabase } from '../testing/database.ts';
import { type ActingEnv, organizationHeader, requireActor } from './acting.ts';
import { buildApp, buildMember, buildOrganization, origin, post, signIn } from './testing.ts';

const db = useDatabase();

async function buildAdministration() {
  const { access, app } = buildApp(db());
  const organizationId = await buildOrganization(db());
  const administrator = await buildMember(access, organizationId, 'administrator');
  const guarded = new Hono<ActingEnv>();
  guarded.get('/work', requireActor(access), (c) => c.json(c.var.actor));
  app.route('/', guarded);
  return { access, app, organizationId, administrator, cookie: await signIn(app, administrator.email) };
}
interface Listed {
  members: { id: string; userId: string; email: string; role: string; endedAt: string | null }[];
}
const listOf = async (app: Hono, cookie: string) =>
  ((await (await app.request('/api/access/members', { headers: { cookie } })).json()) as Listed).members;

it('a membership that an administrator ends gives no access from that moment on', async () => {
  const { access, app, organizationId, cookie } = await buildAdministration();
  const agent = await buildMember(access, organizationId, 'agent');
  const agentCookie = await signIn(app, agent.email);
  expect((await app.request('/work', { headers: { cookie: agentCookie } })).status).toBe(200);

  const member = (await listOf(app, cookie)).find((m) => m.userId === agent.userId);
  expect(member).toMatchObject({ email: agent.email, role: 'agent', endedAt: null });
  const path = `/api/access/members/${member?.id}/end`;
  expect((await post(app, path, {}, { cookie: agentCookie })).status).toBe(403);
  expect((await post(app, path, {}, { cookie })).status).toBe(200);

  const refused = await app.request('/work', { headers: { cookie: agentCookie } });
  expect([refused.status, await refused.json()]).toEqual([403, expect.objectContaining({ code: 'no_membership' })]);
  expect(await (await app.request('/api/me', { headers: { cookie: agentCookie } })).json()).toMatchObject({
    memberships: [],
    acting: null,
  });
  expect((await post(app, path, {}, { cookie })).status).toBe(404);
  const { rows } = await db().asOwner((owner) => owner.query('select id from access.membership where ended_at is not null'));
  expect(rows).toContainEqual({ id: member?.id });
});

it('an unknown membership is not found, and the last administrator stays', async () => {
  const { app, administrator, cookie } = await buildAdministration();
  for (const id of [randomUUID(), 'x', "1' or true"]) {
    expect((await post(app, `/api/access/members/${encodeURIComponent(id)}/end`, {}, { cookie })).status).toBe(404);
  }
  const administrators = (await listOf(app, cookie)).filter((m) => m.role === 'administrator' && m.endedAt === null);
  for (const other of administrators.filter((m) => m.userId !== administrator.userId))
    await post(app, `/api/access/members/${other.id}/end`, {}, { cookie });
  const own = administrators.find((m) => m.userId === administrator.userId);
  const answer = await post(app, `/api/access/members/${own?.id}/end`, {}, { cookie });
  expect([answer.status, await answer.json()]).toEqual([409, expect.objectContaining({ code: 'last_administrator' })]);
});

it('a person of two organisations acts for the one the request names, and for no foreign one', async () => {
  const { access, app, organizationId } = await buildAdministration();
  const second = await buildOrganization(db(), 'Seconde cellule inventée');
  const foreign = await buildOrganization(db(), 'Cellule étrangère inventée');
  const { userId, email } = await buildMember(access, organizationId, 'agent');
  await access.addMembership({ userId, organizationId: second, role: 'cell_manager' });
  await access.addMembership({ userId, organizationId: second, role: 'cell_manager' });
  const cookie = await signIn(app, email);
  const acting = async (wanted?: string) => {
    const answer = await app.request('/work', { headers: { cookie, ...(wanted ? { [organizationHeader]: wanted } : {}) } });
    return [answer.status, await answer.json()];
  };
  expect(await acting()).toEqual([200, { userId, organizationId, role: 'agent' }]);
  expect(await acting(second.toUpperCase())).toEqual([200, { userId, organizationId: second, role: 'cell_manager' }]);
  expect(await acting(foreign)).toEqual([403, expect.objectContaining({ code: 'no_membership' })]);
  expect(await acting("'; drop table")).toEqual([403, expect.objectContaining({ code: 'no_membership' })]);
});

it('without signing in there is no actor', async () => {
  const { app } = await buildAdministration();
  const answer = await app.request('/work');
  expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining({ code: 'not_signed_in' })]);
  expect((await app.request('/api/me')).status).toBe(401);
});

it('a person changes their name and the language of their screens', async () => {
  const { app, cookie } = await buildAdministration();
  const patch = (body: unknown) =>
    app.request('/api/me', {
      method: 'PATCH',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await patch({ name: '\u200fسمية 🌿', language: 'zgh' })).status).toBe(200);
  expect((await patch({ language: 'xx' })).status).toBe(422);
  expect(await (await app.request('/api/me', { headers: { cookie } })).json()).toMatchObject({
    user: { name: '\u200fسمية 🌿', language: 'zgh' },
  });
});

it('the organisations of a person are named in the language of their screen', async () => {
  const { app, cookie, organizationId } = await buildAdministration();
  await db().asOwner((owner) =>
    owner.query(`insert into directory.translation (entity, entity_id, language, name) values ('organization', $1, 'ar', 'خلية مبتكرة')`, [
      organizationId,
    ]),
  );
  const me = async (language: string) => (await app.request('/api/me', { headers: { cookie, 'accept-language': language } })).json();
  expect(await me('ar')).toMatchObject({ memberships: [{ organizationId, organizationName: 'خلية مبتكرة' }] });
  expect(await me('fr')).not.toMatchObject({ memberships: [{ organizationName: 'خلية مبتكرة' }] });
});

it('a session used after a day lives another week, and the browser is told', async () => {
  const { app, administrator, cookie } = await buildAdministration();
  await db().auth.query(`update access.session set expires_at = now() + interval '2 days' where user_id = $1`, [administrator.userId]);
  const answer = await app.request('/api/me', { headers: { cookie } });
  expect(answer.headers.getSetCookie().join()).toMatch(/session_token=.*Max-Age=604800/);
  const { rows } = await db().auth.query(
    `select expires_at > now() + interval '6 days' as prolonged from access.session where user_id = $1`,
    [administrator.userId],
  );
  expect(rows).toEqual([{ prolonged: true }]);
});
