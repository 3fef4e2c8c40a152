import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, buildApp, signInAs, type TestApp } from './testing/app.ts';
import { buildReferral, command, testRunner, visitPayload } from './testing/commands.ts';
import { useDatabase } from './testing/database.ts';

const db = useDatabase();
let platform: TestApp;
let agent: Browser;
let partner: Browser;
let coordinator: Browser;
beforeAll(async () => {
  platform = buildApp(db());
  agent = await signInAs(platform, db(), 'agent');
  partner = await signInAs(platform, db(), 'partner');
  coordinator = await signInAs(platform, db(), 'coordinator');
}, 60_000);

const read = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;

it('an agent records a visit, refers, and reads the partner’s refusal with its reason', async () => {
  const ids = await buildReferral(testRunner(db()), agent.actor, partner.actor.organizationId);
  const inbox = await read<{ referrals: { id: string }[] }>(await partner.get('/api/referrals?box=inbox'));
  expect(inbox.referrals.map((r) => r.id)).toContain(ids.referralId);
  const answer = await partner.post('/api/commands', {
    commands: [command('referrals.decline', { referralId: ids.referralId, reason: 'not_eligible' })],
  });
  expect(await read(answer)).toMatchObject({ answers: [{ status: 'done' }] });
  const file = await read<{ referrals: unknown[]; readers: unknown[] }>(await agent.get(`/api/cases/${ids.caseId}`));
  expect(file.referrals).toMatchObject([{ status: 'declined', declineReason: 'not_eligible' }]);
  expect(file.readers).toMatchObject([{ name: 'Testeuse Inventée' }]);
});

it('a file of another organisation is answered as not found, and so is one that does not exist', async () => {
  const ids = await buildReferral(testRunner(db()), agent.actor, partner.actor.organizationId);
  const other = await signInAs(platform, db(), 'agent');
  for (const path of [
    `/api/cases/${ids.caseId}`,
    `/api/desk/visits/${ids.visitId}`,
    `/api/desk/visits/${ids.visitId}/slip`,
    `/api/cases/${randomUUID()}`,
  ]) {
    const answer = await other.get(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await read(answer)).toMatchObject({ code: 'not_found' });
  }
});

it('totals reach the coordinator only, and hide small numbers', async () => {
  const path = '/api/observatory/totals?since=2020-01-01&until=2027-12-31';
  expect((await agent.get(path)).status).toBe(403);
  const totals = await read<{ visits: Record<string, { count: number | null }[]>; threshold: number }>(await coordinator.get(path));
  for (const dimension of Object.values(totals.visits)) {
    for (const { count } of dimension) if (count !== null && count > 0) expect(count).toBeGreaterThanOrEqual(totals.threshold);
  }
  expect(JSON.stringify(totals)).not.toContain('Testa');
});

it('a slip is a PDF that carries the reference and no name', async () => {
  const ids = await buildReferral(testRunner(db()), agent.actor, partner.actor.organizationId);
  const answer = await agent.get(`/api/desk/visits/${ids.visitId}/slip?languages=fr,ar`);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(new TextDecoder('latin1').decode(await answer.arrayBuffer()).slice(0, 5)).toBe('%PDF-');
});

it('a slip opened by a link is found in whichever of the agent’s organisations it belongs to', async () => {
  const ids = await buildReferral(testRunner(db()), agent.actor, partner.actor.organizationId);
  const elsewhere = await signInAs(platform, db(), 'agent');
  await platform.access.addMembership({ userId: elsewhere.actor.userId, organizationId: agent.actor.organizationId, role: 'agent' });
  const slip = `/api/desk/visits/${ids.visitId}/slip?languages=fr`;
  expect((await elsewhere.get(`${slip}&organization=${agent.actor.organizationId}`)).status).toBe(200);
  expect((await elsewhere.get(`${slip}&organization=${partner.actor.organizationId}`)).status).toBe(403);
});

const reads = [
  '/api/desk/visits',
  '/api/desk/visits/:id',
  '/api/desk/visits/:id/slip',
  '/api/cases',
  '/api/cases/:id',
  '/api/cases/of/:id',
  '/api/cases/colleagues',
  '/api/cases/delays',
  '/api/people/:id',
  '/api/people/pairs',
  '/api/desk/known/:id',
  '/api/desk/fields',
  '/api/desk/fields/figures',
  '/api/desk/fields/values/:id',
  '/api/observatory/month',
  '/api/referrals',
  '/api/referrals/receivers',
  '/api/observatory/totals',
  '/api/directory/search',
  '/api/directory/services/:id',
  '/api/directory/organizations',
  '/api/taxonomy/needs',
  '/api/taxonomy/audiences',
  '/api/territory/communes',
  '/api/me',
  '/api/access/members',
  '/api/access/invitations',
];

