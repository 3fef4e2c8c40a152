import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile as readFileBytes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, buildApp, signInAs, type TestApp } from '../../testing/app.ts';
import { command } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { importReportSchema, importsSchema } from '../care/import-contract.ts';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import { roles } from '../../platform/database/member-roles.ts';
import { importFileSchema, importFilesSchema, sentFileSchema } from '../care/import-file-contract.ts';
import { importCsv } from './import-csv.ts';
import { parseMapping } from './mapping.ts';
import { aPackage, aService, type Files, toCsv, uuidFor, writeFolder } from './package-builder.ts';
import { writeXlsx } from '../export/xlsx-writer.ts';
import { runImportFiles } from './run-import-files.ts';

const db = useDatabase();
let platform: TestApp;
let editor: Browser;

const query = <T>(sql: string, values: unknown[] = []) =>
  db().asOwner(async (owner) => (await owner.query<T & Record<string, unknown>>(sql, values)).rows);
const unexpected: unknown[] = [];
const work = () => runImportFiles(db(), (error) => unexpected.push(error));

const root = '/api/directory/care/import-files';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const zipOf = (files: Files): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, rows]) => [name, bytes(toCsv(rows))])));

async function sendFile(file: Uint8Array, browser = editor, id: string = randomUUID()): Promise<string> {
  const answer = await browser.put(`${root}/${id}`, file);
  const body = await answer.json();
  expect([answer.status, body]).toEqual([200, sentFileSchema.parse(body)]);
  return id;
}
async function send(kind: string, payload: object, browser = editor): Promise<string> {
  const answer = await browser.post('/api/commands', { commands: [command(`directory.${kind}`, payload)] });
  const [said] = (await answer.json()).answers;
  return said.status === 'done' ? 'done' : said.code;
}
async function readFile(id: string, browser = editor) {
  const body = await (await browser.get(`${root}/${id}`)).json();
  const parsed = importFileSchema.parse(body);
  expect(parsed).toEqual(body);
  return parsed;
}
interface Look {
  fileName?: string;
  mappingKey?: string;
  sourceKey?: string;
  sourceName?: string;
  skipBadRows?: boolean;
}
/** Asks for a look and waits for it. */
async function lookAt(fileId: string, how: Look = { sourceName: 'Annuaire inventé' }) {
  const lookId = randomUUID();
  expect(await send('look_at_import_file', { fileId, lookId, fileName: 'annuaire.zip', ...how })).toBe('done');
  await work();
  return readFile(fileId);
}
async function apply(fileId: string, lookId: string | null): Promise<string> {
  const said = await send('apply_import_file', { fileId, lookId });
  await work();
  return said;
}
const names = async () => (await query<{ name: string }>('select name from directory.service order by name')).map(({ name }) => name);

const listMapping = {
  source: 'liste',
  name: 'Liste d’un bureau',
  rules: [
    { table: 'organization', from: 'liste.csv', id: ['association'], distinct: true, columns: { name: 'association' } },
    {
      table: 'service',
      from: 'liste.csv',
      id: ['n'],
      columns: {
        organization_id: { column: 'association', id: 'organization' },
        name: 'nom',
        status: { constant: 'active' },
        email: 'mail',
      },
    },
  ],
};
const list = 'n;association;nom;mail\n1;جمعية مختلقة للاختبار;دروس اللغة العربية;\n2;جمعية مختلقة للاختبار;دعم مدرسي للأطفال;\n';
const windows1256 = (text: string): Uint8Array => {
  const table = new Map(Array.from({ length: 256 }, (_, i) => [new TextDecoder('windows-1256').decode(Uint8Array.of(i)), i]));
  return Uint8Array.from([...text].map((letter) => table.get(letter) ?? 63));
};

beforeAll(() => {
  platform = buildApp(db());
});
beforeEach(async () => {
  unexpected.length = 0;
  await query(
    `truncate directory.import_source, directory.import_report, directory.import_mapping, directory.import_file, directory.source,
       directory.translation, directory.attribute cascade`,
  );
  editor = await signInAs(platform, db(), 'programme');
});

