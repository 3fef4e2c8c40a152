import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { command } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { filesRoot, bytes, zipOf, useImportFiles } from '../../testing/import-files.ts';
import { aPackage } from './package-builder.ts';

const db = useDatabase();
const { editor, unexpected, query, work, sendFile, send, readFile, lookAt, apply, names } = useImportFiles(db);

describe('only what was seen comes in', () => {
  it('not the file under another look, not twice, and a command sent again gets its first answer', async () => {
    const fileId = await sendFile(zipOf(aPackage()));
    const { lookId } = await lookAt(fileId);
    await lookAt(fileId, { sourceName: 'Un autre nom' });
    expect(await apply(fileId, lookId)).toBe('import_look_again');
    const seen = await lookAt(fileId);
    const once = command('directory.apply_import_file', { fileId, lookId: seen.lookId });
    for (let i = 0; i < 2; i++) {
      const answer = await editor().post('/api/commands', { commands: [once] });
      expect((await answer.json()).answers).toEqual([{ id: once.id, status: 'done', result: {} }]);
      await work();
    }
    expect(await apply(fileId, seen.lookId)).toBe('import_file_applied');
    expect(await query('select result from directory.import_report')).toEqual([{ result: 'ok' }]);
  });

  it('not a file whose bytes changed meanwhile', async () => {
    const fileId = await sendFile(zipOf(aPackage()));
    const { lookId } = await lookAt(fileId);
    await query(`update directory.import_file_part set bytes = overlay(bytes placing '\\x00' from 100)`);
    await apply(fileId, lookId);
    expect(await readFile(fileId)).toMatchObject({ state: 'refused', report: { reason: 'unexpected' } });
    expect(unexpected).toHaveLength(1);
    expect(await names()).toEqual([]);
  });

  it('nothing of a look whose process died: it counts as a failure and is not tried again by itself', async () => {
    const fileId = await sendFile(zipOf(aPackage()));
    await send('look_at_import_file', { fileId, lookId: randomUUID(), fileName: 'a.zip', sourceName: 'Annuaire' });
    await query('update directory.import_file set running_since = now()');
    expect(await work()).toBe(0);
    expect(await readFile(fileId)).toMatchObject({
      state: 'refused',
      isRunning: false,
      report: { result: 'failed', reason: 'interrupted' },
    });
  });

  it('sent again under its identifier it is kept once, and another under the same is refused', async () => {
    const file = zipOf(aPackage());
    const fileId = await sendFile(file);
    await sendFile(file, editor(), fileId);
    expect(await query('select n from directory.import_file_part')).toEqual([{ n: 0 }]);
    const other = await editor().put(`${filesRoot}/${fileId}`, bytes('n;nom\n1;Cours\n'));
    expect([other.status, (await other.json()).code]).toEqual([409, 'file_exists']);
  });
});

describe('a file is kept for a day', () => {
  it('then it is not found, and gone with all its parts', async () => {
    const fileId = await sendFile(zipOf(aPackage()));
    const { lookId } = await lookAt(fileId);
    await query('update directory.import_file set expires_at = now()');
    expect((await editor().get(`${filesRoot}/${fileId}`)).status).toBe(404);
    expect(await apply(fileId, lookId)).toBe('import_file_not_found');
    expect(await query('select from directory.import_file_part')).toEqual([]);
  });
  it('or until the editor gives it up', async () => {
    const fileId = await sendFile(zipOf(aPackage()));
    expect(await send('drop_import_file', { fileId })).toBe('done');
    expect(await query('select from directory.import_file_part')).toEqual([]);
  });
});
