import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';
import { writeXlsx } from '../export/xlsx-writer.ts';
import { decode } from './decode.ts';
import { withGuard, withoutGuard } from './formula-guard.ts';
import { importCsv } from './import-csv.ts';
import { importHsds } from './import-hsds.ts';
import { parseMapping } from './mapping.ts';
import { aListMapping, aPackage, aService, type Cells, type Files, toCsv, uuidFor, writeFolder } from './package-builder.ts';
import { openZip, ZipError } from './unzip.ts';

const db = useDatabase();
const run = (path: string, sourceKey = 'test') => db().asOwner((owner) => importHsds(owner, { path, sourceKey }));
const rows = async (sql: string): Promise<Record<string, unknown>[]> => db().asOwner(async (owner) => (await owner.query(sql)).rows);
beforeEach(async () => {
  await rows('truncate directory.source, directory.translation, directory.attribute cascade');
});

async function* lines(cells: Cells[]): AsyncGenerator<string[]> {
  const names = [...new Set(cells.flatMap((row) => Object.keys(row)))];
  yield names;
  for (const row of cells) yield names.map((name) => row[name] ?? '');
}
async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
async function workbook(files: Files): Promise<string> {
  const path = join(writeFolder({}), 'classeur.xlsx');
  const sheets = Object.entries(files).map(([name, cells]) => ({ name: name.replace('.csv', ''), rows: lines(cells) }));
  writeFileSync(path, await bytesOf(writeXlsx(sheets)));
  return path;
}

describe('a workbook', () => {
  it('with a sheet for each table brings in what the folder of CSV files does', async () => {
    expect(await run(await workbook(aPackage()))).toMatchObject({ outcome: 'applied', errors: [] });
    expect(await run(writeFolder(aPackage()))).toMatchObject({ outcome: 'unchanged', changes: 0 });
  });
  it('tells its faults by sheet and row', async () => {
    const report = await run(await workbook(aPackage({ 'services.csv': [aService('care'), aService('advice', { status: 'ouvert' })] })));
    expect(report.errors).toMatchObject([{ file: 'services.csv', line: 3, column: 'status', code: 'not_in_list' }]);
  });
  it('of one sheet comes in through a saved mapping', async () => {
    const path = await workbook({ 'Feuil1.csv': [{ n: '1', association: 'Association Inventée', nom: 'Cours' }] });
    const mapping = parseMapping(aListMapping(), 'm.json');
    const report = await db().asOwner((owner) => importCsv(owner, { path, mapping }));
    expect(report).toMatchObject({ outcome: 'applied', errors: [] });
    expect(await rows('select name from directory.service')).toEqual([{ name: 'Cours' }]);
  });
  it('that is none is refused', async () => {
    await expect(run(join(writeFolder({ 'a.xlsx': 'id,name' }), 'a.xlsx'))).rejects.toThrow('a.xlsx cannot be opened as a zip');
    const noSheets = zipSync({ 'hello.txt': new TextEncoder().encode('x') });
    await expect(run(join(writeFolder({ 'a.xlsx': noSheets }), 'a.xlsx'))).rejects.toThrow('Save it again as .xlsx');
  });
});

describe('an encoding', () => {
  const arabic = [aService('care', { name: 'المركز الصحي', description: 'استقبال المهاجرين والمغاربة العائدين' }), aService('advice')];
  const encoded = (encoding: 'utf16le' | 'windows-1256', text: string): Buffer => {
    if (encoding === 'utf16le') return Buffer.from(text, 'utf16le');
    const table = new Map(Array.from({ length: 256 }, (_, i) => [new TextDecoder('windows-1256').decode(Uint8Array.of(i)), i]));
    return Buffer.from([...text].map((letter) => table.get(letter) ?? 63));
  };
  it.each([
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), encoded('utf16le', toCsv(arabic))])],
    ['UTF-16 without', encoded('utf16le', toCsv(arabic))],
    ['UTF-16, big end first', encoded('utf16le', `\ufeff${toCsv(arabic)}`).swap16()],
    ['Windows-1256', encoded('windows-1256', toCsv(arabic))],
  ])('%s is recognised, read and told', async (_name, bytes) => {
    const report = await run(writeFolder({ ...aPackage(), 'services.csv': bytes }));
    expect(report).toMatchObject({ outcome: 'applied', errors: [] });
    expect(report.notes).toEqual([{ file: 'services.csv', code: 'encoding', what: expect.stringMatching(/^(utf-16|windows-1256)/) }]);
    expect(await rows(`select name from directory.service where id = '${uuidFor('care')}'`)).toEqual([{ name: 'المركز الصحي' }]);
  });
  it.each([
    ['French in Windows-1252', 'Santé, État civil, À côté, ÉTÉ, Français', 'latin1'],
    ['an Arabic text in ISO 8859-6', '', 'iso'],
  ])('%s is refused, because guessing would spoil letters', (_name, text, kind) => {
    const iso = Buffer.from([0xc7, 0xe4, 0xe5, 0xd1, 0xe3, 0xd2, 0x20, 0xc7, 0xe4, 0xd5, 0xcd, 0xea, 0x20, 0xc7, 0xe4, 0xe5]);
    expect(decode(kind === 'iso' ? iso : Buffer.from(text, 'latin1'))).toEqual({ badLine: 1 });
  });
  it('UTF-8 is never taken for anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc,"\né؟السلام عليكمdé😀١٢'), minLength: 1 }), (text) => {
        expect(decode(Buffer.from(text, 'utf8'))).toEqual({ text, encoding: 'utf-8' });
      }),
    );
  });
});

