import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildApp, type Browser, signInAs, type TestApp } from '../testing/app.ts';
import { buildImportedService, buildVocabulary } from '../testing/care.ts';
import { command } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { feedbackListSchema } from '../directory/care/contract.ts';
import { confirmToken, daysValid, readConfirmToken } from '../directory/care/confirm-link.ts';

const db = useDatabase();
let platform: TestApp;
let focal: Browser;
let stranger: Browser;
let organizationId: string;
let serviceId: string;

beforeAll(async () => {
  await buildVocabulary(db());
  platform = buildApp(db());
  stranger = await signInAs(platform, db(), 'partner');
}, 60_000);
beforeEach(async () => {
  ({ organizationId, serviceId } = await buildImportedService(db()));
  focal = await signInAs(platform, db(), 'partner', organizationId);
});

const send = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const answer = await platform.app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
};
const get = async (path: string) => {
  const answer = await platform.app.request(path);
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
};
const codeIn = (html: string): string => /[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(html)?.[0] ?? '';
const feedbackOf = async (browser: Browser) =>
  feedbackListSchema
    .parse(await (await browser.get('/api/directory/care/feedback')).json())
    .feedback.filter((f) => f.service.id === serviceId);

describe('a word about a service', () => {
  it('is given in two taps, reaches the organisation, and is answered to whoever holds the code', async () => {
    const page = await get(`/fr/services/${serviceId}`);
    expect(page.html).toMatch(new RegExp(`<form[^>]+action="/fr/services/${serviceId}/feedback"`));
    // With a stricter one the browser would say that the form came from nowhere.
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    const sent = await send(`/fr/services/${serviceId}/feedback`, { kind: 'refused', text: 'On m’a demandé <b>un bail</b>', website: '' });
    const code = codeIn(sent.html);
    expect(sent.status).toBe(200);
    const [given] = await feedbackOf(focal);
    expect(given).toMatchObject({ kind: 'refused', text: 'On m’a demandé <b>un bail</b>', language: 'fr', reference: code, state: 'open' });
    expect((await send('/ar/feedback', { code })).html).toContain('لا يوجد جواب بعد');
    const payload = { feedbackId: given?.id, state: 'answered', answer: 'Le bail n’est pas demandé <i>ici</i>.' };
    const answer = await (await focal.post('/api/commands', { commands: [command('directory.answer_feedback', payload)] })).json();
    expect(answer.answers[0].status).toBe('done');
    const read = await send('/fr/feedback', { code: code.toLowerCase().replaceAll('-', ' ') });
    expect(read.html).toContain('Le bail n’est pas demandé &lt;i&gt;ici&lt;/i&gt;.');
    expect(read.headers.get('cache-control')).toBe('no-store');
    expect(read.html).not.toContain('On m’a demandé');
  });
  it('is answered about the service as the reader’s language calls it', async () => {
    const code = codeIn((await send(`/ar/services/${serviceId}/feedback`, { kind: 'wrong' })).html);
    expect((await send('/ar/feedback', { code })).html).toContain('استشارة مختلقة');
    const inSpanish = (await send('/es/feedback', { code })).html;
    expect(inSpanish).toContain('Consultation inventée');
    expect(inSpanish).not.toContain('استشارة مختلقة');
  });
  it('is not shown to another organisation, which cannot answer it either', async () => {
    await send(`/fr/services/${serviceId}/feedback`, { kind: 'wrong' });
    const [given] = await feedbackOf(focal);
    expect(await feedbackOf(stranger)).toEqual([]);
    const payload = { feedbackId: given?.id, state: 'settled' };
    const answer = await (await stranger.post('/api/commands', { commands: [command('directory.answer_feedback', payload)] })).json();
    expect(answer.answers[0]).toMatchObject({ status: 'refused', code: 'feedback_not_found' });
  });
  it.each([
    ['a kind nobody knows', { kind: 'nice' }, {}, 422],
    ['a text that is too long', { kind: 'wrong', text: 'x'.repeat(2001) }, {}, 422],
    ['a form of another site', { kind: 'wrong' }, { origin: 'https://example.org', 'sec-fetch-site': 'cross-site' }, 403],
    ['another kind of body', { kind: 'wrong' }, { 'content-type': 'text/plain' }, 422],
  ])('with %s is refused and nothing is kept', async (_what, fields, headers, status) => {
    expect((await send(`/fr/services/${serviceId}/feedback`, fields, headers)).status).toBe(status);
    expect(await feedbackOf(focal)).toEqual([]);
  });
  it('from a program that fills in every field is not kept, and the program is not told', async () => {
    expect((await send(`/fr/services/${serviceId}/feedback`, { kind: 'wrong', website: 'https://example.org' })).status).toBe(200);
    expect(await feedbackOf(focal)).toEqual([]);
  });
  it('about a service that does not exist is not found, and a wrong code opens nothing', async () => {
    expect((await send(`/es/services/${randomUUID()}/feedback`, { kind: 'wrong' })).status).toBe(404);
    expect(await send('/en/feedback', { code: 'ABC-DEF-GHJK' })).toMatchObject({ status: 404 });
    expect((await send('/en/feedback', { code: "' or true --" })).html).toContain('No message has this code');
  });
});

describe('the link of a reminder', () => {
  const token = (now = new Date()) => confirmToken(db().secret, organizationId, now);
  const assured = async () =>
    (await db().app.query<{ assured: string | null }>('select assured_date as assured from directory.service where id = $1', [serviceId]))
      .rows[0]?.assured;

  it('shows one button, and only the button confirms', async () => {
    const page = await get(`/fr/confirm/${token()}`);
    expect(page.html).toContain('Consultation inventée');
    expect(page.html).toContain(`action="/fr/confirm/${token()}"`);
    expect(await assured()).toBeNull();
    expect((await send(`/ar/confirm/${token()}`, {})).html).toContain('خدمة واحدة');
    expect(await assured()).not.toBeNull();
    const history = await (await focal.get(`/api/directory/care/history/organization/${organizationId}`)).json();
    expect(history.changes).toMatchObject([{ kind: 'confirm', proposedBy: null }]);
  });
  it.each(['x', 'a.b.c', '%00', '..%2f..'])('cut or invented (%s) confirms nothing', async (broken) => {
    expect((await get(`/fr/confirm/${broken}`)).status).toBe(410);
    expect((await send(`/fr/confirm/${broken}`, {})).status).toBe(410);
  });
  it('no longer serves after its days are over', async () => {
    expect((await send(`/fr/confirm/${token(new Date(Date.now() - (daysValid + 1) * 86_400_000))}`, {})).status).toBe(410);
    expect(await assured()).toBeNull();
  });
});

it('a link with any character changed, or of another installation, names no organisation', () => {
  const now = new Date('2026-11-25T10:00:00Z');
  const id = '0b7d0c1e-5a01-4c11-8a01-000000000003';
  const good = confirmToken('a', id, now);
  expect(readConfirmToken('a', good, now)).toBe(id);
  expect(readConfirmToken('b', good, now)).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.constantFrom(...'0123456789abcdefXYZ-_.'), (at, letter) => {
      fc.pre(good[at] !== letter);
      expect(readConfirmToken('a', good.slice(0, at) + letter + good.slice(at + 1), now)).toBeUndefined();
    }),
  );
});

