import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signInAs } from '../../../testing/app.ts';
import { mustRun, testRunner } from '../../../testing/commands.ts';
import { useDatabase } from '../../../testing/database.ts';
import { aRegister, registersRoot, useRegisters } from '../../../testing/registers.ts';
import { forgetRegisters } from '../forget-registers.ts';

const db = useDatabase();
const { platform, vault, head, unexpected, query, work, send, read, bring, check, takeAll, count } = useRegisters(db);

describe('taking back', () => {
  it('removes all that came in, and the next one may come in again', async () => {
    const done = await takeAll(await check(await bring(aRegister)));
    expect(await send('undo_register', { importId: done.id })).toBe('done');
    await work();
    expect(unexpected).toEqual([]);
    expect(await read(done.id)).toMatchObject({
      state: 'undone',
      report: { taken: 4, stayed: { people: 0, visits: 0, cases: 0 } },
      stayed: [],
    });
    for (const table of ['people.person', 'people.person_name', 'people.matching_key', 'desk.visit', 'cases."case"', 'cases.clock'])
      expect(await count(table), table).toBe(0);
    expect(await takeAll(await check(await bring(aRegister)))).toMatchObject({ report: { people: 3 } });
  });

  it('leaves and lists what somebody added to since', async () => {
    const done = await takeAll(await check(await bring(aRegister)));
    const [open] = await query<{ id: string; person_id: string }>(
      `select id, person_id from cases."case" where status = 'in_progress' and organization_id = $1`,
      [head().actor.organizationId],
    );
    const runner = testRunner(db());
    await mustRun(runner, head().actor, 'cases.add_note', { noteId: randomUUID(), caseId: open?.id, level: 'ordinary', text: 'Rappelée' });
    expect(await send('undo_register', { importId: done.id })).toBe('done');
    await work();
    expect(await read(done.id)).toMatchObject({
      state: 'undone',
      report: { stayed: { people: 1, visits: 1, cases: 1 } },
      stayed: [{ n: 3, what: ['case', 'visit', 'person'], caseId: open?.id, personId: open?.person_id, name: 'Essaï Fictif' }],
    });
    expect(await count('people.person')).toBe(1);
    expect(await count('desk.visit')).toBe(1);
  });

  it('is for thirty days, for the head of the cell, and deletes nothing that an import did not make', async () => {
    const done = await takeAll(await check(await bring(aRegister)));
    await query(`update cases.register_import set expires_at = now() - interval '1 second' where id = $1`, [done.id]);
    expect(await send('undo_register', { importId: done.id })).toBe('register_too_late');
    const own = await db().app.connect();
    try {
      await own.query('begin');
      await own.query(`select set_config('istiqbal.user_id', $1, true), set_config('istiqbal.organization_id', $2, true)`, [
        head().actor.userId,
        head().actor.organizationId,
      ]);
      for (const table of ['people.person', 'desk.visit', 'cases."case"', 'cases.clock'])
        expect((await own.query(`delete from ${table}`)).rowCount, table).toBe(0);
    } finally {
      await own.query('rollback');
      own.release();
    }
  });
});

describe('whose it is', () => {
  it.each(['agent', 'partner', 'coordinator', 'administrator', 'programme'] as const)(
    'a %s neither sends nor sees registers',
    async (role) => {
      const other = await signInAs(platform(), db(), role, head().actor.organizationId);
      expect((await other.put(`${registersRoot}/${randomUUID()}`, new TextEncoder().encode(aRegister))).status).toBe(403);
      expect((await other.get(registersRoot)).status).toBe(403);
      expect(await send('undo_register', { importId: randomUUID() }, other)).toBe('not_allowed');
    },
  );
  it('another cell finds nothing of it, and cannot take its identifier', async () => {
    const kept = await bring(aRegister);
    const stranger = await signInAs(platform(), db(), 'cell_manager');
    expect((await stranger.get(`${registersRoot}/${kept.id}`)).status).toBe(404);
    expect((await stranger.put(`${registersRoot}/${kept.id}`, new TextEncoder().encode('a;b\n1;2\n'))).status).toBe(409);
    expect(await send('drop_register', { importId: kept.id }, stranger)).toBe('register_not_found');
  });
  it('lies sealed, and after thirty days it is gone with its rows while the report stays', async () => {
    const done = await takeAll(await check(await bring(aRegister)));
    const [file] = await query<{ blob: string }>('select blob from files.file where id = $1', [done.id]);
    const pieces: Uint8Array[] = [];
    for await (const piece of vault().blobs.read(file?.blob ?? '')) pieces.push(piece);
    expect(Buffer.concat(pieces).includes('Testa')).toBe(false);
    await query(`update cases.register_import set expires_at = now() where id = $1`, [done.id]);
    await forgetRegisters(db().app, vault().blobs);
    expect(await query('select from files.file where id = $1', [done.id])).toEqual([]);
    expect(await query('select from cases.register_row where import_id = $1', [done.id])).toEqual([]);
    expect(await read(done.id)).toMatchObject({ state: 'applied', report: { taken: 4 }, columns: [], undoUntil: null });
    await expect(
      vault()
        .blobs.read(file?.blob ?? '')
        [Symbol.asyncIterator]()
        .next(),
    ).rejects.toThrow();
  });
  it('that comes in on its last day can still be taken back for thirty, though its file is gone', async () => {
    const checked = await check(await bring(aRegister));
    await query(
      `update cases.register_import set sent_at = now() - interval '30 days', expires_at = now() + interval '1 hour' where id = $1`,
      [checked.id],
    );
    const done = await takeAll(checked);
    await forgetRegisters(db().app, vault().blobs);
    expect(await query('select from files.file where id = $1', [done.id])).toEqual([]);
    expect(Date.parse(String((await read(done.id)).undoUntil)) - Date.now()).toBeGreaterThan(29 * 86_400_000);
    expect(await send('undo_register', { importId: done.id })).toBe('done');
    await work();
    expect(await count('people.person')).toBe(0);
  });
  it('that nobody brought in goes altogether', async () => {
    const checked = await check(await bring(aRegister));
    await query('update cases.register_import set expires_at = now() where id = $1', [checked.id]);
    await forgetRegisters(db().app, vault().blobs);
    expect(await query('select from cases.register_import where id = $1', [checked.id])).toEqual([]);
    expect(await query('select from files.file where id = $1', [checked.id])).toEqual([]);
  });
  it('is given up at once when it did not come in', async () => {
    const kept = await bring(aRegister);
    expect(await send('drop_register', { importId: kept.id })).toBe('done');
    expect((await head().get(`${registersRoot}/${kept.id}`)).status).toBe(404);
    expect(await query('select from files.file where id = $1', [kept.id])).toEqual([]);
  });
});