describe('a zip', () => {
  const zipOf = (files: Record<string, Uint8Array>): string => join(writeFolder({ 'a.zip': zipSync(files) }), 'a.zip');
  const csvs = () => Object.fromEntries(Object.entries(aPackage()).map(([name, cells]) => [name, new TextEncoder().encode(toCsv(cells))]));
  it('that was cut or spoiled anywhere is refused with a sentence, or still read whole', async () => {
    const whole = zipSync(csvs());
    const right = new Set(Object.values(csvs()).map((bytes) => Buffer.from(bytes).toString('utf8')));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, cut) => {
        const bytes = Uint8Array.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        try {
          for (const content of openZip(cut ? whole.slice(0, at) : bytes).values())
            expect(right).toContain(Buffer.from(content()).toString('utf8'));
        } catch (error) {
          expect(error).toBeInstanceOf(ZipError);
        }
      }),
      { numRuns: 400 },
    );
    const path = zipOf(csvs());
    truncateSync(path, 900);
    await expect(run(path)).rejects.toThrow('cannot be opened as a zip');
  });
  it('that would fill the memory is refused before it does, whatever size it claims', async () => {
    const bomb = zipSync({ ...csvs(), 'services.csv': new Uint8Array(80_000_000) });
    const honest = join(writeFolder({ 'a.zip': bomb }), 'a.zip');
    await expect(run(honest)).rejects.toThrow('far too large');
    const liar = Buffer.from(bomb);
    for (let at = liar.indexOf('PK\u0001\u0002'); at >= 0; at = liar.indexOf('PK\u0001\u0002', at + 4))
      if (liar.readUInt32LE(at + 24) === 80_000_000) liar.writeUInt32LE(1000, at + 24);
    await expect(run(join(writeFolder({ 'b.zip': liar }), 'b.zip'))).rejects.toThrow('far too large');
  });
  it('of two gigabytes is refused without being read', async () => {
    const path = join(writeFolder({ 'big.zip': 'PK' }), 'big.zip');
    truncateSync(path, 2_000_000_000);
    await expect(run(path)).rejects.toThrow('big.zip has 2000 MB; at most 200 MB are read.');
    const folder = writeFolder(aPackage());
    truncateSync(join(folder, 'phones.csv'), 2_000_000_000);
    await expect(run(folder)).rejects.toThrow('phones.csv has 2000 MB');
  });
});

it('what a spreadsheet would run as a formula gets a guard, and loses it on the way back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '1', ' ', 'A', '(') })), (text) => {
      const guarded = withGuard(text);
      expect(withoutGuard(guarded)).toBe(text);
      expect(/^[=@\t\r]/.test(guarded)).toBe(false);
      expect(/^[+-].*[A-Za-z!|]/.test(guarded)).toBe(false);
    }),
  );
  expect(withGuard("=cmd|' /C calc'!A0")).toBe("'=cmd|' /C calc'!A0");
  expect([withGuard('-1.9'), withGuard('+212 536-00 00 00')]).toEqual(['-1.9', '+212 536-00 00 00']);
});

