import { expect, it } from 'vitest';
import { useDatabase } from './testing/database.ts';
import { loadRegion } from './region.ts';
import { printReport } from './directory/import/report.ts';

const db = useDatabase();
const number = async (sql: string): Promise<number> =>
  db().asOwner(async (owner) => (await owner.query<{ n: number }>(`select (${sql})::int as n`)).rows[0]?.n ?? -1);

it('the Oriental region loads whole: 154 territories, 47 organizations, 46 services, two workshops, 17 procedures', async () => {
  const report = await db().asOwner((owner) => loadRegion(owner));
  expect(printReport(report.directory)).not.toMatch(/errors/);
  expect(report.directory.outcome).toBe('applied');
  expect(report.territories).toEqual({ total: 154, changed: 154 });
  expect(await number('select count(*) from directory.service')).toBe(46);
  expect(await number('select count(*) from directory.organization')).toBe(47);
  expect(await number(`select count(*) from territory.territory where level = 'commune'`)).toBe(124);
  expect(await number('select count(*) from coordination.meeting')).toBe(2);
  expect(await number('select count(*) from desk.procedure')).toBe(17);
  expect(await number(`select count(*) from directory.translation where entity = 'service' and language = 'ar'`)).toBe(46);
  expect(await number(`select count(*) from territory.territory where parent_code is null`)).toBe(1);
  expect(await number('select number from directory.version')).toBeGreaterThan(0);
});

it('loading the region a second time changes nothing', async () => {
  const version = await number('select number from directory.version');
  const report = await db().asOwner((owner) => loadRegion(owner));
  expect(report.directory).toMatchObject({ outcome: 'unchanged', changes: 0 });
  expect([report.territories.changed, report.workshops.changed, report.procedures.changed]).toEqual([0, 0, 0]);
  expect([report.stages, report.library]).toEqual([
    { total: 9, changed: 0 },
    { total: 10, changed: 0 },
  ]);
  expect(await number('select number from directory.version')).toBe(version);
});
