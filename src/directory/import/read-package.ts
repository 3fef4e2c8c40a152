import { basename, normalize } from 'node:path';
import { z } from 'zod';
import type { RawTable } from './csv.ts';
import type { FileSet } from './file-set.ts';
import type { Note } from './note.ts';
import { type RowError, rowError } from './row-error.ts';
import { type Table, type TableName, tables } from './tables.ts';

const packageSchema = z.object({
  name: z.string().optional(),
  title: z.string().optional(),
  resources: z
    .array(z.object({ name: z.string().optional(), path: z.union([z.string(), z.array(z.string()).length(1)]).optional() }))
    .default([]),
});

export interface ReadPackage {
  name: string | undefined;
  title: string | undefined;
  raw: Map<TableName, RawTable[]>;
  errors: RowError[];
  notes: Note[];
}

const outside = (path: string): boolean => /^([a-z]+:|[/\\])/i.test(path) || normalize(path).startsWith('..');

function resourceFor(table: Table, resources: { name: string; path: string }[]): string | undefined {
  const names = [table.name, table.file.replace('.csv', ''), `${table.name}s`];
  return (
    resources.find((r) => names.includes(r.name)) ?? resources.find((r) => [table.file, `${table.name}s.csv`].includes(basename(r.path)))
  )?.path;
}

/** Finds the file of each table, through `datapackage.json` when there is one, and reads them. */
export function readPackage(files: FileSet): ReadPackage {
  const errors: RowError[] = [];
  const at = { file: 'datapackage.json', line: 1, column: '' };
  let descriptor: z.infer<typeof packageSchema> | undefined;
  if (files.has('datapackage.json')) {
    try {
      descriptor = packageSchema.parse(JSON.parse(new TextDecoder('utf-8').decode(files.read('datapackage.json'))));
    } catch {
      errors.push(rowError(at, 'package_unreadable'));
    }
  }
  const resources = (descriptor?.resources ?? []).flatMap((r) => {
    const path = typeof r.path === 'string' ? r.path : r.path?.[0];
    return path === undefined ? [] : [{ name: r.name ?? '', path }];
  });
  const raw = new Map<TableName, RawTable[]>();
  const used = new Set<string>(['datapackage.json']);
  for (const table of tables) {
    const declared = resourceFor(table, resources);
    const alias = `${table.name}s.csv`;
    const path = declared ?? (files.has(table.file) || !files.has(alias) ? table.file : alias);
    if (outside(path)) errors.push(rowError(at, 'path_outside', path));
    else if (files.has(path)) {
      used.add(path);
      raw.set(table.name, [files.table(path)]);
    } else if (declared || table.required) errors.push(rowError({ file: path, line: 1, column: '' }, 'file_missing', path));
  }
  const others = new Set([...files.list(''), ...resources.map((r) => r.path)].filter((name) => name.endsWith('.csv') && !used.has(name)));
  return {
    name: descriptor?.name,
    title: descriptor?.title,
    raw,
    errors,
    notes: [...others].map((file) => ({ file, code: 'file', what: '' })),
  };
}
