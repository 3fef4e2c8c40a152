import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, buildApp, signInAs, type TestApp } from '../../testing/app.ts';
import { useDatabase } from '../../testing/database.ts';
import { useVault } from '../../testing/files.ts';
import { withActor } from '../database/actor.ts';
import { takenFileSchema } from './contract.ts';
import { sweepFiles } from './sweep.ts';

const db = useDatabase();
const stage = useVault();
let platform: TestApp;
let agent: Browser;
let photograph: Buffer;
beforeAll(async () => {
  platform = buildApp(db(), stage().vault);
  agent = await signInAs(platform, db(), 'agent');
  photograph = await picture();
});

const picture = (width = 60): Promise<Buffer> =>
  sharp({ create: { width, height: 40, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Make: 'Téléphone inventé' } })
    .jpeg()
    .toBuffer();
const send = (bytes: Uint8Array | ReadableStream, id = randomUUID(), by = agent, headers = {}): Promise<Response> =>
  by.put(`/api/files/${id}`, bytes, headers);
const codeOf = async (answer: Response): Promise<[number, unknown]> => [answer.status, ((await answer.json()) as { code?: string }).code];
const query = async (sql: string, values: unknown[] = []) => (await db().asOwner((owner) => owner.query(sql, values))).rows;
const blobsOf = (): string[] =>
  readdirSync(stage().folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name));

