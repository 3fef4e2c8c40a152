import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeEach, expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';
import { type ImportOptions, importHsds } from './import-hsds.ts';
import { aPackage, aService, uuidFor, withCell, writeFolder } from './package-builder.ts';
import type { ImportReport } from './report.ts';

const db = useDatabase();
const sample = join(import.meta.dirname, '../../../data/samples/jordan');
const run = (path: string, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
  db().asOwner((owner) => importHsds(owner, { path, sourceKey: 'test', ...options }));
const rows = async (sql: string): Promise<Record<string, unknown>[]> => db().asOwner(async (owner) => (await owner.query(sql)).rows);
const version = async (): Promise<unknown> => (await rows('select number from directory.version'))[0]?.number;
const vanished = async (table: string): Promise<unknown[]> =>
  (await rows(`select id from directory.${table} where vanished_at is not null`)).map((row) => row.id);
const everything = async (): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      ['service', 'organization', 'location', 'address', 'phone', 'attribute', 'translation', 'source'].map((t) =>
        rows(`select * from directory.${t} t order by t::text`),
      ),
    ),
  );

beforeEach(async () => {
  await rows('truncate directory.source, directory.translation, directory.attribute cascade');
});

it('a whole package comes in, every object of it', async () => {
  const report = await run(writeFolder(aPackage()));
  expect(report).toMatchObject({ outcome: 'applied', errors: [], skippedRows: 0 });
  expect(Object.fromEntries(Object.entries(report.tables).map(([name, counts]) => [name, counts.inserted]))).toEqual({
    taxonomy: 1,
    taxonomy_term: 1,
    unit: 1,
    organization: 1,
    program: 1,
    location: 1,
    service: 2,
    service_at_location: 1,
    address: 1,
    service_area: 1,
    contact: 1,
    phone: 2,
    schedule: 1,
    language: 1,
    required_document: 1,
    cost_option: 1,
    funding: 1,
    accessibility: 1,
    organization_identifier: 1,
    url: 1,
    service_capacity: 1,
    attribute: 1,
    metadata: 1,
    translation: 0,
  });
  // What a source does not say is not certain.
  expect(await rows('select distinct to_be_confirmed from directory.service')).toEqual([{ to_be_confirmed: true }]);
});

it('importing the same package twice changes nothing, not even the version of the directory', async () => {
  const folder = writeFolder(aPackage());
  await run(folder);
  const [before, number] = [await everything(), await version()];
  expect(await run(folder)).toMatchObject({ outcome: 'unchanged', changes: 0 });
  expect([await everything(), await version()]).toEqual([before, number]);
});

it('a dry run tells what would happen and changes nothing', async () => {
  await run(writeFolder(aPackage()));
  const [before, number] = [await everything(), await version()];
  const report = await run(writeFolder(aPackage({ 'services.csv': [aService('care', { name: 'Autre nom' }), aService('new')] })), {
    dryRun: true,
  });
  expect(report.outcome).toBe('rehearsed');
  expect(report.tables.service).toMatchObject({ inserted: 1, updated: 1, unchanged: 0, vanished: 1 });
  expect([await everything(), await version()]).toEqual([before, number]);
});

it('a service that left its source is marked, not deleted, and comes back whole', async () => {
  const folder = writeFolder(aPackage());
  await run(folder);
  const without = await run(writeFolder(aPackage({ 'services.csv': [aService('advice')], ...withoutParts() })));
  expect(without.tables.service).toMatchObject({ vanished: 1, unchanged: 1 });
  expect(await vanished('service')).toEqual([uuidFor('care')]);
  expect(await rows('select number from directory.phone')).toHaveLength(2);

  const again = await run(folder);
  expect(again.tables.service).toMatchObject({ returned: 1, unchanged: 1, updated: 0 });
  expect(await vanished('service')).toEqual([]);
});

const withoutParts = () =>
  Object.fromEntries(
    Object.keys(aPackage())
      .filter(
        (name) =>
          !['taxonomies.csv', 'taxonomy_terms.csv', 'units.csv', 'organizations.csv', 'locations.csv', 'services.csv'].includes(name),
      )
      .map((name) => [name, []]),
  );

it('parts that a service no longer has are removed, and only its own', async () => {
  await run(writeFolder(aPackage()));
  const { 'phones.csv': _, ...rest } = aPackage();
  const report = await run(writeFolder(rest));
  expect(report.tables.phone).toMatchObject({ removed: 2 });
  expect(report.changes).toBe(2);
});

