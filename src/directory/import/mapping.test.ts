import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';
import { derivedId } from './derived-id.ts';
import { evaluate } from './expression.ts';
import { importCsv } from './import-csv.ts';
import { parseMapping, readMapping } from './mapping.ts';
import { writeFolder } from './package-builder.ts';
import { printReport } from './report.ts';

const data = join(import.meta.dirname, '../../../data');
const ohana = { path: join(data, 'samples/ohana'), mapping: join(data, 'mappings/ohana.json') };

const office = {
  source: 'office',
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
        url: { column: 'site', as: 'url' },
        status: { column: 'ouvert', values: { oui: 'active', non: 'inactive' }, default: 'active' },
        assured_date: { column: 'vu le', as: 'date-dmy' },
      },
    },
    { table: 'service', language: 'ar', from: 'liste.csv', id: ['n'], columns: { name: 'الاسم' } },
  ],
};
const list = `n;association;nom;site;ouvert;vu le;الاسم
1;Association Inventée;Cours de langue;www.example.org;oui;3/11/2024;دروس اللغة
2;Association Inventée;Soutien scolaire;;non;;دعم مدرسي
`;

describe('in the database', () => {
  const db = useDatabase();
  const rows = async (sql: string): Promise<Record<string, unknown>[]> => db().asOwner(async (owner) => (await owner.query(sql)).rows);
  const run = (input: Parameters<typeof importCsv>[1]) => db().asOwner((owner) => importCsv(owner, input));

  beforeEach(async () => {
    await rows('truncate directory.source, directory.translation, directory.attribute cascade');
  });

  it('a directory of another shape comes in through its mapping, and twice changes nothing', async () => {
    const report = await run(ohana);
    expect(printReport(report)).not.toMatch(/errors/);
    expect(Object.fromEntries(Object.entries(report.tables).map(([name, c]) => [name, c.inserted]))).toMatchObject({
      service: 12,
      organization: 8,
      location: 11,
      address: 20,
      attribute: 6,
      taxonomy_term: 6,
      language: 19,
      phone: 26,
      schedule: 11,
    });
    expect(await run(ohana)).toMatchObject({ outcome: 'unchanged', changes: 0 });
  });

  it('several values in a cell, joins between files, words of another list and times such as 3pm are understood', async () => {
    await run(ohana);
    expect(
      await rows(`select s.status, o.name from directory.service s join directory.organization o on o.id = s.organization_id
      where s.name = 'Service for Admin Test Location'`),
    ).toEqual([{ status: 'inactive', name: 'Admin Test Org' }]);
    expect(
      await rows(
        `select a.name from directory.service_area a join directory.service s on s.id = a.service_id where s.name = 'Passport Photos' order by 1`,
      ),
    ).toEqual([{ name: 'Alameda County' }, { name: 'San Mateo County' }]);
    expect(await rows(`select byday, opens_at, closes_at from directory.schedule where service_id is not null order by 1, 2`)).toEqual([
      { byday: 'MO', opens_at: '08:00', closes_at: '12:00' },
      { byday: 'MO', opens_at: '14:00', closes_at: '16:00' },
      { byday: 'WE', opens_at: '10:00', closes_at: '15:00' },
    ]);
  });

  it('one file with semicolons gives organizations, services and their Arabic names', async () => {
    const report = await run({
      path: join(writeFolder({ 'export mars.csv': list }), 'export mars.csv'),
      mapping: parseMapping(office, 'm.json'),
    });
    expect(printReport(report)).not.toMatch(/errors/);
    expect(await rows('select name, url, status, assured_date from directory.service order by name')).toEqual([
      { name: 'Cours de langue', url: 'https://www.example.org', status: 'active', assured_date: '2024-11-03' },
      { name: 'Soutien scolaire', url: null, status: 'inactive', assured_date: null },
    ]);
    expect(await rows('select name from directory.organization')).toEqual([{ name: 'Association Inventée' }]);
    expect(await rows(`select name from directory.translation where language = 'ar' order by name`)).toHaveLength(2);
  });

  it('an error names the file’s own column and id, not ours', async () => {
    const report = await run({
      path: writeFolder({ 'liste.csv': list.replace('3/11/2024', '31/11/2024').replace(';non;', ';peut-être;') }),
      mapping: parseMapping(office, 'm.json'),
    });
    expect(report.outcome).toBe('refused');
    expect(report.errors).toEqual([
      expect.objectContaining({ file: 'liste.csv', line: 2, column: 'vu le', code: 'not_date' }),
      expect.objectContaining({ file: 'liste.csv', line: 3, column: 'ouvert', code: 'not_in_list' }),
    ]);
    expect(await rows('select from directory.service')).toEqual([]);
  });

  it('a row that names a place which does not exist, and a column the file does not have, are told once', async () => {
    const files = {
      'locations.csv': 'id,organization_id\n1,1\n',
      'services.csv': 'id,location_id,name\n7,99,Perdu\n',
      'organizations.csv': 'id,name\n1,Association Inventée\n',
    };
    const mapping = {
      source: 'x',
      name: 'x',
      rules: [
        { table: 'organization', from: 'organizations.csv', columns: { name: 'name' } },
        {
          table: 'service',
          from: 'services.csv',
          joins: { place: { file: 'locations.csv', column: 'location_id' } },
          columns: {
            organization_id: { column: 'place.organization_id', id: 'organization' },
            name: 'name',
            status: { constant: 'active' },
          },
        },
      ],
    };
    const lost = await run({ path: writeFolder(files), mapping: parseMapping(mapping, 'm.json') });
    expect(lost.errors).toContainEqual(
      expect.objectContaining({ file: 'services.csv', line: 2, column: 'location_id', code: 'link_missing' }),
    );
    const shorter = await run({
      path: writeFolder({ ...files, 'services.csv': 'id,location_id\n7,1\n' }),
      mapping: parseMapping(mapping, 'm.json'),
    });
    expect(shorter.errors).toMatchObject([{ file: 'services.csv', line: 1, column: 'name', code: 'column_missing' }]);
  });
});

