import { randomUUID } from 'node:crypto';
import { readFile as readFileBytes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';
import { filesRoot, bytes, zipOf, list, listMapping, type Look, useImportFiles } from '../../testing/import-files.ts';
import { importReportSchema, importsSchema } from '../care/import-contract.ts';
import { importFilesSchema } from '../care/import-file-contract.ts';
import { writeXlsx } from '../export/xlsx-writer.ts';
import { importCsv } from './import-csv.ts';
import { parseMapping } from './mapping.ts';
import { aPackage, aService, uuidFor, writeFolder } from './package-builder.ts';

const db = useDatabase();
const { platform, editor, unexpected, query, sendFile, send, readFile, lookAt, apply, names } = useImportFiles(db);

const windows1256 = (text: string): Uint8Array => {
  const table = new Map(Array.from({ length: 256 }, (_, i) => [new TextDecoder('windows-1256').decode(Uint8Array.of(i)), i]));
  return Uint8Array.from([...text].map((letter) => table.get(letter) ?? 63));
};

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
    const report = importReportSchema.parse(await (await editor().get(`/api/directory/care/imports/${reportId}`)).json());
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
    const { mappings } = importFilesSchema.parse(await (await editor().get(filesRoot)).json());
    expect(mappings).toEqual([{ key: 'liste', name: 'Liste d’un bureau' }]);
    const fileId = await sendFile(file);
    const seen = await lookAt(fileId, { fileName: 'liste.csv', mappingKey: 'liste' });
    expect(seen).toMatchObject({ state: 'looked_at', format: 'csv', byMapping: true, sourceName: 'Liste d’un bureau' });
    expect(seen.report?.notes).toContainEqual({ file: 'liste.csv', code: 'encoding', what: encoding });
    expect(await apply(fileId, seen.lookId)).toBe('done');
    expect(await names()).toEqual(['دروس اللغة العربية', 'دعم مدرسي للأطفال']);
    const { reports } = importsSchema.parse(await (await editor().get('/api/directory/care/imports')).json());
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

it('the log names no file', async () => {
  const fileId = await sendFile(zipOf(aPackage()));
  await lookAt(fileId, { fileName: 'Liste de Testa Inventée.zip', sourceName: 'Annuaire' });
  expect(platform().logged()).not.toMatch(/Testa|Liste de/);
});