it('a service has changed when its hours have', async () => {
  await run(writeFolder(aPackage()));
  await rows(`update directory.service set last_modified = '2020-01-01'`);
  await run(writeFolder(withCell('schedules.csv', 'opens_at', '09:00')));
  expect(await rows(`select id from directory.service where last_modified > '2020-01-01'`)).toEqual([{ id: uuidFor('care') }]);
});

it('what an editor added to a record outlives the next import', async () => {
  await run(writeFolder(aPackage()));
  await rows(`insert into directory.phone (id, service_id, number) values ('${uuidFor('added')}', '${uuidFor('care')}', '0500000009')`);
  expect(await run(writeFolder(aPackage()))).toMatchObject({ outcome: 'unchanged' });
  expect(await rows(`select number from directory.phone where source_key is null`)).toEqual([{ number: '0500000009' }]);
});

it('one bad row stops the whole import', async () => {
  const report = await run(writeFolder(withCell('services.csv', 'status', 'open', 1)));
  expect(report).toMatchObject({ outcome: 'refused', changes: 0 });
  expect(report.errors).toMatchObject([{ file: 'services.csv', line: 3, column: 'status', code: 'not_in_list' }]);
  expect(await rows('select id from directory.organization')).toEqual([]);
});

it('when asked to, it leaves bad rows and what hangs on them out, and takes the rest', async () => {
  const report = await run(writeFolder(withCell('services.csv', 'status', 'open')), { skipBadRows: true });
  expect(report).toMatchObject({ outcome: 'applied' });
  expect(report.errors).toHaveLength(1);
  expect(await rows('select id from directory.service')).toEqual([{ id: uuidFor('advice') }]);
  expect(report.skippedRows).toBe(14);
});

it('a row that has become unreadable is not taken for a service that vanished', async () => {
  await run(writeFolder(aPackage()));
  const report = await run(writeFolder(withCell('services.csv', 'status', 'open')), { skipBadRows: true });
  expect(report).toMatchObject({ outcome: 'unchanged', changes: 0 });
  expect(await vanished('service')).toEqual([]);
});

it('a record of another source is never overwritten', async () => {
  await run(writeFolder(aPackage()));
  const report = await run(writeFolder(aPackage()), { sourceKey: 'rival' });
  expect(report.outcome).toBe('refused');
  expect(report.errors).toContainEqual(expect.objectContaining({ file: 'services.csv', line: 2, column: 'id', code: 'owned_elsewhere' }));
  expect(report.errors).toContainEqual(expect.objectContaining({ file: 'phones.csv', line: 2, code: 'owned_elsewhere' }));
});

it('a source may name the needs of another one, and its leaving marks only its own services', async () => {
  await run(writeFolder(aPackage()));
  const second = {
    'organizations.csv': [{ id: uuidFor('other'), name: 'Autre association', description: '' }],
    'services.csv': [aService('far', { organization_id: uuidFor('other') })],
    'attributes.csv': [{ id: uuidFor('far-health'), link_id: uuidFor('far'), link_entity: 'service', taxonomy_term_id: uuidFor('health') }],
  };
  expect(await run(writeFolder(second), { sourceKey: 'second' })).toMatchObject({ outcome: 'applied', errors: [] });
  expect(await vanished('service')).toEqual([]);
});

it('terms may exchange their codes', async () => {
  const term = (name: string, code: string) => ({
    id: uuidFor(name),
    taxonomy_id: uuidFor('needs'),
    parent_id: '',
    code,
    name,
    description: '',
  });
  const attributes = { 'attributes.csv': [] };
  await run(writeFolder(aPackage({ 'taxonomy_terms.csv': [term('a', 'x'), term('b', 'y')], ...attributes })));
  const report = await run(writeFolder(aPackage({ 'taxonomy_terms.csv': [term('a', 'y'), term('b', 'x')], ...attributes })));
  expect(report.errors).toEqual([]);
  expect(report.tables.taxonomy_term).toMatchObject({ updated: 2 });
});

it('a term that loses its code has changed', async () => {
  await run(writeFolder(aPackage()));
  const report = await run(writeFolder(withCell('taxonomy_terms.csv', 'code', '')));
  expect(report).toMatchObject({ outcome: 'applied', changes: 1 });
  expect(await rows('select code from directory.taxonomy_term')).toEqual([{ code: null }]);
});

