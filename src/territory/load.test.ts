import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { useDatabase } from '../testing/database.ts';
import { loadTerritories } from './load.ts';

const db = useDatabase();
const file = join(import.meta.dirname, '../../data/oriental/territories.csv');
const folder = mkdtempSync(join(tmpdir(), 'istiqbal-territories-'));
afterAll(() => rmSync(folder, { recursive: true }));
const load = (path: string) => db().asOwner((owner) => loadTerritories(owner, path));
const changed = (edit: (text: string) => string): string => {
  const copy = join(folder, 'territories.csv');
  copyFileSync(file, copy);
  writeFileSync(copy, edit(readFileSync(copy, 'utf8')));
  return copy;
};

it('the region loads once; the country above it is not a row', async () => {
  expect(await load(file)).toEqual({ total: 154, changed: 154 });
  expect(await load(file)).toEqual({ total: 154, changed: 0 });
  const { rows } = await db().app.query(`select t.name_ar, t.is_urban, t.population, p.name_fr as province, t.alt_names
    from territory.territory t join territory.territory p on p.code = t.province_code where t.code = '024110123'`);
  expect(rows).toMatchObject([{ is_urban: true, province: 'Oujda-Angad' }]);
  expect((await db().app.query('select code from territory.territory where parent_code is null')).rows).toEqual([{ code: '02' }]);
});

it('a corrected name changes one row', async () => {
  expect(await load(changed((text) => text.replace('Oujda-Angad', 'Oujda Angad')))).toEqual({ total: 154, changed: 1 });
});

it('a row that does not fit names its line and column, and nothing is written', async () => {
  await expect(load(changed((text) => text.replace('province,02,02113', 'county,02,02113')))).rejects.toThrow(/territories\.csv:3:level/);
  await expect(
    load(changed((text) => text.replace('commune,02113', 'commune,99113').replace('cercle,02113', 'cercle,99113'))),
  ).rejects.toThrow(/the parent 99113/);
});
