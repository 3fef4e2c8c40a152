import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { useDatabase } from '../testing/database.ts';
import { buildApp, buildMember, buildOrganization, password, post, signIn } from './testing.ts';

const db = useDatabase();
const invitations = '/api/access/invitations';
const accept = `${invitations}/accept`;

async function buildAdministration() {
  const { access, app } = buildApp(db());
  const organizationId = await buildOrganization(db());
  const administrator = await buildMember(access, organizationId, 'administrator');
  return { access, app, organizationId, cookie: await signIn(app, administrator.email) };
}
type Administration = Awaited<ReturnType<typeof buildAdministration>>;

async function invite({ app, organizationId, cookie }: Administration, email: string, role = 'agent'): Promise<string> {
  const answer = await post(app, invitations, { email, organizationId, role }, { cookie });
  expect(answer.status).toBe(201);
  const { link } = (await answer.json()) as { link: string };
  expect(link).toMatch(/^http:\/\/localhost\/workspace\/invitation#[\w-]{43}$/);
  return link.split('#')[1] ?? '';
}
const person = () => ({ email: `invitee.${randomUUID()}@example.org`, name: 'ليلى المخترعة 🌻', password, language: 'ar' });

it('an invited person accepts once, signs in, and belongs to the organisation in the role offered', async () => {
  const a = await buildAdministration();
  const { email, ...given } = person();
  const token = await invite(a, email.toUpperCase(), 'partner');
  const preview = await post(a.app, `${invitations}/preview`, { token });
  expect(await preview.json()).toEqual({ email, organizationName: 'Cellule inventée', role: 'partner', hasAccount: false });

  expect((await post(a.app, accept, { token, ...given })).status).toBe(201);
  const cookie = await signIn(a.app, email);
  const me = await a.app.request('/api/me', { headers: { cookie } });
  expect(await me.json()).toMatchObject({
    user: { email, name: given.name, language: 'ar' },
    memberships: [{ organizationId: a.organizationId, role: 'partner' }],
    acting: { organizationId: a.organizationId, role: 'partner' },
  });

  const again = await post(a.app, accept, { token, ...given });
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({ code: 'invitation_used' });
});

it('of ten people who use one link at the same moment one gets in', async () => {
  const a = await buildAdministration();
  const { email, ...given } = person();
  const token = await invite(a, email);
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(a.app, accept, { token, ...given })));
  expect(answers.map((r) => r.status).sort()).toEqual([201, ...Array(9).fill(409)]);
});

it('an invitation older than seven days and one that never was are refused', async () => {
  const a = await buildAdministration();
  const { email, ...given } = person();
  const token = await invite(a, email);
  const { rows } = await db().auth.query(
    `select extract(epoch from expires_at - created_at)::int as life from access.invitation where email = $1`,
    [email],
  );
  expect(rows).toEqual([{ life: 7 * 24 * 3600 }]);
  await db().auth.query(`update access.invitation set expires_at = now() - interval '1 second' where email = $1`, [email]);
  const late = await post(a.app, accept, { token, ...given });
  expect([late.status, await late.json()]).toEqual([410, expect.objectContaining({ code: 'invitation_expired' })]);
  const unknown = await post(a.app, accept, { token: 'x'.repeat(43), ...given });
  expect([unknown.status, await unknown.json()]).toEqual([404, expect.objectContaining({ code: 'invitation_unknown' })]);
});

it('a link alone does not get into an existing account: its owner signs in first', async () => {
  const a = await buildAdministration();
  const elsewhere = await buildOrganization(db(), 'Association inventée');
  const member = await buildMember(a.access, elsewhere, 'partner');
  const token = await invite(a, member.email);
  const other = { cookie: a.cookie };
  for (const headers of [{}, other]) {
    const answer = await post(a.app, accept, { token, name: 'Intrus', password: 'un autre mot de passe', language: 'fr' }, headers);
    expect([answer.status, await answer.json()]).toEqual([409, expect.objectContaining({ code: 'account_exists' })]);
  }
  const cookie = await signIn(a.app, member.email);
  expect((await post(a.app, accept, { token }, { cookie })).status).toBe(201);
  const signedIn = await a.access.sessions.find(new Headers({ cookie }));
  expect(signedIn?.memberships.map((m) => m.organizationId)).toEqual([elsewhere, a.organizationId]);
});