it('an id that is no UUID always becomes the same one, of its source and its table', () => {
  expect(derivedId('office', 'service', ['1'])).toBe(derivedId('office', 'service', ['1']));
  expect(
    new Set([derivedId('office', 'service', ['1']), derivedId('office', 'organization', ['1']), derivedId('other', 'service', ['1'])]).size,
  ).toBe(3);
  expect(derivedId('office', 'service', ['1'])).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(derivedId('office', 'service', ['4A8A28A8-9B58-5B4D-BA5A-E68BDE270037'])).toBe('4a8a28a8-9b58-5b4d-ba5a-e68bde270037');
});

it.each([
  ['3pm', '15:00'],
  ['4:00 PM', '16:00'],
  ['12am', '00:00'],
  ['12 pm', '12:00'],
  ['9h30', '09:30'],
  ['8h', '08:00'],
  ['08:30', '08:30'],
  ['midi', 'midi'],
])('the time %s is read as %s', (text, time) => {
  expect(evaluate({ column: 'x', as: 'time', join: ' ' }, () => text, '')).toBe(time);
});

it('a mapping that cannot work says where', () => {
  const spoil = (rule: object) => () => parseMapping({ ...office, rules: [rule] }, 'm.json');
  expect(spoil({ table: 'services', from: 'a.csv', columns: {} })).toThrow(/m\.json: rules\.0\.table/);
  expect(spoil({ table: 'service', from: 'a.csv', columns: { title: 'nom' } })).toThrow('service has no column title');
  expect(spoil({ table: 'service', from: '../a.csv', columns: {} })).toThrow('inside the folder');
  expect(spoil({ table: 'service', from: 'a.csv', columns: { name: { colum: 'nom' } } })).toThrow(/rules\.0\.columns/);
  expect(() => readMapping('/nowhere.json')).toThrow('missing or is not JSON');
});
