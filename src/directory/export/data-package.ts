import { tables } from '../import/tables.ts';
import { csvLine } from './cell.ts';
import { columnsOf, listTranslations, type Snapshot, tableCells, translationCells } from './snapshot.ts';
import { type Sheet, writeXlsx } from './xlsx-writer.ts';
import { writeZip, type ZipEntry } from './zip-writer.ts';

const stem = (file: string): string => file.replace('.csv', '');
const fileOf = (name: string): string => tables.find((t) => t.name === name)?.file ?? '';
const kinds: Record<string, string> = {
  smallint: 'integer',
  integer: 'integer',
  numeric: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  date: 'date',
  timestamptz: 'datetime',
};

async function* asCsv(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  for await (const row of rows) yield csvLine(row);
}

const exported = ({ scope }: Snapshot) => tables.filter((table) => scope === 'complete' || table.name !== 'metadata');

function descriptor(snapshot: Snapshot): string {
  const resources = exported(snapshot).map((table) => ({
    name: table.name,
    path: table.file,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      primaryKey: 'id',
      fields: columnsOf(table.name, snapshot.scope).map((name) => ({ name, type: kinds[table.columns[name]?.type ?? ''] ?? 'string' })),
    },
  }));
  const content = {
    profile: 'tabular-data-package',
    name: 'istiqbal-directory',
    title: 'Istiqbal: directory of services',
    version: String(snapshot.version),
    created: snapshot.changedAt.toISOString(),
    homepage: 'https://docs.openreferral.org/',
    resources,
  };
  return JSON.stringify(content, null, 2);
}

/** The whole directory as an HSDS tabular data package, zipped; translations stand in a folder of their own. */
export async function* writeDataPackage(snapshot: Snapshot): AsyncGenerator<Uint8Array> {
  const translations = await listTranslations(snapshot);
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield {
      name: 'datapackage.json',
      content: (async function* () {
        yield descriptor(snapshot);
      })(),
    };
    for (const table of exported(snapshot)) yield { name: table.file, content: asCsv(tableCells(snapshot, table.name)) };
    for (const t of translations)
      yield { name: `translations/${stem(fileOf(t.entity))}.${t.language}.csv`, content: asCsv(translationCells(snapshot, t)) };
  }
  yield* writeZip(entries());
}

/** The same as an Excel workbook, a sheet for each table. */
export async function* writeWorkbook(snapshot: Snapshot): AsyncGenerator<Uint8Array> {
  const sheets: Sheet[] = exported(snapshot).map((table) => ({ name: stem(table.file), rows: tableCells(snapshot, table.name) }));
  for (const t of await listTranslations(snapshot))
    sheets.push({ name: `${stem(fileOf(t.entity))}.${t.language}`, rows: translationCells(snapshot, t) });
  yield* writeXlsx(sheets);
}
