import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadTerritories } from '../../territory/load.ts';
import { loadRegion, regionFolder } from '../../region.ts';
import type { Databases } from '../../platform/database/open.ts';
import { useDatabase } from '../../testing/database.ts';
import { importCsv } from '../import/import-csv.ts';
import { importHsds } from '../import/import-hsds.ts';
import { aPackage, aService, uuidFor, writeFolder } from '../import/package-builder.ts';
import { tables } from '../import/tables.ts';
import { publicColumns, publicRows, toldRows } from '../hsds/sources.ts';
import { loadCalendar } from '../opening/load-calendar.ts';
import { exportToFile } from './export-to-file.ts';

const from = useDatabase();
const to = useDatabase();
const data = join(import.meta.dirname, '../../../data');
const territories = (db: Databases) => db.asOwner((owner) => loadTerritories(owner, join(regionFolder, 'territories.csv')));

/** Everything a directory says, without what is each installation's own (sources, dates of change). */
async function contentOf(db: Databases, scope: 'public' | 'complete'): Promise<Record<string, unknown[]>> {
  return db.asOwner(async (owner) => {
    const content: Record<string, unknown[]> = {};
    for (const { name, columns } of tables) {
      const shown = scope === 'public' ? publicColumns(name) : Object.keys(columns);
      const rows = scope === 'public' ? publicRows(name) : toldRows(name);
      if (scope === 'public' && name === 'metadata') continue;
      content[name] = (await owner.query(`select ${shown.map((c) => `t.${c}`).join(', ')} from ${rows} t order by t.id`)).rows;
    }
    const translated = await owner.query(
      `select entity, entity_id, language, name, description, eligibility_description, alert, application_process, fees_description, wordings, synonyms from directory.translation order by 1, 2, 3`,
    );
    content.translation = translated.rows;
    const room = await owner.query(
      `select a.service_id, a.state, a.places, a.until, date_trunc('milliseconds', a.updated_at) as updated
       from directory.availability a join directory.public_service s on s.id = a.service_id order by 1`,
    );
    content.room = room.rows;
    return content;
  });
}
const exported = async (name: string, scope: 'public' | 'complete' = 'public'): Promise<string> => {
  const path = join(writeFolder({}), name);
  await from().asOwner((owner) => exportToFile(owner, path, scope));
  return path;
};
const imported = (path: string) => to().asOwner((owner) => importHsds(owner, { path, sourceKey: 'copy' }));

beforeAll(async () => {
  await territories(to());
  await to().asOwner((owner) => loadCalendar(owner, join(regionFolder, 'calendar.json')));
  await from().asOwner(async (owner) => {
    await loadRegion(owner);
    const jordan = {
      path: join(data, 'samples/jordan/hsds3'),
      translations: { folder: join(data, 'samples/jordan/translations-ar'), language: 'ar' },
    };
    expect((await importHsds(owner, jordan)).errors).toEqual([]);
    expect((await importCsv(owner, { path: join(data, 'samples/ohana'), mapping: join(data, 'mappings/ohana.json') })).errors).toEqual([]);
    const formulas = { name: "=cmd|' /C calc'!A0", description: '@SUM(1+1)\n« deux », "lignes"', alert: "'=1" };
    const own = aPackage({
      'services.csv': [
        aService('care', formulas),
        aService('advice', { name: '-2+3+cmd' }),
        aService('draft', { status: 'inactive', published: 'false' }),
      ],
    });
    expect((await importHsds(owner, { path: writeFolder(own), sourceKey: 'test' })).errors).toEqual([]);
    // What people say here, after every import.
    await owner.query(`with numbered as (select id, row_number() over (order by id) as n from directory.public_service)
      insert into directory.availability (service_id, state, places, until)
      select id, (array['places', 'places', 'waiting_list', 'closed'])[n], (array[7, null, null, null])[n], (array[null, null, null, '2199-12-31'::date])[n]
      from numbered where n <= 4`);
    await owner.query(`insert into directory.schedule (id, service_id, freq, byday, opens_at, closes_at, season, by_appointment, open_on_holidays)
      select md5(season || id)::uuid, id, 'WEEKLY', 'MO,TU', '10:00', '14:00', season, season = 'summer', season = 'ramadan'
      from (select id from directory.public_service order by id limit 3) s, unnest(array['ramadan', 'summer']) season`);
    await owner.query(`insert into directory.schedule (id, service_id, freq, byday, opens_at, closes_at, season, valid_from, valid_to)
      select md5('own_dates' || id)::uuid, id, 'WEEKLY', 'WE', '08:00', '14:00', 'own_dates', '2199-06-15', '2199-09-15'
      from (select id from directory.public_service order by id limit 3) s`);
    await owner.query(`insert into directory.required_document (id, service_id, document, procedure)
      select md5('paper' || id)::uuid, id, 'Passeport', 'Renouvellement' from (select id from directory.public_service order by id limit 3) s`);
    await owner.query(`insert into directory.translation (entity, entity_id, language, fees_description, application_process, wordings)
      select 'service', id, 'ar', 'مجاني', 'بدون موعد', '{"Passeport": "جواز السفر", "=Renouvellement, \\"ici\\"": "تجديد"}' from directory.public_service
      order by id limit 3 on conflict (entity_id, language) do update set
        fees_description = excluded.fees_description, application_process = excluded.application_process, wordings = excluded.wordings`);
  });
}, 120_000);
beforeEach(async () => {
  await to().asOwner((owner) => owner.query('truncate directory.source, directory.translation, directory.attribute cascade'));
});

