import { join } from 'node:path';
import type { Client } from 'pg';
import { importCsv } from '../../src/directory/import/import-csv.ts';
import { importHsds } from '../../src/directory/import/import-hsds.ts';
import { loadRegion } from '../../src/region.ts';
import { qualityFolder } from './rules.ts';

const data = join(qualityFolder, '..');

/** The region's directory among its neighbours: services of Jordan in English and Arabic, of California in English. */
export async function loadCorpus(owner: Client): Promise<void> {
  await loadRegion(owner);
  const reports = [
    await importHsds(owner, {
      path: join(qualityFolder, 'neighbours'),
      sourceKey: 'neighbours',
      translations: { folder: join(qualityFolder, 'neighbours/translations') },
    }),
    await importCsv(owner, { path: join(data, 'samples/ohana'), mapping: join(data, 'mappings/ohana.json') }),
  ];
  const errors = reports.flatMap((report) => report.errors);
  if (errors.length > 0) throw new Error(`The corpus does not load: ${JSON.stringify(errors.slice(0, 3))}`);
}

const kept = ['fr', 'ar', 'en'] as const;

/** Leaves each service written in one language only, a third of them in each; answers with that language by id. */
export async function keepOneLanguageEach(owner: Client): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ id: string; language: string; source_key: string }>(
    `select s.id, s.source_key, ($1::text[])[1 + (row_number() over (order by s.id))::int % 3] as language
     from directory.service s where s.status = 'active' and s.source_key = 'oriental'`,
    [kept],
  );
  for (const { id, language } of rows) {
    await owner.query(
      `update directory.service s set name = t.name, description = t.description
       from directory.translation t where t.entity_id = s.id and t.language = $2 and s.id = $1`,
      [id, language],
    );
  }
  await owner.query(`delete from directory.translation where entity in ('service', 'organization', 'location')`);
  return new Map(rows.map((row) => [row.id, row.language]));
}