it('a zip, a folder and a datapackage.json give the same directory', async () => {
  const folder = join(sample, 'hsds3');
  const zip = join(writeFolder({}), 'jordan.zip');
  writeFileSync(zip, zipSync(Object.fromEntries(readdirSync(folder).map((name) => [`export/${name}`, readFileSync(join(folder, name))]))));
  const first = await run(zip, { sourceKey: undefined });
  expect(first).toMatchObject({ sourceKey: 'jordan-services-2014', outcome: 'applied', errors: [] });
  expect(first.tables.service).toMatchObject({ inserted: 12 });
  expect(await run(folder, { sourceKey: undefined })).toMatchObject({ changes: 0 });
  expect(await run(join(folder, 'datapackage.json'), { sourceKey: undefined })).toMatchObject({ changes: 0 });
});

it('translations in a folder of their own come in, and stay when a later import has none', async () => {
  const translations = { folder: join(sample, 'translations-ar'), language: 'ar' };
  const first = await run(join(sample, 'hsds3'), { translations });
  expect(first.errors).toEqual([]);
  expect(first.tables.translation?.inserted).toBe(26);
  expect(await run(join(sample, 'hsds3'), { translations })).toMatchObject({ changes: 0 });
  expect(await run(join(sample, 'hsds3'))).toMatchObject({ changes: 0 });
});

it('translations that lie in the package are found by their language', async () => {
  const folder = writeFolder({
    ...aPackage(),
    'translations/services.ar.csv': [{ id: uuidFor('care'), name: 'علاج' }],
    'translations/taxonomy_terms.ar.csv': [{ id: uuidFor('health'), name: 'الصحة', synonyms: 'طبيب | سبيطار' }],
  });
  expect((await run(folder)).tables.translation).toMatchObject({ inserted: 2 });
  expect(await rows(`select synonyms from directory.translation where entity = 'taxonomy_term'`)).toEqual([
    { synonyms: ['طبيب', 'سبيطار'] },
  ]);
});

it('translations bring how papers are said, and a cell that is no such list is told', async () => {
  const said = (wordings: string) =>
    writeFolder({ ...aPackage(), 'translations/services.ar.csv': [{ id: uuidFor('care'), fees_description: 'مجاني', wordings }] });
  expect(await run(said('{"Passeport": "جواز السفر"}'))).toMatchObject({ errors: [] });
  expect(await rows(`select fees_description, wordings from directory.translation`)).toEqual([
    { fees_description: 'مجاني', wordings: { Passeport: 'جواز السفر' } },
  ]);
  expect(await run(said('{"Passeport": "جواز السفر"}'))).toMatchObject({ changes: 0 });
  for (const wrong of ['Passeport', '["Passeport"]', '{"Passeport": 1}'])
    expect((await run(said(wrong))).errors).toMatchObject([{ line: 2, column: 'wordings', code: 'not_wordings' }]);
});

it('the extension of a telephone is kept beside its number', async () => {
  const phone = { id: uuidFor('phone'), service_id: uuidFor('care'), number: '0500000000', extension: '12' };
  await run(writeFolder(aPackage({ 'phones.csv': [phone] })));
  expect(await rows('select number, extension from directory.phone')).toEqual([{ number: '0500000000', extension: '12' }]);
});

it('a contact is not public unless its package says so', async () => {
  await run(writeFolder(aPackage()));
  expect(await rows('select published from directory.contact')).toEqual([{ published: false }]);
  await run(writeFolder(withCell('contacts.csv', 'published', 'true')));
  expect(await rows('select published from directory.contact')).toEqual([{ published: true }]);
});

it('two imports at the same time follow one another, and the second finds nothing to do', async () => {
  const folder = writeFolder(aPackage());
  const reports = await Promise.all([run(folder), run(folder)]);
  expect(reports.map((report) => report.outcome).sort()).toEqual(['applied', 'unchanged']);
});

it('a data package in which nothing can be read is told from a path that does not exist', async () => {
  await expect(run('/nowhere')).rejects.toThrow('/nowhere does not exist');
  await expect(run(join(writeFolder({ 'a.txt': 'x' }), 'a.txt'))).rejects.toThrow('a.txt is not a data package');
  await expect(run(join(writeFolder({ 'a.zip': 'not a zip' }), 'a.zip'))).rejects.toThrow('cannot be opened as a zip');
  expect((await run(writeFolder({ 'readme.md': 'x' }))).errors.map((e) => e.code)).toEqual(['file_missing', 'file_missing']);
});
