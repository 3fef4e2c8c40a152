import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { expect, it } from 'vitest';
import { useDatabase } from '../testing/database.ts';
import { buildApp, buildMember, buildOrganization, origin, password, post, signIn } from './testing.ts';

const db = useDatabase();
const path = '/api/auth/sign-in/email';

async function buildAgent(env: Record<string, string> = {}) {
  const { access, app } = buildApp(db(), env);
  const organizationId = await buildOrganization(db());
  return { access, app, organizationId, ...(await buildMember(access, organizationId, 'agent')) };
}

it('a person who signs in is known with their memberships and the names of their organisations', async () => {
  const { access, app } = buildApp(db());
  const organizationId = await buildOrganization(db(), 'خلية الاستقبال 🌍');
  const { userId, email } = await buildMember(access, organizationId, 'agent', 'Inventée 🙂 مخترعة');
  const cookie = await signIn(app, email.toUpperCase());
  expect(await access.sessions.find(new Headers({ cookie }))).toEqual({
    userId,
    email,
    name: 'Inventée 🙂 مخترعة',
    language: 'fr',
    memberships: [{ organizationId, organizationName: 'خلية الاستقبال 🌍', role: 'agent' }],
  });
});

it('nobody is signed in without a cookie, with a forged one, or with one whose signature was changed', async () => {
  const { access, app, email } = await buildAgent();
  const cookie = await signIn(app, email);
  const { rows } = await db().auth.query<{ token: string }>('select token from access.session limit 1');
  for (const wrong of [
    '',
    'istiqbal.session_token=',
    `istiqbal.session_token=${rows[0]?.token}`,
    cookie.replace(/.{12}$/, 'AAAAAAAAAA%3D'),
  ]) {
    expect(await access.sessions.find(new Headers(wrong ? { cookie: wrong } : {}))).toBeUndefined();
  }
});

it('after signing out the same cookie opens nothing', async () => {
  const { access, app, email } = await buildAgent();
  const cookie = await signIn(app, email);
  expect((await post(app, '/api/auth/sign-out', {}, { cookie })).status).toBe(200);
  expect(await access.sessions.find(new Headers({ cookie }))).toBeUndefined();
});

it('signing out everywhere ends the session on the other device too', async () => {
  const { access, app, email } = await buildAgent();
  const here = await signIn(app, email);
  const there = await signIn(app, email);
  expect((await post(app, '/api/auth/revoke-sessions', {}, { cookie: here })).status).toBe(200);
  expect(await access.sessions.find(new Headers({ cookie: here }))).toBeUndefined();
  expect(await access.sessions.find(new Headers({ cookie: there }))).toBeUndefined();
});

it('a wrong password and an unknown person get the same answer after the same work', async () => {
  const { app, email } = await buildAgent();
  const timed = async (address: string) => {
    let took = Number.POSITIVE_INFINITY;
    let answer = new Response();
    for (let i = 0; i < 4; i++) {
      const start = performance.now();
      answer = await post(app, path, { email: address, password: 'pas le bon du tout' });
      took = Math.min(took, performance.now() - start);
    }
    return { status: answer.status, body: await answer.text(), took };
  };
  const wrong = await timed(email);
  const unknown = await timed(`personne.${randomUUID()}@example.org`);
  expect(wrong.status).toBe(401);
  expect(JSON.parse(wrong.body)).toMatchObject({ code: 'invalid_email_or_password' });
  expect({ ...unknown, took: 0 }).toEqual({ ...wrong, took: 0 });
  // Both hash once; a shortcut would answer in a tenth of the time. Wide, because the machine is shared.
  expect(unknown.took).toBeGreaterThan(wrong.took / 5);
});

it('after ten failures an account is closed to guessing, even to the right password; another account is not', async () => {
  const { access, app, organizationId, email } = await buildAgent();
  for (let i = 0; i < 10; i++) expect((await post(app, path, { email, password: `mauvais ${i} mauvais` })).status).toBe(401);
  const answer = await post(app, path, { email, password });
  expect(answer.status).toBe(429);
  expect(await answer.json()).toMatchObject({ code: 'too_many_attempts' });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  const other = await buildMember(access, organizationId, 'agent');
  await signIn(app, other.email);
  const { rows } = await db().auth.query<{ key: string }>('select key from access.rate_limit');
  expect(JSON.stringify(rows)).not.toContain('example.org');
});