it('a service that is closed for a time is not said to be gone, and sends nobody to its door', async () => {
  const page = async () => (await get(`/fr/services/${serviceId}`)).html;
  expect(await page()).toContain('<table class="hours">');
  await db().asOwner((owner) => owner.query(`update directory.service set status = 'temporarily closed' where id = $1`, [serviceId]));
  await expect.poll(page, { timeout: 10_000 }).toContain('fermé pour un temps');
  expect(await page()).not.toMatch(/n’est plus proposé|<table class="hours">/);
  await db().asOwner((owner) => owner.query(`update directory.service set status = 'inactive' where id = $1`, [serviceId]));
  await expect.poll(page, { timeout: 10_000 }).toContain('n’est plus proposé');
});

it('the address of a merged service leads to the one that was kept, as long as it is merged', async () => {
  const { serviceId: kept } = await buildImportedService(db(), organizationId);
  const editor = await signInAs(platform, db(), 'programme');
  const ids = { mergeId: randomUUID(), changeId: randomUUID() };
  const run = (kind: string, payload: object) => editor.post('/api/commands', { commands: [command(`directory.${kind}`, payload)] });
  await run('merge', { ...ids, entity: 'service', keptId: kept, goneId: serviceId });
  const leadsTo = async () => (await platform.app.request(`/ar/services/${serviceId}`)).headers.get('location');
  await expect.poll(leadsTo, { timeout: 5000 }).toBe(`/ar/services/${kept}`);
  await run('undo_merge', { mergeId: ids.mergeId, changeId: randomUUID() });
  await expect.poll(leadsTo, { timeout: 5000 }).toBeNull();
});
