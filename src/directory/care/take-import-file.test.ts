import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import { roles } from '../../platform/database/member-roles.ts';
import { signInAs } from '../../testing/app.ts';
import { useDatabase } from '../../testing/database.ts';
import { filesRoot, bytes, zipOf, useImportFiles } from '../../testing/import-files.ts';
import { importFilesSchema } from './import-file-contract.ts';
import { aPackage } from '../import/package-builder.ts';

const db = useDatabase();
const { platform, editor, query, sendFile, send, readFile, lookAt } = useImportFiles(db);

describe('of another organisation', () => {
  it('a file is not found: not read, not looked at, not applied, not dropped, and its identifier is taken', async () => {
    const fileId = await sendFile(zipOf(aPackage()));
    const { lookId } = await lookAt(fileId);
    for (const role of ['programme', 'coordinator', 'administrator'] as const) {
      const other = await signInAs(platform(), db(), role);
      expect((await other.get(`${filesRoot}/${fileId}`)).status).toBe(404);
      const how = { fileId, lookId: randomUUID(), fileName: 'a.zip', sourceName: 'Annuaire' };
      expect(await send('look_at_import_file', how, other)).toBe('import_file_not_found');
      expect(await send('apply_import_file', { fileId, lookId }, other)).toBe('import_file_not_found');
      expect(await send('drop_import_file', { fileId }, other)).toBe('import_file_not_found');
      expect(importFilesSchema.parse(await (await other.get(filesRoot)).json()).files).toEqual([]);
      expect((await other.put(`${filesRoot}/${fileId}`, zipOf(aPackage()))).status).toBe(409);
    }
    expect(await readFile(fileId)).toMatchObject({ state: 'looked_at', lookId });
  });

  it('and of no one who does not care for imports is a byte read', async () => {
    for (const role of ['agent', 'cell_manager', 'partner'] as const) {
      const other = await signInAs(platform(), db(), role);
      let asked = 0;
      const body = new ReadableStream({ pull: (c) => void (asked++ < 5 ? c.enqueue(bytes('x')) : c.close()) }, { highWaterMark: 0 });
      const answer = await other.put(`${filesRoot}/${randomUUID()}`, body);
      expect([answer.status, asked]).toEqual([403, 0]);
      expect((await other.get(filesRoot)).status).toBe(403);
    }
  });
});

it('the database itself keeps files and mappings to those who care for imports, whatever a request may try', async () => {
  const fileId = await sendFile(zipOf(aPackage()));
  const attempts = [
    `update directory.import_file set name = 'x' where id = '${fileId}'`,
    `delete from directory.import_file where id = '${fileId}'`,
    `insert into directory.import_file_part (file_id, n, bytes) values ('${fileId}', 1, 'x')`,
  ];
  const touches = (actor: Actor, sql: string): Promise<boolean> =>
    withActor(db().app, actor, async (tx) => {
      const { rowCount } = await tx.query(sql);
      await tx.query('rollback');
      return (rowCount ?? 0) > 0;
    }).catch(() => false);
  const mapping = `insert into directory.import_mapping (source_key, name, mapping) values ('x', 'x', '{}')`;
  for (const role of roles) {
    const { actor } = await signInAs(platform(), db(), role);
    for (const sql of attempts) expect([role, sql, await touches(actor, sql)]).toEqual([role, sql, false]);
    const mayImport = role === 'programme' || role === 'coordinator' || role === 'administrator';
    expect([role, await touches(actor, mapping)]).toEqual([role, mayImport]);
  }
  for (const sql of attempts) expect(await touches(editor().actor, sql)).toBe(true);
  // What a file holds, no request reads; nor does one write what only the platform says of it.
  for (const sql of ['select from directory.import_file_part', `update directory.import_file set running_since = now()`])
    await expect(withActor(db().app, editor().actor, (tx) => tx.query(sql))).rejects.toThrow('permission denied');
});

describe('a file that is not taken', () => {
  const put = async (file: Uint8Array | ReadableStream, headers?: Record<string, string>) => {
    const answer = await editor().put(`${filesRoot}/${randomUUID()}`, file, headers);
    return [answer.status, (await answer.json()).code];
  };
  it('says by its length that it is too large: nothing of it is read', async () => {
    let asked = 0;
    const body = new ReadableStream({ pull: () => void asked++ }, { highWaterMark: 0 });
    expect(await put(body, { 'content-length': '2000000000' })).toEqual([413, 'file_too_large']);
    expect(asked).toBe(0);
  });
  it('says nothing of its length, and is cut off at the first byte too many', async () => {
    const chunk = new Uint8Array(1_000_000).fill(65);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent++;
        controller.enqueue(chunk);
      },
    });
    expect(await put(endless)).toEqual([413, 'file_too_large']);
    expect(sent).toBeLessThan(210);
  });
  it.each([
    ['a PDF', '%PDF-1.7 etc.'],
    ['an old Excel workbook', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000'],
    ['a web page', '<!doctype html><p>'],
  ])('is %s', async (_name, text) => {
    expect(await put(new Uint8Array(Buffer.from(text, 'latin1')))).toEqual([415, 'file_wrong_kind']);
  });
  it('is empty, or is one too many', async () => {
    expect(await put(new Uint8Array())).toEqual([422, 'file_empty']);
    for (let i = 0; i < 10; i++) await sendFile(bytes(`n;nom\n${i};Cours\n`));
    expect(await put(bytes('n;nom\n10;Cours\n'))).toEqual([409, 'too_many_files']);
    const { files } = importFilesSchema.parse(await (await editor().get(filesRoot)).json());
    expect(files).toHaveLength(10);
    expect(await send('drop_import_file', { fileId: files[0]?.id })).toBe('done');
    await sendFile(bytes('n;nom\n10;Cours\n'));
  });
  it('breaks off, and nothing of it stays', async () => {
    const broken = new ReadableStream({
      pull(controller) {
        controller.enqueue(bytes('n;nom\n'));
        controller.error(new Error('gone'));
      },
    });
    const place = mkdtempSync(join(tmpdir(), 'istiqbal-test-'));
    vi.stubEnv('TMPDIR', place);
    await put(broken).finally(() => vi.unstubAllEnvs());
    expect(await query('select from directory.import_file')).toEqual([]);
    expect(readdirSync(place)).toEqual([]);
    rmdirSync(place);
  });
});