it('whatever is asked of a reading address, the answer is a success or a 4xx with a stable code', async () => {
  const parameters = [
    'limit',
    'box',
    'since',
    'until',
    'q',
    'audience',
    'category',
    'commune',
    'language',
    'languages',
    'page',
    'list',
    'month',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...reads),
      fc.oneof(fc.uuid(), fc.string({ unit: 'binary', maxLength: 40 })),
      fc.dictionary(fc.constantFrom(...parameters), fc.string({ unit: 'grapheme', maxLength: 60 }), { maxKeys: 4 }),
      async (path, id, query) => {
        const asked = `${path.replace(':id', encodeURIComponent(id.isWellFormed() ? id : 'x') || 'x')}?${new URLSearchParams(query)}`;
        for (const who of [agent, coordinator]) {
          const answer = await who.get(asked);
          expect(answer.status, asked).toBeLessThan(500);
          if (answer.status >= 400) expect((await read<{ code: string; detail: string }>(answer)).code, asked).toMatch(/^[a-z_]+$/);
        }
      },
    ),
    { numRuns: 150 },
  );
});

it.each([
  ['broken JSON', '{"commands": [', {}, 400, 'malformed'],
  ['a foreign encoding', new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x7d]), {}, 400, 'malformed'],
  ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'not_json'],
  ['two megabytes', 'x'.repeat(2_000_000), {}, 413, 'too_large'],
  ['another site', {}, { origin: 'https://elsewhere.example' }, 403, 'foreign_origin'],
  ['no command', { commands: [] }, {}, 422, 'invalid_fields'],
  [
    'a command whose id is not one',
    { commands: [{ ...command('desk.record_visit', visitPayload()), id: 'x' }] },
    {},
    422,
    'invalid_fields',
  ],
  [
    'a date that does not exist',
    { commands: [{ ...command('desk.record_visit', visitPayload()), at: '2026-02-30T10:00:00Z' }] },
    {},
    422,
    'invalid_fields',
  ],
])('%s sent as commands is refused, and nothing is written', async (_what, body, headers, status, code) => {
  const fresh = await signInAs(platform, db(), 'agent');
  const answer = await fresh.post('/api/commands', body, headers);
  expect(answer.status).toBe(status);
  const problem = await read<{ code: string; detail: string }>(answer);
  expect(problem.code).toBe(code);
  expect(problem.detail.length).toBeGreaterThan(20);
  expect(await read(await fresh.get('/api/desk/visits'))).toEqual({ visits: [] });
});

it('without signing in, no address of the workspace answers', async () => {
  for (const path of reads.filter((p) => !/directory|taxonomy|territory/.test(p))) {
    expect([path, (await platform.app.request(path.replace(':id', randomUUID()))).status]).toEqual([path, 401]);
  }
});

it('the public pages answer inside the whole application, in each language', async () => {
  for (const language of ['fr', 'ar', 'en', 'es']) {
    for (const path of [`/${language}/`, `/${language}/services?q=x`, `/${language}/about-the-data`]) {
      expect([path, (await platform.app.request(path)).status]).toEqual([path, 200]);
    }
    expect((await platform.app.request(`/${language}/nothing-here`)).status).toBe(404);
  }
  expect((await platform.app.request('/')).status).toBe(302);
});

it('alive, ready and measured, with route patterns and no identifiers', async () => {
  expect((await platform.app.request('/health/live')).status).toBe(200);
  expect((await platform.app.request('/health/ready')).status).toBe(200);
  const metrics = await (await platform.app.request('/metrics')).text();
  expect(metrics).toContain('http_request_duration_seconds_bucket');
  for (const state of ['waiting', 'failed']) expect(metrics).toMatch(new RegExp(`^istiqbal_jobs\\{state="${state}"\\} \\d+$`, 'm'));
  expect(metrics).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
});

it('nothing logged in this file names anyone it dealt with', () => {
  expect(platform.logged()).not.toMatch(/Testa|Inventée|example\.org|Résumé inventé|500 000 000/);
});