describe('a package of HSDS 1', () => {
  const old = (): Record<string, string> => ({
    'organizations.csv': 'id,name,description,url,email\n1,Association Inventée,Pour les tests,www.example.org,\n',
    'programs.csv': 'id,organization_id,name\n5,1,Programme inventé\n',
    'services.csv': 'id,organization_id,program_id,name,description,status,fees,url\n10,1,5,Cours de langue,Texte,Active,Gratuit,\n',
    'locations.csv': 'id,organization_id,name,latitude,longitude,transportation\n20,1,Local,34.68,-1.9,Bus 4\n',
    'services_at_location.csv': 'id,service_id,location_id,description\n30,10,20,\n',
    'physical_addresses.csv':
      'id,location_id,address_1,address_2,address_3,city,state_province,postal_code,country\n40,20,1 rue Inventée,Bât. A,Étage 2,Oujda,Oriental,60000,MA\n',
    'postal_addresses.csv': 'id,location_id,address_1,city,state_province,postal_code,country\n40,20,BP 1,Oujda,Oriental,60000,MA\n',
    'contacts.csv': 'id,service_id,name,title\n50,10,Testa Inventée,Responsable\n',
    'phones.csv': 'id,service_id,contact_id,number,extension\n60,10,,0500000000,12\n61,,50,0500000001,\n',
    'regular_schedules.csv':
      'id,service_id,weekday,opens_at,closes_at,original_text\n70,10,Monday,8:30 AM,4pm,\n71,10,2,08:30,16:00,\n72,10,,,,Le soir parfois\n',
    'holiday_schedules.csv': 'id,service_id,closed,start_date,end_date,opens_at,closes_at\n80,10,true,2024-07-30,2024-07-30,,\n',
    'languages.csv': 'id,service_id,language\n90,10,Arabe\n',
    'eligibility.csv': 'id,service_id,eligibility\n1,10,Adultes\n2,10,Sans papiers\n',
    'accessibility_for_disabilities.csv': 'id,location_id,accessibility,details\n1,20,Rampe,À gauche\n',
    'service_areas.csv': 'id,service_id,service_area\n1,10,Oujda\n',
    'taxonomy.csv': 'id,name,parent_id,vocabulary\nBD,Basic needs,,AIRS\nBD-1800,Food,BD,AIRS\n',
    'services_taxonomy.csv': 'id,service_id,taxonomy_id,taxonomy_detail\n1,10,BD-1800,Repas\n',
  });
  it('comes in with all it says, its ids made into UUIDs that stay, its contacts unpublished', async () => {
    const folder = writeFolder(old());
    const report = await run(folder);
    expect(report).toMatchObject({ outcome: 'applied', errors: [] });
    expect(
      await rows(`select s.name, s.status, s.fees, s.eligibility_description, p.name as program, o.website
      from directory.service s join directory.program p on p.id = s.program_id join directory.organization o on o.id = s.organization_id`),
    ).toEqual([
      {
        name: 'Cours de langue',
        status: 'active',
        fees: 'Gratuit',
        eligibility_description: 'Adultes; Sans papiers',
        program: 'Programme inventé',
        website: 'https://www.example.org',
      },
    ]);
    expect(await rows('select address_type, address_2 from directory.address order by 1')).toEqual([
      { address_type: 'physical', address_2: 'Bât. A, Étage 2' },
      { address_type: 'postal', address_2: null },
    ]);
    expect(
      await rows('select freq, byday, opens_at, closes_at, valid_from, description from directory.schedule order by byday, description'),
    ).toEqual([
      { freq: 'WEEKLY', byday: 'MO', opens_at: '08:30', closes_at: '16:00', valid_from: null, description: null },
      { freq: 'WEEKLY', byday: 'TU', opens_at: '08:30', closes_at: '16:00', valid_from: null, description: null },
      { freq: null, byday: null, opens_at: null, closes_at: null, valid_from: '2024-07-30', description: 'Closed' },
      { freq: null, byday: null, opens_at: null, closes_at: null, valid_from: null, description: 'Le soir parfois' },
    ]);
    expect(
      await rows(`select t.name, u.name as parent, a.label from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id
      join directory.taxonomy_term u on u.id = t.parent_id`),
    ).toEqual([{ name: 'Food', parent: 'Basic needs', label: 'Repas' }]);
    expect(
      await rows('select c.name, c.published, p.number from directory.contact c join directory.phone p on p.contact_id = c.id'),
    ).toEqual([{ name: 'Testa Inventée', published: false, number: '0500000001' }]);
    expect(await rows('select description from directory.accessibility')).toEqual([{ description: 'Rampe' }]);
    expect(await run(folder)).toMatchObject({ outcome: 'unchanged', changes: 0 });
  });
  it('names the file, line and column of the old package in its faults', async () => {
    const report = await run(writeFolder({ ...old(), 'services.csv': old()['services.csv']?.replace('Active', 'ouvert') ?? '' }));
    expect(report.errors).toMatchObject([{ file: 'services.csv', line: 2, column: 'status', code: 'not_in_list' }]);
  });
  it('without services is told so', async () => {
    const report = await run(writeFolder({ ...old(), 'services.csv': 'id,name\n1,x\n' }));
    expect(report.errors).toContainEqual(
      expect.objectContaining({ file: 'services.csv', column: 'organization_id', code: 'column_missing' }),
    );
  });
});

it('hours that a source wrote as a sentence stay that sentence', async () => {
  const hours = [{ id: uuidFor('hours'), service_id: uuidFor('care'), description: 'Le matin, sauf le vendredi' }];
  await run(writeFolder(aPackage({ 'schedules.csv': hours })));
  expect(await rows('select freq, byday, opens_at, description from directory.schedule')).toEqual([
    { freq: null, byday: null, opens_at: null, description: 'Le matin, sauf le vendredi' },
  ]);
});
