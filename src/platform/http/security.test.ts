import { serve } from '@hono/node-server';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { line } from '../commands/contract.ts';
import { readJson } from './body.ts';
import { contentSecurityPolicy, largestBody, security } from './security.ts';

function buildApp(publicUrl?: string): Hono {
  const app = new Hono();
  app.use(security({ publicUrl }));
  app.get('/fr/', (c) => c.html('<p>bonjour</p>', 200, { 'content-security-policy': "default-src 'none'" }));
  app.get('/api/thing', (c) => c.json({}));
  app.post('/fr/form', async (c) => c.json(await c.req.parseBody()));
  app.post('/api/thing', async (c) => {
    const body = await readJson(c, z.object({ name: line(10_000), inner: z.object({ count: z.int() }).optional() }));
    return body.refused ?? c.json(body.value);
  });
  app.post('/api/bare', (c) => c.json({ done: true }));
  app.get('/api/broken', () => {
    throw new Error('on purpose');
  });
  app.onError((_, c) => c.json({}, 500));
  return app;
}
const send = (app: Hono, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, url = '/api/thing') =>
  app.request(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
const codeOf = async (answer: Response): Promise<[number, unknown]> => [answer.status, ((await answer.json()) as { code?: string }).code];

it('every answer carries the security headers, refusals, unknown addresses and failures too', async () => {
  const app = buildApp();
  for (const answer of [
    await app.request('/api/thing'),
    await app.request('/nowhere'),
    await app.request('/api/broken'),
    await send(app, '{'),
    await send(app, '{}', { origin: 'https://ailleurs.example' }),
  ]) {
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(answer.headers.get('strict-transport-security')).toBeNull();
  }
  expect(contentSecurityPolicy).not.toContain('unsafe');
});

it('a page that set its own policy keeps it, and TLS is remembered by the browser', async () => {
  const answer = await buildApp('https://istiqbal.example.org').request('/fr/');
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
  expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
});

it('what is personal is not kept by caches, pages may be', async () => {
  const app = buildApp();
  expect((await app.request('/api/thing')).headers.get('cache-control')).toBe('no-store');
  expect((await app.request('/fr/')).headers.get('cache-control')).toBeNull();
});

it('a change that another site sends is refused; ours, and a program without a browser, pass', async () => {
  const app = buildApp();
  const foreign: Record<string, string>[] = [
    { origin: 'https://ailleurs.example' },
    { origin: 'null' },
    { origin: 'http://localhost:9999' },
    { origin: 'https://localhost' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost' },
  ];
  for (const headers of foreign) expect(await codeOf(await send(app, '{"name":"a"}', headers))).toEqual([403, 'foreign_origin']);
  const own: Record<string, string>[] = [
    {},
    { origin: 'http://localhost' },
    { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  ];
  for (const headers of own) {
    expect((await send(app, '{"name":"a"}', headers)).status).toBe(200);
  }
  expect((await app.request('/api/thing', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200);
});

it('behind a proxy the configured address counts, not the one the proxy asks for', async () => {
  const app = buildApp('https://istiqbal.example.org');
  const at = 'http://127.0.0.1:8080/api/thing';
  expect((await send(app, '{"name":"a"}', { origin: 'https://istiqbal.example.org' }, at)).status).toBe(200);
  expect(await codeOf(await send(app, '{"name":"a"}', { origin: 'http://127.0.0.1:8080' }, at))).toEqual([403, 'foreign_origin']);
});

it('a body over one megabyte is refused, also when it does not say its length', async () => {
  const app = buildApp();
  const note = JSON.stringify({ name: 'é'.repeat(largestBody) });
  expect(await codeOf(await send(app, note))).toEqual([413, 'too_large']);
  expect(await codeOf(await send(app, note, { 'content-length': String(Buffer.byteLength(note)) }))).toEqual([413, 'too_large']);
});

it('an API body that is not JSON is refused, a form of a page is not', async () => {
  const app = buildApp();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', '']) {
    expect(await codeOf(await send(app, '{"name":"a"}', { 'content-type': type }))).toEqual([415, 'not_json']);
  }
  expect((await send(app, '{"name":"a"}', { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
  expect((await send(app, 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, '/fr/form')).status).toBe(200);
  expect((await app.request('/api/bare', { method: 'POST' })).status).toBe(200);
});

it('broken JSON and text that is not UTF-8 are refused; names in any script come through whole', async () => {
  const app = buildApp();
  const latin1 = Uint8Array.from([...'{"name":"'].map((c) => c.charCodeAt(0)).concat([0xe9, 0x22, 0x7d]));
  for (const body of ['', '{', '{"name":"a"}x', latin1]) expect(await codeOf(await send(app, body))).toEqual([400, 'malformed']);
  for (const name of ['👩🏽‍🌾', '\u202bليلى\u202c', 'ⵍⴰⵍⵍⴰ', 'Zoë']) {
    expect(await (await send(app, JSON.stringify({ name }))).json()).toEqual({ name });
  }
});

it('fields that do not fit are named with a code each', async () => {
  const answer = await send(buildApp(), '{"name":"a\\u0000b","inner":{"count":1.5}}');
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({
    code: 'invalid_fields',
    fields: [
      { path: 'name', code: 'unreadable_text' },
      { path: 'inner.count', code: 'invalid_type' },
    ],
  });
});

it('a real server answers the same: a chunked body without end is cut off', async () => {
  const server = serve({ fetch: buildApp().fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    const status = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write('POST /api/thing HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n');
        for (let i = 0; i < 40; i++) socket.write(`8000\r\n${'x'.repeat(0x8000)}\r\n`);
      });
      socket.once('data', (data) => {
        resolve(data.toString().split('\r\n')[0] ?? '');
        socket.destroy();
      });
      socket.once('error', reject);
    });
    expect(status).toContain('413');
    const empty = await fetch(`http://127.0.0.1:${port}/api/bare`, { method: 'POST' });
    expect(empty.status).toBe(200);
  } finally {
    server.close();
  }
});