describe.each(['hsds.zip', 'directory.xlsx', 'directory.json', 'directory.geojson'])('%s', (name) => {
  it('brings into an empty installation all that is public, and again changes nothing', async () => {
    const path = await exported(name);
    const report = await imported(path);
    expect(report.errors).toEqual([]);
    const told = await contentOf(from(), 'public');
    const arrived = await contentOf(to(), 'complete');
    // Each installation takes the days of a season from its own calendar.
    arrived.schedule = (await contentOf(to(), 'public')).schedule ?? [];
    for (const { name: table } of tables.filter((t) => t.name !== 'metadata')) {
      const columns = publicColumns(table);
      const same = (arrived[table] as Record<string, unknown>[]).map((row) => Object.fromEntries(columns.map((c) => [c, row[c]])));
      expect(same, table).toEqual(told[table]);
    }
    expect(told.service?.length).toBeGreaterThan(60);
    expect(arrived.room).toEqual(told.room);
    expect(told.room).toHaveLength(4);
    const kept = await to().app.query('select valid_from from directory.schedule where dates_of_season');
    expect(kept.rows).toEqual(Array(6).fill({ valid_from: null }));
    expect((arrived.translation ?? []).length).toBeGreaterThan(200);
    expect(await imported(path)).toMatchObject({ outcome: 'unchanged', changes: 0 });
  }, 120_000);
});

it('a complete export moves drafts, staff and history too', async () => {
  for (const name of ['all.zip', 'all.xlsx']) {
    await to().asOwner((owner) => owner.query('truncate directory.source, directory.translation, directory.attribute cascade'));
    const report = await imported(await exported(name, 'complete'));
    expect(report.errors).toEqual([]);
    const [before, after] = [await contentOf(from(), 'complete'), await contentOf(to(), 'complete')];
    for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table]);
    expect(before.contact).toHaveLength(1);
    expect((before.service as { id: string }[]).map((s) => s.id)).toContain(uuidFor('draft'));
  }
}, 120_000);

it('services.csv opens in a spreadsheet without running anything, and comes back through its mapping', async () => {
  const path = await exported('services.csv');
  const text = readFileSync(path, 'utf8');
  expect(text.startsWith('\ufeffid,')).toBe(true);
  expect(text).not.toMatch(/(^|,|\n)"?[=@]/);
  expect(text).toContain("'=cmd|");
  const mapping = join(data, 'mappings/services-csv.json');
  const again = () => to().asOwner((owner) => importCsv(owner, { path, mapping }));
  expect((await again()).errors).toEqual([]);
  expect(await again()).toMatchObject({ outcome: 'unchanged', changes: 0 });
  const query = `select s.id, s.name, s.description, s.alert, s.assured_date, o.name as organization,
      (select array_agg(number order by number) from (select distinct number from directory.phone p where p.service_id = s.id) n) as phones
    from directory.public_service s join directory.organization o on o.id = s.organization_id order by s.id`;
  const rows = async (db: Databases) => (await db.app.query(query)).rows;
  expect(await rows(to())).toEqual(await rows(from()));
}, 60_000);

it('no cell of the workbook is a formula', async () => {
  const path = await exported('directory.xlsx');
  const { openZip } = await import('../import/unzip.ts');
  for (const [name, read] of openZip(readFileSync(path))) {
    const xml = Buffer.from(read()).toString('utf8');
    if (!name.includes('worksheets')) continue;
    expect(xml).not.toContain('<f');
    expect(xml.match(/<c /g)?.length ?? 0).toBe(xml.match(/t="inlineStr"/g)?.length ?? 0);
  }
}, 60_000);

it('an ending that means nothing is told, and a complete export is not written as JSON', async () => {
  await expect(exported('directory.pdf')).rejects.toThrow('Write .zip');
  await expect(exported('directory.json', 'complete')).rejects.toThrow('A complete export');
});
