import { expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';
import { importHsds } from './import-hsds.ts';
import { aPackage, aService, type Files, toCsv, uuidFor, withCell, writeFolder } from './package-builder.ts';
import type { RowError } from './row-error.ts';

const db = useDatabase();
const errorsOf = (files: Record<string, Files[string] | string | Uint8Array>): Promise<RowError[]> =>
  db().asOwner(async (owner) => {
    const report = await importHsds(owner, { path: writeFolder(files), sourceKey: 'test' });
    expect(report.outcome).toBe('refused');
    const { rows } = await owner.query<{ n: number }>('select count(*) as n from directory.organization');
    expect(rows).toEqual([{ n: 0 }]);
    return report.errors;
  });
const at = (file: string, line: number, column: string, code: string) => expect.objectContaining({ file, line, column, code });

const unknown = uuidFor('nobody');
it.each([
  ['services.csv', 'id', 'not_uuid', 'service-1'],
  ['services.csv', 'id', 'required', ''],
  ['services.csv', 'name', 'required', '  '],
  ['services.csv', 'name', 'text_too_long', 'x'.repeat(5001)],
  ['services.csv', 'description', 'text_unreadable', 'a\u0000b'],
  ['services.csv', 'status', 'not_in_list', 'Active'],
  ['services.csv', 'organization_id', 'link_missing', unknown],
  ['services.csv', 'url', 'not_url', '/services/1'],
  ['services.csv', 'url', 'not_url', 'javascript:alert(1)'],
  ['services.csv', 'url', 'not_url', 'www.example.org'],
  ['services.csv', 'email', 'not_email', 'nobody(at)example.org'],
  ['services.csv', 'assured_date', 'not_date', '2023-02-30'],
  ['services.csv', 'assured_date', 'not_date', '31/12/2023'],
  ['services.csv', 'minimum_age', 'not_age', 'adult'],
  ['services.csv', 'minimum_age', 'not_age', '-1'],
  ['services.csv', 'maximum_age', 'not_age', '1e9'],
  ['organizations.csv', 'commune_code', 'commune_unknown', '999999999'],
  ['organizations.csv', 'website', 'not_url', 'http//example.org'],
  ['locations.csv', 'latitude', 'not_number', '95'],
  ['locations.csv', 'latitude', 'not_number', 'NaN'],
  ['locations.csv', 'latitude', 'position_half', ''],
  ['locations.csv', 'confidential', 'confidential_position', 'true'],
  ['locations.csv', 'confidential', 'not_boolean', 'peut-être'],
  ['addresses.csv', 'country', 'not_country', 'Maroc'],
  ['addresses.csv', 'location_id', 'link_missing', unknown],
  ['service_areas.csv', 'territory_code', 'territory_unknown', '02411'],
  ['service_areas.csv', 'territory_code', 'not_territory', '02.411'],
  ['schedules.csv', 'opens_at', 'not_time', '25:00'],
  ['schedules.csv', 'byday', 'not_in_list', 'LU,MA'],
  ['languages.csv', 'code', 'not_language', 'arabe'],
  ['attributes.csv', 'taxonomy_term_id', 'link_missing', unknown],
  ['attributes.csv', 'link_id', 'link_missing', unknown],
  ['taxonomy_terms.csv', 'parent_id', 'parent_cycle', uuidFor('health')],
] as const)('%s, column %s: %s is told with its line', async (file, column, code, value) => {
  const errors = await errorsOf(withCell(file, column, value));
  const shown = code === 'position_half' || code === 'confidential_position' ? 'latitude' : column;
  expect(errors).toContainEqual(at(file, 2, shown, code));
  expect(errors.every((e) => e.message.length > 20 && !e.message.includes('{}'))).toBe(true);
});

it('a message quotes what the cell says and tells what to write', async () => {
  const [error] = await errorsOf(withCell('services.csv', 'url', 'www.example.org'));
  expect(error?.message).toBe('“www.example.org” is not a complete web address. Write it with https:// or http:// in front.');
});

it('the lowest age may not be above the highest, nor the first day after the last', async () => {
  const services = [aService('care', { minimum_age: '18', maximum_age: '12' }), aService('advice')];
  expect(await errorsOf(aPackage({ 'services.csv': services }))).toContainEqual(at('services.csv', 2, 'maximum_age', 'ages_reversed'));
  const hours = { id: uuidFor('hours'), service_id: uuidFor('care'), valid_from: '2024-05-01', valid_to: '2024-04-01' };
  expect(await errorsOf(aPackage({ 'schedules.csv': [hours] }))).toContainEqual(at('schedules.csv', 2, 'valid_to', 'dates_reversed'));
});

it('an id that stands twice names both lines', async () => {
  const [error] = await errorsOf(aPackage({ 'services.csv': [aService('care'), aService('advice'), aService('care')] }));
  expect(error).toMatchObject({ file: 'services.csv', line: 4, code: 'id_twice' });
  expect(error?.message).toContain('line 2');
});

it('organizations that are each other’s parent are refused', async () => {
  const org = (name: string, parent: string) => ({ id: uuidFor(name), name, description: '', parent_organization_id: uuidFor(parent) });
  const errors = await errorsOf(aPackage({ 'organizations.csv': [org('assoc', 'b'), org('b', 'assoc')] }));
  expect(errors.map((e) => e.code)).toEqual(['parent_cycle', 'parent_cycle']);
});

it('every fault of a file is told, at the line where its row begins', async () => {
  const services = [aService('care', { description: 'Deux\nlignes' }), aService('advice', { status: '', email: 'x' })];
  const errors = await errorsOf(aPackage({ 'services.csv': services }));
  expect(errors).toEqual([at('services.csv', 4, 'email', 'not_email'), at('services.csv', 4, 'status', 'required')]);
});

it('a service that is refused does not make its telephone and its hours refused too', async () => {
  expect(await errorsOf(withCell('services.csv', 'email', 'x'))).toHaveLength(1);
});

it('a file that is not UTF-8 names the line', async () => {
  const latin = Buffer.from(toCsv([aService('care', { description: '' }), aService('advice', { name: 'Santé' })]), 'latin1');
  expect(await errorsOf({ ...aPackage(), 'services.csv': latin })).toEqual([at('services.csv', 3, '', 'encoding')]);
});

it('a missing file, a missing column, a column twice and unclosed quotes are named', async () => {
  const { 'services.csv': _, ...without } = aPackage();
  expect(await errorsOf(without)).toContainEqual(at('services.csv', 1, '', 'file_missing'));
  expect(await errorsOf({ ...aPackage(), 'services.csv': 'id,name\n' })).toContainEqual(at('services.csv', 1, 'status', 'column_missing'));
  expect(await errorsOf({ ...aPackage(), 'services.csv': 'id,name,name,organization_id,status\n' })).toContainEqual(
    at('services.csv', 1, 'name', 'column_twice'),
  );
  expect(await errorsOf({ ...aPackage(), 'services.csv': 'id,name,organization_id,status\n1,"a,b,c\n2,b,c,d\n' })).toContainEqual(
    at('services.csv', expect.any(Number), '', 'csv_syntax'),
  );
  expect(await errorsOf({ ...aPackage(), 'phones.csv': 'id,number,service_id\n1,2,3,4\n' })).toContainEqual(
    at('phones.csv', 2, '', 'cells_count'),
  );
});

it('a data package may not reach outside its folder', async () => {
  const descriptor = JSON.stringify({ name: 'x', resources: [{ name: 'phones', path: '../../etc/passwd' }] });
  expect(await errorsOf({ ...aPackage(), 'datapackage.json': descriptor })).toContainEqual(at('datapackage.json', 1, '', 'path_outside'));
});

it('a data package that names a file which is not there, or is not JSON, is refused', async () => {
  const descriptor = JSON.stringify({ name: 'x', resources: [{ name: 'phones', path: 'tel.csv' }] });
  expect(await errorsOf({ ...aPackage(), 'datapackage.json': descriptor })).toContainEqual(at('tel.csv', 1, '', 'file_missing'));
  expect(await errorsOf({ ...aPackage(), 'datapackage.json': '{' })).toContainEqual(at('datapackage.json', 1, '', 'package_unreadable'));
});

it('translations of a service that does not exist are refused', async () => {
  const errors = await errorsOf({ ...aPackage(), 'translations/services.ar.csv': [{ id: unknown, name: 'خدمة' }] });
  expect(errors).toEqual([at('translations/services.ar.csv', 2, 'id', 'link_missing')]);
});