describe('a file that is sent', () => {
  it('is written anew, sealed and waits for the person who sent it', async () => {
    const id = randomUUID();
    const answer = await send(photograph, id);
    expect(answer.status).toBe(200);
    const taken = takenFileSchema.parse(await answer.json());
    expect(taken).toMatchObject({ id, mediaType: 'image/jpeg' });
    const [row] = await query('select * from files.file where id = $1', [id]);
    expect(row).toMatchObject({
      user_id: agent.actor.userId,
      organization_id: agent.actor.organizationId,
      bound_at: null,
      size: taken.size,
    });
    const kept = await stage().vault.open({ id, blob: row.blob, keyId: row.key_id, wrappedKey: row.wrapped_key });
    expect(kept.includes('invent')).toBe(false);
    expect(row.sha256).toBe(createHash('sha256').update(kept).digest('hex'));
    expect(row.sent_sha256).toBe(createHash('sha256').update(photograph).digest('hex'));
  });

  it('sent again is the same file, other bytes under its name are refused', async () => {
    const id = randomUUID();
    const first = await (await send(photograph, id)).text();
    const blobs = blobsOf().length;
    expect(await (await send(photograph, id)).text()).toBe(first);
    expect(await codeOf(await send(await picture(70), id))).toEqual([409, 'file_exists']);
    expect(blobsOf()).toHaveLength(blobs);
  });

  it('sent several times at once is kept once', async () => {
    const id = randomUUID();
    const blobs = blobsOf().length;
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(photograph, id)));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200]);
    expect(new Set(await Promise.all(answers.map((a) => a.text()))).size).toBe(1);
    expect(blobsOf()).toHaveLength(blobs + 1);
  });

  it('waits for its sender alone', async () => {
    const id = randomUUID();
    await send(photograph, id);
    const colleague = await signInAs(platform, db(), 'cell_manager', agent.actor.organizationId);
    const stranger = await signInAs(platform, db(), 'agent');
    for (const other of [colleague, stranger]) {
      const seen = await withActor(db().app, other.actor, (tx) => tx.query('select from files.file where id = $1', [id]));
      expect(seen.rowCount).toBe(0);
      expect(await codeOf(await send(photograph, id, other))).toEqual([409, 'file_exists']);
    }
  });

  it.each(['partner', 'plan_officer', 'project_holder', 'programme', 'coordinator'] as const)(
    'by a %s is taken, who speaks for an organisation',
    async (role) => {
      const other = await signInAs(platform, db(), role);
      expect((await send(photograph, randomUUID(), other)).status).toBe(200);
    },
  );
  it('by an administrator is not read at all', async () => {
    const other = await signInAs(platform, db(), 'administrator');
    expect(await codeOf(await send(photograph, randomUUID(), other))).toEqual([403, 'not_allowed']);
  });

  it('by nobody, under no name, as something else or empty is refused', async () => {
    const anonymous = await platform.app.request(`/api/files/${randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(photograph),
    });
    expect(await codeOf(anonymous)).toEqual([401, 'not_signed_in']);
    expect(await codeOf(await agent.put('/api/files/essai', photograph))).toEqual([404, 'not_found']);
    expect(await codeOf(await send(photograph, randomUUID(), agent, { 'content-type': 'image/jpeg' }))).toEqual([415, 'not_a_file']);
    expect(await codeOf(await send(new Uint8Array()))).toEqual([422, 'file_empty']);
  });

  it.each([
    ['SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', [415, 'file_wrong_kind']],
    ['an office file', `PK\u0003\u0004${'x'.repeat(100)}`, [415, 'file_wrong_kind']],
    ['half a picture', undefined, [422, 'file_broken']],
  ])('as %s is refused and leaves nothing behind', async (_name, text, told) => {
    const blobs = blobsOf().length;
    expect(await codeOf(await send(text === undefined ? photograph.subarray(0, 300) : Buffer.from(text)))).toEqual(told);
    expect(blobsOf()).toHaveLength(blobs);
  });
});

describe('200 MB', () => {
  const megabyte = new Uint8Array(1_000_000);
  /** A picture's first bytes, then nothing but length; counts what was taken of it. */
  const endless = (first: Uint8Array = photograph.subarray(0, 100)) => {
    let given = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(given === 0 ? first : megabyte);
        given++;
        if (given > 200) controller.close();
      },
    });
    return { body, given: () => given };
  };

  it('that say so are refused before a byte is read', async () => {
    const { body, given } = endless();
    expect(await codeOf(await send(body, randomUUID(), agent, { 'content-length': '200000000' }))).toEqual([413, 'file_too_large']);
    expect(given()).toBeLessThanOrEqual(1);
  });

  it('that do not say so are cut off at the limit', async () => {
    const { body, given } = endless();
    const answer = await send(body);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'file_too_large', largest: 10_000_000 });
    expect(given()).toBeLessThan(15);
  });

  it('of something else are refused at their first bytes', async () => {
    const { body, given } = endless(Buffer.from('<!doctype html><html><head><title>essai</title>'));
    expect(await codeOf(await send(body))).toEqual([415, 'file_wrong_kind']);
    expect(given()).toBeLessThan(4);
  });
});

describe('what nobody attached', () => {
  const twoDaysAgo = new Date(Date.now() - 48 * 3_600_000);
  const sweep = (): Promise<void> => sweepFiles(db().app, stage().vault.blobs);

  it('is forgotten after a day, what is younger or attached is not', async () => {
    const [old, young, bound] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [old, young, bound]) await send(photograph, id);
    await db().asOwner((owner) =>
      owner.query(`update files.file set sent_at = now() - interval '25 hours' where id = any ($1)`, [[old, bound]]),
    );
    await db().asOwner((owner) => owner.query('update files.file set bound_at = now() where id = $1', [bound]));
    const blobOf = async (id: string) => (await query('select blob from files.file where id = $1', [id]))[0]?.blob as string;
    const [oldBlob, boundBlob] = [await blobOf(old), await blobOf(bound)];
    for (const path of blobsOf()) utimesSync(path, twoDaysAgo, twoDaysAgo);
    await sweep();
    expect((await query('select id from files.file where id = any ($1)', [[old, young, bound]])).map((r) => r.id).sort()).toEqual(
      [young, bound].sort(),
    );
    expect(blobsOf().some((path) => path.endsWith(oldBlob))).toBe(false);
    expect(blobsOf().some((path) => path.endsWith(boundBlob))).toBe(true);
  });

  it('of bytes that were never written to their end or lost their key nothing stays, and of the youngest nothing is touched', async () => {
    const { vault } = stage();
    const lost = await vault.keep(randomUUID(), [photograph]);
    const beingWritten = await vault.keep(randomUUID(), [photograph]);
    const path = blobsOf().find((p) => p.endsWith(lost.blob)) ?? '';
    utimesSync(path, twoDaysAgo, twoDaysAgo);
    await sweep();
    expect(blobsOf().some((p) => p.endsWith(lost.blob))).toBe(false);
    expect(blobsOf().some((p) => p.endsWith(beingWritten.blob))).toBe(true);
  });
});
