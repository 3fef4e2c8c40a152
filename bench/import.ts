import { chmodSync, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Client } from 'pg';
import { exportToFile } from '../src/directory/export/export-to-file.ts';
import { csvLine } from '../src/directory/export/cell.ts';
import { derivedId } from '../src/directory/import/derived-id.ts';
import { importHsds } from '../src/directory/import/import-hsds.ts';
import { openDatabases } from '../src/platform/database/open.ts';
import type { BenchRow } from './row.ts';

const services = Number(process.env.BENCH_SERVICES ?? 100_000);
const organizations = Math.ceil(services / 10);
const minutes = 3;
const memory = 30;
const id = (table: string, n: number | string): string => derivedId('bench', table, [String(n)]);
const some = (n: number): string => `texte inventé numéro ${n} pour la mesure, avec des mots comme accueil, santé, langue et papiers`;

/** The rows of one table: its columns, then `count` lines. */
interface Made {
  file: string;
  columns: string[];
  count: number;
  row(n: number): string[];
}
const terms = 20;
const made: Made[] = [
  { file: 'taxonomies', columns: ['id', 'name', 'description'], count: 1, row: () => [id('taxonomy', 0), 'Besoins', ''] },
  {
    file: 'taxonomy_terms',
    columns: ['id', 'taxonomy_id', 'code', 'name', 'description'],
    count: terms,
    row: (n) => [id('term', n), id('taxonomy', 0), `c${n}`, `Besoin ${n}`, ''],
  },
  {
    file: 'organizations',
    columns: ['id', 'name', 'description', 'website', 'email'],
    count: organizations,
    row: (n) => [id('organization', n), `Association ${n}`, some(n), `https://example.org/${n}`, `a${n}@example.org`],
  },
  {
    file: 'locations',
    columns: ['id', 'location_type', 'name', 'latitude', 'longitude'],
    count: organizations,
    row: (n) => [id('location', n), 'physical', `Local ${n}`, (34 + (n % 1000) / 1000).toFixed(4), (-2 + (n % 900) / 1000).toFixed(4)],
  },
  {
    file: 'services',
    columns: ['id', 'organization_id', 'name', 'description', 'status', 'url', 'eligibility_description', 'assured_date'],
    count: services,
    row: (n) => [
      id('service', n),
      id('organization', n % organizations),
      `Service ${n}`,
      some(n),
      'active',
      `https://example.org/services/${n}`,
      'Ouvert à toutes et à tous',
      '2024-05-01',
    ],
  },
  {
    file: 'addresses',
    columns: ['id', 'location_id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
    count: organizations,
    row: (n) => [id('address', n), id('location', n), `${n}, rue Inventée`, 'Oujda', 'Oriental', '60000', 'MA', 'physical'],
  },
  {
    file: 'service_at_location',
    columns: ['id', 'service_id', 'location_id'],
    count: services,
    row: (n) => [id('at', n), id('service', n), id('location', n % organizations)],
  },
  {
    file: 'phones',
    columns: ['id', 'service_id', 'number', 'type'],
    count: services,
    row: (n) => [id('phone', n), id('service', n), '0500000000', 'voice'],
  },
  {
    file: 'schedules',
    columns: ['id', 'service_id', 'freq', 'byday', 'opens_at', 'closes_at'],
    count: services,
    row: (n) => [id('schedule', n), id('service', n), 'WEEKLY', 'MO,TU,WE,TH,FR', '08:30', '16:30'],
  },
  {
    file: 'languages',
    columns: ['id', 'service_id', 'name', 'code'],
    count: services,
    row: (n) => [id('language', n), id('service', n), 'Arabe', 'ar'],
  },
  {
    file: 'attributes',
    columns: ['id', 'link_id', 'link_entity', 'link_type', 'taxonomy_term_id'],
    count: services * 2,
    row: (n) => [id('attribute', n), id('service', n >> 1), 'service', 'need', id('term', n % terms)],
  },
];

function* lines({ columns, count, row }: Made): Generator<string> {
  yield csvLine(columns);
  for (let n = 0; n < count; n++) yield csvLine(row(n));
}

/** Plain COPY of the same files into tables of the same columns: no check, no link, no comparison with what was there. */
async function copyAll(admin: Client, folder: string): Promise<number> {
  await admin.query('create schema plain');
  for (const { file, columns } of made)
    await admin.query(
      `create table plain.${file} (${columns.map((name) => `${name} ${/(^|_)id$/.test(name) ? 'uuid' : 'text'}`).join(', ')}, primary key (id))`,
    );
  const started = performance.now();
  for (const { file } of made) await admin.query(`copy plain.${file} from '${join(folder, `${file}.csv`)}' csv header`);
  return (performance.now() - started) / 1000;
}

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;
const alive = (): number => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
};