it('one address cannot try passwords without end, whatever accounts it tries', async () => {
  const { app } = buildApp(db());
  const from = { 'x-forwarded-for': '203.0.113.9' };
  await db().auth.query('insert into access.rate_limit (key, count, last_request) values ($1, 100, $2)', [
    '203.0.113.9|/sign-in/email',
    Date.now(),
  ]);
  const body = { email: `x${randomUUID()}@example.org`, password };
  expect((await post(app, path, body, from)).status).toBe(429);
  // What a client writes in front of the proxy's own entry changes nothing.
  expect((await post(app, path, body, { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' })).status).toBe(429);
  expect((await post(app, path, body, { 'x-istiqbal-address': '198.51.100.1', ...from })).status).toBe(429);
  expect((await post(app, path, body, { 'x-forwarded-for': '203.0.113.10' })).status).toBe(401);
});

it('cookies are HttpOnly and SameSite=Lax, and Secure behind TLS', async () => {
  const cookiesOf = async (env: Record<string, string>, from: string) => {
    const { app, email } = await buildAgent(env);
    return (await post(app, path, { email, password }, { origin: from })).headers.getSetCookie();
  };
  const plain = await cookiesOf({}, origin);
  expect(plain.join()).toMatch(/istiqbal\.session_token=.*HttpOnly; SameSite=Lax/);
  expect(plain.join()).not.toContain('Secure');
  const secure = await cookiesOf({ PUBLIC_URL: 'https://istiqbal.example.org' }, 'https://istiqbal.example.org');
  expect(secure.join()).toMatch(/^__Secure-istiqbal\.session_token=.*HttpOnly; Secure; SameSite=Lax/);
});

it('nobody opens an account without an invitation, and what is not needed is shut', async () => {
  const { app } = buildApp(db());
  const signUp = await post(app, '/api/auth/sign-up/email', { email: 'intrus@example.org', password, name: 'Intrus Inventé' });
  expect(signUp.status).toBe(403);
  expect(await signUp.json()).toMatchObject({ code: 'invitation_needed' });
  const { rows } = await db().auth.query(`select 1 from access."user" where email = 'intrus@example.org'`);
  expect(rows).toHaveLength(0);
  for (const closed of [
    '/api/auth/update-user',
    '/api/auth/change-email',
    '/api/auth/request-password-reset',
    '/api/auth/sign-in/social',
  ]) {
    expect((await post(app, closed, {})).status).toBe(404);
  }
});

it('a sign-in that another site sends is refused', async () => {
  const { app, email } = await buildAgent();
  const answer = await post(app, path, { email, password }, { origin: 'https://ailleurs.example' });
  expect(answer.status).toBe(403);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

it('a program that is no browser signs in and out without naming an origin', async () => {
  const { app, email } = await buildAgent();
  const headers = { 'content-type': 'application/json' };
  const answer = await app.request(path, { method: 'POST', headers, body: JSON.stringify({ email, password }) });
  expect(answer.status).toBe(200);
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect((await app.request('/api/auth/sign-out', { method: 'POST', headers: { cookie } })).status).toBe(200);
});

it('malformed sign-ins are refused with a code, never with an error of ours', async () => {
  const { app } = buildApp(db());
  const answers = [
    await post(app, path, {}),
    await post(app, path, { email: 'pas une adresse', password }),
    await post(app, path, { email: ['a@example.org'], password: {} }),
    await post(app, path, { email: 'a@example.org', password: 'é'.repeat(100_000) }),
    await post(app, path, { email: 'a\u0000b@example.org', password: '\u0000' }),
    await post(app, path, [1, 2]),
    await app.request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"email":' }),
  ];
  for (const answer of answers) {
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: expect.stringMatching(/^[a-z_]+$/) });
  }
});

it('passwords are kept as argon2id hashes only, and accents typed in two ways are one password', async () => {
  const { access, app } = buildApp(db());
  const email = `accents.${randomUUID()}@example.org`;
  const { userId } = await access.createUser({ email, name: 'Inventée', password: 'été à Saïdia'.normalize('NFC'), language: 'fr' });
  const { rows } = await db().auth.query<{ password: string }>('select password from access.account where user_id = $1', [userId]);
  expect(rows[0]?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await signIn(app, email, 'été à Saïdia'.normalize('NFD'));
});

it('the role that serves requests cannot read passwords, sessions or rate limits', async () => {
  for (const table of ['account', 'session', 'verification', 'rate_limit']) {
    await expect(db().app.query(`select * from access.${table}`)).rejects.toThrow(/permission denied/);
  }
  await expect(db().app.query('select * from access."user"')).rejects.toThrow(/permission denied/);
});

it('over a real connection the address is the one of the connection, whatever the client claims', async () => {
  const { app, email, userId } = await buildAgent();
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const address = server.address();
    const at = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const headers = { 'content-type': 'application/json', origin: at, 'x-istiqbal-address': '198.51.100.1' };
    const answer = await fetch(at + path, { method: 'POST', headers, body: JSON.stringify({ email, password }) });
    expect(answer.status).toBe(200);
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(await (await fetch(`${at}/api/me`, { headers: { cookie } })).json()).toMatchObject({ user: { id: userId } });
    expect((await fetch(`${at}/api/auth/sign-out`, { method: 'POST', headers: { cookie, origin: at } })).status).toBe(200);
    expect((await fetch(`${at}/api/me`, { headers: { cookie } })).status).toBe(401);
  } finally {
    server.close();
  }
});

it('a session that ran out opens nothing, and its row goes at the next sign-in', async () => {
  const { access, app, email, userId } = await buildAgent();
  const cookie = await signIn(app, email);
  await db().auth.query(`update access.session set expires_at = now() - interval '1 second' where user_id = $1`, [userId]);
  expect(await access.sessions.find(new Headers({ cookie }))).toBeUndefined();
  await signIn(app, email);
  const { rows } = await db().auth.query('select expires_at > now() as alive from access.session where user_id = $1', [userId]);
  expect(rows).toEqual([{ alive: true }]);
});
