import { createServer, type Server } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/database/actor.ts';
import { withActor } from '../../platform/database/actor.ts';
import { buildActor } from '../../testing/builders.ts';
import { buildImportedService } from '../../testing/care.ts';
import { mustRun, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { checkLinks } from './check-links.ts';
import { lookAtLink } from './look-at-link.ts';
import { isPublicAddress } from './public-address.ts';
import { listLinks } from './read-links.ts';

const db = useDatabase();
let server: Server;
let base = '';
const asked: string[] = [];
const anywhere = { allows: () => true, timeout: 1500 };

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const [, what = '', to = ''] = (request.url ?? '').split('/');
    if (what === 'silent') return;
    if (what === 'headless' && request.method === 'HEAD') response.writeHead(405).end();
    else if (/^30\d$/.test(what)) response.writeHead(Number(what), { location: to === 'self' ? request.url : `/${to}` }).end();
    else response.writeHead(/^\d+$/.test(what) ? Number(what) : 200).end('x'.repeat(100_000));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('an address', () => {
  it.each([
    ['/200', 'ok'],
    ['/headless', 'ok'],
    ['/404', 'not_found'],
    ['/410', 'gone'],
    ['/403', 'forbidden'],
    ['/503', 'server_error'],
    ['/302/200', 'ok'],
    ['/302/404', 'not_found'],
    ['/301/self', 'too_many_redirects'],
    ['/silent', 'no_answer'],
  ])('that answers as %s is told to be %s', async (path, state) => {
    expect(await lookAtLink(base + path, anywhere)).toEqual({ state, movedTo: null });
  });
  it('that moved for good is told with where it leads', async () => {
    expect(await lookAtLink(`${base}/301/200`, anywhere)).toEqual({ state: 'moved', movedTo: `${base}/200` });
  });
  it.each(['ftp://example.org/', 'mailto:a@example.org', 'not an address'])('of another kind is not looked at: %s', async (address) => {
    expect(await lookAtLink(address, anywhere)).toEqual({ state: 'not_web', movedTo: null });
  });
  it.each([
    'http://localhost:1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://192.168.1.1/',
  ])('inside our own network is never asked: %s', async (address) => {
    expect(await lookAtLink(address)).toEqual({ state: 'not_public', movedTo: null });
  });
  it('that leads into our own network is not followed there', async () => {
    asked.length = 0;
    const outside = { ...anywhere, allows: (address: string) => address !== '127.0.0.1' || asked.length === 0 };
    expect((await lookAtLink(`${base}/302/200`, outside)).state).toBe('not_public');
    expect(asked).toEqual(['HEAD /302/200']);
  });
});

it('no private or reserved network counts as public', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const inside = fc.oneof(
    fc.tuple(fc.constantFrom('10', '127', '0', '224', '239', '240', '255'), byte, byte, byte),
    fc.tuple(fc.constant('172'), fc.integer({ min: 16, max: 31 }), byte, byte),
    fc.tuple(fc.constantFrom('192.168', '169.254', '198.18', '198.19'), byte, byte),
    fc.tuple(fc.constant('100'), fc.integer({ min: 64, max: 127 }), byte, byte),
  );
  fc.assert(
    fc.property(inside, (parts) => {
      expect(isPublicAddress(parts.join('.'))).toBe(false);
      expect(isPublicAddress(`::ffff:${parts.join('.')}`)).toBe(false);
    }),
  );
  for (const address of ['fe80::1', 'fc00::1', 'fd12::1', '::', 'ff02::1', '2002:7f00:1::', 'x', ''])
    expect(isPublicAddress(address)).toBe(false);
  for (const address of ['196.200.131.1', '8.8.8.8', '2606:4700::1111']) expect(isPublicAddress(address)).toBe(true);
});

describe('each night', () => {
  let editor: Actor;
  const query = (sql: string) => db().asOwner(async (owner) => (await owner.query(sql)).rows);
  const nextNight = () => query(`update directory.link_check set checked_at = checked_at - interval '1 day'`);
  const links = async () => (await withActor(db().app, editor, listLinks)).links;
  beforeEach(async () => {
    await query('delete from directory.link_check; update directory.service set url = null');
    editor = await buildActor(db(), 'programme');
    const { serviceId } = await buildImportedService(db());
    await query(`update directory.service set url = '${base}/404', source_url = '${base}/200' where id = '${serviceId}'`);
  });
  it('every address that pages lead to is looked at once, and a failing one is dead on the third', async () => {
    for (const tries of [1, 2, 3]) {
      expect(await checkLinks(db().app, anywhere)).toBe(2);
      expect(await checkLinks(db().app, anywhere)).toBe(0);
      expect(await links()).toMatchObject([
        { url: `${base}/404`, state: 'not_found', tries, usedBy: [{ name: { fr: 'Consultation inventée' } }] },
      ]);
      await nextNight();
    }
    await mustRun(testRunner(db()), editor, 'directory.recheck_link', { url: `${base}/404` });
    expect(await links()).toMatchObject([{ tries: 0, checkedAt: null }]);
  });
  it('told to stop, it asks nobody any more', async () => {
    asked.length = 0;
    await checkLinks(db().app, anywhere, AbortSignal.abort());
    expect(asked).toEqual([]);
  });
  it('an address no page leads to any more is forgotten', async () => {
    await checkLinks(db().app, anywhere);
    await query('update directory.service set url = null');
    await nextNight();
    await checkLinks(db().app, anywhere);
    expect(await links()).toEqual([]);
  });
});