it('an invitation that is withdrawn lets nobody in, and one that was accepted cannot be withdrawn', async () => {
  const a = await buildAdministration();
  const { email, ...given } = person();
  const idOf = async (address: string) => {
    const { rows } = await db().auth.query<{ id: string }>('select id from access.invitation where email = $1', [address]);
    return rows[0]?.id ?? '';
  };
  const withdraw = async (id: string, cookie = a.cookie) => (await post(a.app, `${invitations}/${id}/withdraw`, {}, { cookie })).status;
  const token = await invite(a, email);
  const agent = await buildMember(a.access, a.organizationId, 'agent');
  expect(await withdraw(await idOf(email), await signIn(a.app, agent.email))).toBe(403);
  expect(await withdraw(await idOf(email))).toBe(200);
  expect((await post(a.app, accept, { token, ...given })).status).toBe(410);
  const list = (await (await a.app.request(invitations, { headers: { cookie: a.cookie } })).json()) as { invitations: object[] };
  expect(list.invitations).toContainEqual(expect.objectContaining({ email, state: 'withdrawn' }));

  const other = person();
  await post(a.app, accept, { token: await invite(a, other.email), name: other.name, password, language: 'ar' });
  for (const id of [await idOf(other.email), await idOf(email), randomUUID(), 'x']) expect(await withdraw(id), id).toBe(404);
});

it('a role that does not exist, an organisation that does not exist and a broken address are refused', async () => {
  const { app, cookie, organizationId } = await buildAdministration();
  const { email } = person();
  const codes = async (body: unknown) => {
    const answer = await post(app, invitations, body, { cookie });
    const { code, fields } = (await answer.json()) as { code: string; fields?: { path: string }[] };
    return [answer.status, code, fields?.map((f) => f.path)];
  };
  expect(await codes({ email, organizationId, role: 'istiqbal_owner' })).toEqual([422, 'invalid_fields', ['role']]);
  expect(await codes({ email, organizationId: 'x', role: 'agent' })).toEqual([422, 'invalid_fields', ['organizationId']]);
  expect(await codes({ email: 'nulle part', organizationId, role: 'agent' })).toEqual([422, 'invalid_fields', ['email']]);
  expect(await codes({ email, organizationId: randomUUID(), role: 'agent' })).toEqual([404, 'not_found', undefined]);
});

it('only an administrator invites and sees invitations, and nobody sees a token twice', async () => {
  const a = await buildAdministration();
  const { email } = person();
  const token = await invite(a, email);
  const list = await (await a.app.request(invitations, { headers: { cookie: a.cookie } })).text();
  expect(list).toContain(email);
  expect(list).not.toContain(token);
  const { rows } = await db().auth.query('select * from access.invitation');
  expect(JSON.stringify(rows)).not.toContain(token);

  for (const role of ['agent', 'cell_manager', 'partner', 'coordinator'] as const) {
    const cookie = await signIn(a.app, (await buildMember(a.access, a.organizationId, role)).email);
    const answer = await post(a.app, invitations, { email, organizationId: a.organizationId, role: 'administrator' }, { cookie });
    expect([answer.status, await answer.json()]).toEqual([403, expect.objectContaining({ code: 'not_allowed' })]);
    expect((await a.app.request(invitations, { headers: { cookie } })).status).toBe(403);
  }
  expect((await post(a.app, invitations, { email, organizationId: a.organizationId, role: 'agent' })).status).toBe(401);
});

it('a name or a password that does not fit is refused before anything is written', async () => {
  const a = await buildAdministration();
  const { email, ...given } = person();
  const token = await invite(a, email);
  for (const [path, wrong] of [
    ['name', { name: ' ' }],
    ['name', { name: 'a\u0000b' }],
    ['name', { name: 'x'.repeat(121) }],
    ['name', { name: '\ud800' }],
    ['password', { password: 'court' }],
    ['password', { password: undefined }],
    ['language', { language: 'klingon' }],
  ] as const) {
    const answer = await post(a.app, accept, { token, ...given, ...wrong });
    expect([answer.status, await answer.json()]).toEqual([422, expect.objectContaining({ fields: [expect.objectContaining({ path })] })]);
  }
  expect((await post(a.app, accept, { token, ...given })).status).toBe(201);
});

it('the first administrator of an empty installation opens their account and names their organisation', async () => {
  const { access, app } = buildApp(db());
  await db().asOwner((owner) =>
    owner.query(
      'alter table access.membership no force row level security; delete from access.membership; alter table access.membership force row level security',
    ),
  );
  const older = (await access.createFirstAdministratorInvitation())?.token;
  const token = (await access.createFirstAdministratorInvitation())?.token;
  const given = { ...person(), organizationName: 'جهة مخترعة' };
  expect((await post(app, accept, { token: older, ...given })).status).toBe(410);
  const incomplete = await post(app, accept, { ...given, token, organizationName: undefined, email: undefined });
  expect(((await incomplete.json()) as { fields: { path: string }[] }).fields.map((f) => f.path)).toEqual(['email', 'organizationName']);

  const answer = await post(app, accept, { token, ...given });
  expect(answer.status).toBe(201);
  const signedIn = await access.sessions.find(new Headers({ cookie: await signIn(app, given.email) }));
  expect(signedIn?.memberships).toMatchObject([{ organizationName: 'جهة مخترعة', role: 'administrator' }]);
  expect(await access.createFirstAdministratorInvitation()).toBeUndefined();
  expect((await post(app, accept, { token, ...given })).status).toBe(409);
});