describe('a file that an editor sends', () => {
  it('is looked at without changing anything, then comes in as it was seen, with a report, and is forgotten', async () => {
    const fileId = await sendFile(zipOf(aPackage()));
    const seen = await lookAt(fileId);
    expect(seen).toMatchObject({ state: 'looked_at', format: 'zip', report: { result: 'ok', changedRows: 0, errorCount: 0 } });
    expect(seen.report?.tables).toContainEqual({ table: 'service', newRows: 2, changedRows: 0, unchangedRows: 0, vanishedRows: 0 });
    expect(await names()).toEqual([]);
    expect(await apply(fileId, seen.lookId)).toBe('done');
    expect(await names()).toEqual(['Service advice', 'Service care']);
    const { state, reportId } = await readFile(fileId);
    expect(state).toBe('applied');
    const report = importReportSchema.parse(await (await editor.get(`/api/directory/care/imports/${reportId}`)).json());
    expect(report).toMatchObject({ name: 'annuaire.zip', kind: 'package', result: 'ok', newRows: seen.report?.newRows });
    expect(await query('select from directory.import_file_part')).toEqual([]);
    expect(await query('select key, name from directory.source')).toEqual([{ key: 'Annuaire inventé', name: 'Annuaire inventé' }]);
    expect(unexpected).toEqual([]);
  });

  it('tells in its look what is new, changed, gone, and what was corrected here', async () => {
    const first = await sendFile(zipOf(aPackage()));
    await apply(first, (await lookAt(first)).lookId);
    const organizationId = uuidFor('assoc');
    const fields = { description: 'Corrigé ici' };
    expect(await send('edit_organization', { changeId: randomUUID(), proposalId: randomUUID(), organizationId, fields })).toBe('done');
    const files = aPackage();
    const [organization] = files['organizations.csv'] ?? [];
    const next = await sendFile(
      zipOf({
        ...files,
        'organizations.csv': [{ ...organization, description: 'Dit autrement' }],
        'services.csv': [aService('care', { name: 'Autre nom' }), aService('fresh')],
      }),
    );
    const { report } = await lookAt(next, { sourceKey: 'Annuaire inventé' });
    expect(report).toMatchObject({ keptEdits: 1, vanishedRows: 1 });
    expect(report?.tables).toContainEqual({ table: 'service', newRows: 1, changedRows: 1, unchangedRows: 0, vanishedRows: 1 });
    expect(await query('select description from directory.organization where id = $1', [organizationId])).toEqual([fields]);
    expect(await query('select from directory.difference')).toEqual([]);
  });

  it('may be JSON of full records, or a package of HSDS 1', async () => {
    const json = {
      services: [{ id: 'a', name: 'École inventée', status: 'active', organization: { id: 'o', name: 'Association', description: '' } }],
    };
    const fileId = await sendFile(bytes(JSON.stringify(json)));
    expect(await lookAt(fileId, { fileName: 'annuaire.json', sourceName: 'Autre' })).toMatchObject({ state: 'looked_at', format: 'json' });
    const older = await sendFile(
      zipOf({
        'organizations.csv': [{ id: '1', name: 'Association', description: 'Inventée' }],
        'services.csv': [{ id: '1', organization_id: '1', name: 'Cours', status: 'active' }],
        'services_at_location.csv': [{ id: '1', service_id: '1', location_id: '1' }],
        'locations.csv': [{ id: '1', organization_id: '1', name: 'Local' }],
      }),
    );
    expect((await lookAt(older)).report?.tables).toContainEqual(expect.objectContaining({ table: 'service', newRows: 1 }));
  });

  it.each([
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${list}`, 'utf16le')), 'utf-16le'],
    ['Windows-1256', windows1256(list), 'windows-1256'],
  ])('and is a table in %s is read by the mapping of its source, and the encoding is told', async (_name, file, encoding) => {
    expect(await send('save_import_mapping', { mapping: listMapping })).toBe('done');
    const { mappings } = importFilesSchema.parse(await (await editor.get(root)).json());
    expect(mappings).toEqual([{ key: 'liste', name: 'Liste d’un bureau' }]);
    const fileId = await sendFile(file);
    const seen = await lookAt(fileId, { fileName: 'liste.csv', mappingKey: 'liste' });
    expect(seen).toMatchObject({ state: 'looked_at', format: 'csv', byMapping: true, sourceName: 'Liste d’un bureau' });
    expect(seen.report?.notes).toContainEqual({ file: 'liste.csv', code: 'encoding', what: encoding });
    expect(await apply(fileId, seen.lookId)).toBe('done');
    expect(await names()).toEqual(['دروس اللغة العربية', 'دعم مدرسي للأطفال']);
    const { reports } = importsSchema.parse(await (await editor.get('/api/directory/care/imports')).json());
    expect(reports).toMatchObject([{ kind: 'table', name: 'liste.csv', result: 'ok' }]);
  });

  it('and is a workbook is read by the mapping that the command line used for its source', async () => {
    const folder = writeFolder({ 'liste.csv': list });
    await db().asOwner((owner) => importCsv(owner, { path: join(folder, 'liste.csv'), mapping: parseMapping(listMapping, 'liste') }));
    async function* rows() {
      for (const row of list.replace('مدرسي', 'جامعي').trim().split('\n')) yield row.split(';');
    }
    const path = join(folder, 'liste.xlsx');
    await writeFile(path, writeXlsx([{ name: 'Feuille', rows: rows() }]));
    const fileId = await sendFile(new Uint8Array(await readFileBytes(path)));
    const seen = await lookAt(fileId, { fileName: 'liste', mappingKey: 'liste' });
    expect(seen).toMatchObject({ state: 'looked_at', format: 'xlsx', report: { changedRows: 1, newRows: 0, vanishedRows: 0 } });
  });

  it('is told line by line what does not fit, and comes in without those rows where the editor says so', async () => {
    await send('save_import_mapping', { mapping: listMapping });
    const fileId = await sendFile(bytes(list.replace('اللغة العربية;', 'اللغة العربية;x')));
    const how = { fileName: 'liste.csv', mappingKey: 'liste' };
    const refused = await lookAt(fileId, how);
    expect(refused).toMatchObject({ state: 'refused', report: { result: 'refused', reason: 'rows_do_not_fit', errorCount: 1 } });
    expect(refused.report?.errors).toMatchObject([{ file: 'liste.csv', line: 2, column: 'mail', code: 'not_email' }]);
    expect(await apply(fileId, refused.lookId)).toBe('import_look_again');
    const again = await lookAt(fileId, { fileName: 'liste.csv', skipBadRows: true });
    expect(again).toMatchObject({ state: 'looked_at', byMapping: true, report: { skippedRows: 1 } });
    expect(await apply(fileId, again.lookId)).toBe('done');
    expect(await names()).toEqual(['دعم مدرسي للأطفال']);
  });

  it('is refused when, unpacked, it would fill a memory', async () => {
    const bomb = zipSync({ 'organizations.csv': new Uint8Array(60_000_000) });
    expect(await lookAt(await sendFile(bomb))).toMatchObject({ state: 'refused', report: { result: 'refused', reason: 'too_large' } });
  });

  it('is refused in plain words when its zip is damaged', async () => {
    const whole = zipOf(aPackage());
    const cut = whole.slice(0, whole.length - 200);
    const spoiled = whole.slice();
    spoiled.fill(7, 60, 900);
    for (const file of [cut, spoiled]) {
      const seen = await lookAt(await sendFile(file));
      expect(seen).toMatchObject({ state: 'refused', report: { result: 'refused', reason: 'file_damaged' } });
    }
    expect(unexpected).toEqual([]);
  });
});

describe('only what was seen comes in', () => {
  it('not the file under another look, not twice, and a command sent again gets its first answer', async () => {
    const fileId = await sendFile(zipOf(aPackage()));
    const { lookId } = await lookAt(fileId);
    await lookAt(fileId, { sourceName: 'Un autre nom' });
    expect(await apply(fileId, lookId)).toBe('import_look_again');
    const seen = await lookAt(fileId);
    const once = command('directory.apply_import_file', { fileId, lookId: seen.lookId });
    for (let i = 0; i < 2; i++) {
      const answer = await editor.post('/api/commands', { commands: [once] });
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
    await sendFile(file, editor, fileId);
    expect(await query('select n from directory.import_file_part')).toEqual([{ n: 0 }]);
    const other = await editor.put(`${root}/${fileId}`, bytes('n;nom\n1;Cours\n'));
    expect([other.status, (await other.json()).code]).toEqual([409, 'file_exists']);
  });
});

describe('what was chosen must fit the file', () => {
  const look = (fileId: string, how: Look) => send('look_at_import_file', { fileId, lookId: randomUUID(), fileName: 'a', ...how });
  it('a table needs a mapping, JSON has none, a source has one name', async () => {
    await send('save_import_mapping', { mapping: listMapping });
    const table = await sendFile(bytes(list));
    expect(await look(table, { sourceName: 'Annuaire' })).toBe('import_needs_mapping');
    expect(await look(table, { mappingKey: 'nothing' })).toBe('import_mapping_not_found');
    const json = await sendFile(bytes('{"services":[]}'));
    expect(await look(json, { mappingKey: 'liste' })).toBe('import_mapping_no_table');
    expect(await look(json, { sourceKey: 'nothing' })).toBe('import_source_unknown');
    expect(await look(json, { sourceName: ' !! ' })).toBe('import_source_unknown');
    await query(`insert into directory.source (key, name, fingerprint) values ('Annuaire', 'Annuaire', '')`);
    expect(await look(json, { sourceName: 'Annuaire' })).toBe('import_source_named');
  });
  it('a mapping must be one', async () => {
    expect(await send('save_import_mapping', { mapping: { ...listMapping, rules: [{ table: 'nothing' }] } })).toBe(
      'import_mapping_invalid',
    );
    expect(await send('save_import_mapping', { mapping: { ...listMapping, source: '../x' } })).toBe('import_mapping_invalid');
  });
});

describe('of another organisation', () => {
  it('a file is not found: not read, not looked at, not applied, not dropped, and its identifier is taken', async () => {
    const fileId = await sendFile(zipOf(aPackage()));
    const { lookId } = await lookAt(fileId);
    for (const role of ['programme', 'coordinator', 'administrator'] as const) {
      const other = await signInAs(platform, db(), role);
      expect((await other.get(`${root}/${fileId}`)).status).toBe(404);
      const how = { fileId, lookId: randomUUID(), fileName: 'a.zip', sourceName: 'Annuaire' };
      expect(await send('look_at_import_file', how, other)).toBe('import_file_not_found');
      expect(await send('apply_import_file', { fileId, lookId }, other)).toBe('import_file_not_found');
      expect(await send('drop_import_file', { fileId }, other)).toBe('import_file_not_found');
      expect(importFilesSchema.parse(await (await other.get(root)).json()).files).toEqual([]);
      expect((await other.put(`${root}/${fileId}`, zipOf(aPackage()))).status).toBe(409);
    }
    expect(await readFile(fileId)).toMatchObject({ state: 'looked_at', lookId });
  });

  it('and of no one who does not care for imports is a byte read', async () => {
    for (const role of ['agent', 'cell_manager', 'partner'] as const) {
      const other = await signInAs(platform, db(), role);
      let asked = 0;
      const body = new ReadableStream({ pull: (c) => void (asked++ < 5 ? c.enqueue(bytes('x')) : c.close()) }, { highWaterMark: 0 });
      const answer = await other.put(`${root}/${randomUUID()}`, body);
      expect([answer.status, asked]).toEqual([403, 0]);
      expect((await other.get(root)).status).toBe(403);
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
    const { actor } = await signInAs(platform, db(), role);
    for (const sql of attempts) expect([role, sql, await touches(actor, sql)]).toEqual([role, sql, false]);
    const mayImport = role === 'programme' || role === 'coordinator' || role === 'administrator';
    expect([role, await touches(actor, mapping)]).toEqual([role, mayImport]);
  }
  for (const sql of attempts) expect(await touches(editor.actor, sql)).toBe(true);
  // What a file holds, no request reads; nor does one write what only the platform says of it.
  for (const sql of ['select from directory.import_file_part', `update directory.import_file set running_since = now()`])
    await expect(withActor(db().app, editor.actor, (tx) => tx.query(sql))).rejects.toThrow('permission denied');
});

describe('a file that is not taken', () => {
  const put = async (file: Uint8Array | ReadableStream, headers?: Record<string, string>) => {
    const answer = await editor.put(`${root}/${randomUUID()}`, file, headers);
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
    const { files } = importFilesSchema.parse(await (await editor.get(root)).json());
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
    await put(broken);
    expect(await query('select from directory.import_file')).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('istiqbal-sent-'))).toEqual([]);
  });
});

describe('a file is kept for a day', () => {
  it('then it is not found, and gone with all its parts', async () => {
    const fileId = await sendFile(zipOf(aPackage()));
    const { lookId } = await lookAt(fileId);
    await query('update directory.import_file set expires_at = now()');
    expect((await editor.get(`${root}/${fileId}`)).status).toBe(404);
    expect(await apply(fileId, lookId)).toBe('import_file_not_found');
    expect(await query('select from directory.import_file_part')).toEqual([]);
  });
  it('or until the editor gives it up', async () => {
    const fileId = await sendFile(zipOf(aPackage()));
    expect(await send('drop_import_file', { fileId })).toBe('done');
    expect(await query('select from directory.import_file_part')).toEqual([]);
  });
});

it('the log names no file', async () => {
  const fileId = await sendFile(zipOf(aPackage()));
  await lookAt(fileId, { fileName: 'Liste de Testa Inventée.zip', sourceName: 'Annuaire' });
  expect(platform.logged()).not.toMatch(/Testa|Liste de/);
});
