import { Hono } from 'hono';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import type { ActorEnv } from '../../platform/http/reading.ts';
import { loadRegion } from '../../region.ts';
import { type Browser, buildApp, signInAs, type TestApp } from '../../testing/app.ts';
import { useDatabase } from '../../testing/database.ts';
import { guideRoutes } from './api.ts';
import type { Guide } from './contract.ts';

const db = useDatabase();
let app: TestApp;
let agent: Browser;
let id: string;
const to = 'testa.inventee@example.org';
const outbox = async () =>
  (await db().asOwner((owner) => owner.query('select kind, recipient, subject, body from platform.message'))).rows as Record<
    string,
    string
  >[];

beforeAll(async () => {
  await db().asOwner((owner) => loadRegion(owner));
  app = buildApp(db());
  agent = await signInAs(app, db(), 'agent');
  const { procedures } = (await (await agent.get('/api/desk/guide')).json()) as Guide;
  id = procedures.find((p) => p.key === 'residence-card')?.id ?? '';
}, 120_000);

/** The guide of an installation that sends letters, for someone past its front door. */
function routesFor(who: Browser): Hono<ActorEnv> {
  const config = readConfig({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'cellule@example.org' });
  return new Hono<ActorEnv>()
    .use('*', (c, next) => {
      c.set('actor', who.actor);
      return next();
    })
    .route('/', guideRoutes({ config, databases: db(), sessions: app.access.sessions, log: pino({ level: 'silent' }) }));
}
const send = async (who: Browser, body: unknown): Promise<Response> =>
  routesFor(who).request(`/api/desk/guide/${id}/send`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

it.each(['partner', 'programme', 'coordinator', 'administrator'] as const)('a %s reads the procedures too', async (role) => {
  const someone = await signInAs(app, db(), role);
  const answer = await someone.get('/api/desk/guide');
  expect(((await answer.json()) as Guide).procedures.length).toBeGreaterThanOrEqual(14);
});

it('nobody reads them without signing in', async () => {
  expect((await app.app.request('/api/desk/guide')).status).toBe(401);
});

it('a device that has them is told in a few bytes that nothing changed', async () => {
  const tag = (await agent.get('/api/desk/guide')).headers.get('etag') ?? '';
  expect(tag).not.toBe('');
  const headers = { 'if-none-match': (await routesFor(agent).request('/api/desk/guide')).headers.get('etag') ?? '' };
  const again = await routesFor(agent).request('/api/desk/guide', { headers });
  expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
});

describe('the sheet', () => {
  it.each(['fr', 'ar', 'en', 'es', 'fr,ar', 'fr,es'])('comes as a PDF in %s', async (languages) => {
    const answer = await agent.get(`/api/desk/guide/${id}/sheet?languages=${languages}&ready=0,2`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
  });
  it.each([
    ['languages=de', 400],
    ['languages=fr,ar,en', 400],
    ['ready=99', 400],
    ['ready=x', 400],
  ])('asked with %s answers %i', async (query, status) => {
    expect((await agent.get(`/api/desk/guide/${id}/sheet?${query}`)).status).toBe(status);
  });
  it('of a procedure that does not exist is not found', async () => {
    expect((await agent.get('/api/desk/guide/00000000-0000-4000-8000-000000000000/sheet')).status).toBe(404);
  });
});

describe('a checklist sent by e-mail', () => {
  it('waits in the outbox with its text, and its address stands in no journal', async () => {
    const answer = await send(agent, { to, languages: ['ar', 'fr'], ready: [0] });
    expect(answer.status).toBe(202);
    const [message] = await outbox();
    expect(message).toMatchObject({ kind: 'procedure_sheet', recipient: to, subject: expect.stringMatching(/سند الإقامة/) });
    expect(message?.body).toMatch(/☑ Passeport/);
    expect(message?.body).toMatch(/Cellule inventée/);
    const { rows } = await db().asOwner((owner) =>
      owner.query(
        `select from platform.journal where payload::text like $1 union all select from platform.command where answer::text like $1`,
        [`%${to}%`],
      ),
    );
    expect(rows).toEqual([]);
  });
  it('is forgotten once it went out', async () => {
    await db().app.query(`select platform.settle_message(id, 'sent', null) from platform.take_messages(5)`);
    expect(await outbox()).toEqual([{ kind: 'procedure_sheet', recipient: '', subject: '', body: '' }]);
  });
  it.each(['pas une adresse', 'a@example.org, b@example.org', ''])('is not sent to « %s »', async (wrong) => {
    expect((await send(agent, { to: wrong, languages: ['fr'], ready: [] })).status).toBe(422);
  });
  it('is the desk’s to send', async () => {
    const partner = await signInAs(app, db(), 'partner');
    expect((await send(partner, { to, languages: ['fr'], ready: [] })).status).toBe(403);
  });
  it('is refused, with what to do instead, where the installation sends no letters', async () => {
    const answer = await agent.post(`/api/desk/guide/${id}/send`, { to, languages: ['fr'], ready: [] });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'mail_is_off' });
    expect(((await (await agent.get('/api/desk/guide')).json()) as Guide).canMail).toBe(false);
  });
});