interface Peak {
  /** What the work needs. */
  alive: number;
  /** What the machine gives beyond what the process held already: told, and no rival's, which would find that memory given. */
  resident: number;
}
/** The most that is alive and resident in this process while work runs, above what was before, in MB. */
async function peakOf(work: () => Promise<unknown>): Promise<Peak> {
  const now = (): Peak => ({ alive: alive(), resident: process.memoryUsage.rss() / 1e6 });
  const before = now();
  const peak = { ...before };
  const look = (): void => {
    const { alive, resident } = now();
    peak.alive = Math.max(peak.alive, alive);
    peak.resident = Math.max(peak.resident, resident);
  };
  const watch = setInterval(look, 300);
  await work();
  clearInterval(watch);
  look();
  return { alive: peak.alive - before.alive, resident: peak.resident - before.resident };
}

/** Import of a generated directory with all its checks against plain COPY, and the memory an export takes against reading all rows. */
export async function benchImport(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-bench-'));
  const files = mkdtempSync(join(tmpdir(), 'istiqbal-bench-files-'));
  const databases = await openDatabases({ dataDir: folder, databaseUrl: undefined });
  try {
    // The server may run as another user than this process.
    chmodSync(files, 0o755);
    for (const table of made)
      await pipeline(Readable.from(lines(table)), createWriteStream(join(files, `${table.file}.csv`), { mode: 0o644 }));
    const admin = new Client({ connectionString: databases.adminUrl });
    await admin.connect();
    const copied = await copyAll(admin, files);
    const time = async (): Promise<number> => {
      const started = performance.now();
      const report = await databases.asOwner((owner) => importHsds(owner, { path: files, sourceKey: 'bench' }));
      if (report.errors.length > 0) throw new Error(`the generated directory was refused: ${report.errors[0]?.message}`);
      return (performance.now() - started) / 1000;
    };
    const first = await time();
    const again = await time();
    const path = join(files, 'export.zip');
    const started = performance.now();
    const exporting = await peakOf(() => databases.asOwner((owner) => exportToFile(owner, path, 'public')));
    const seconds = (performance.now() - started) / 1000;
    const held: unknown[] = [];
    const whole = await peakOf(async () => {
      for (const { file } of made) held.push((await admin.query(`select * from plain.${file}`)).rows);
    });
    console.log(`${held.length} tables read whole`);
    await admin.end();
    console.log(
      `import again, nothing changed: ${again.toFixed(1)} s; export of ${(statSync(path).size / 1e6).toFixed(0)} MB: ${seconds.toFixed(1)} s, resident memory grown by ${exporting.resident.toFixed(0)} MB`,
    );
    return [
      {
        name: `import of ${services} services with all checks`,
        unit: 's',
        ours: first,
        rival: { name: 'plain COPY, no check', value: copied },
        limit: `under ${minutes * 60} s`,
        holds: first < minutes * 60,
      },
      {
        name: `memory that an export of ${services} services takes`,
        unit: 'MB',
        ours: exporting.alive,
        rival: { name: 'all rows in memory', value: whole.alive },
        limit: `under ${memory} MB`,
        holds: exporting.alive < memory,
      },
    ];
  } finally {
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(files, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) console.table(await benchImport());
