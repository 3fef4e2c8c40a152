import type { Client } from 'pg';
import { z } from 'zod';
import { keepEdits } from '../care/keep-edits.ts';
import type { RawTable } from './csv.ts';
import { type Dataset, issueValue, usable } from './dataset.ts';
import * as f from './fields.ts';
import type { FileSet } from './file-set.ts';
import { isRowErrorCode, rowError } from './row-error.ts';
import { type TableName, tables } from './tables.ts';
import { translationColumns, translationMembers as members, translationTable } from './translation-table.ts';
import { type Counts, noCounts } from './write.ts';

const translated = ['organization', 'service', 'location', 'taxonomy', 'taxonomy_term'] as const satisfies TableName[];
type Translated = (typeof translated)[number];

export interface TranslationFile {
  entity: Translated;
  language: string;
  raw: RawTable;
}
interface Translation {
  entity: Translated;
  entity_id: string;
  language: string;
  [member: string]: unknown;
}

const schema = z.object(Object.fromEntries(Object.entries(translationTable).map(([name, c]) => [name, c.field])));

/** Files `<table>.<language>.csv` of a folder; with `language`, also `<table>.csv`. */
export function findTranslations(files: FileSet, folder: string, language?: string): TranslationFile[] {
  const present = files.list(folder);
  return translated.flatMap((entity) => {
    const stem = (tables.find((t) => t.name === entity)?.file ?? '').replace('.csv', '');
    return present.flatMap((name) => {
      const match = /^([a-z_]+)(?:\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\.csv$/.exec(name);
      const of = match?.[2] ?? language;
      if (match?.[1] !== stem || !of) return [];
      const path = folder === '' ? name : `${folder}/${name}`;
      const shown = folder === '' ? `${files.name}/${name}` : path.replace(/^\.\.\//, '');
      return [{ entity, language: of, raw: files.table(path, shown) }];
    });
  });
}

/** Checks the translations against the rows they translate; errors go to `data`. */
export function readTranslations(data: Dataset, files: TranslationFile[]): { rows: Translation[]; seen: Translation[] } {
  const rows: Translation[] = [];
  const seen: Translation[] = [];
  // One row per id and language, whatever the object: the table's key.
  const lines = new Map<string, number>();
  for (const { entity, language, raw } of files) {
    data.errors.push(...raw.fileErrors, ...raw.rowErrors);
    if (raw.fileErrors.length > 0 || !raw.headers.includes('id')) {
      if (raw.fileErrors.length === 0) data.errors.push(rowError({ file: raw.file, line: 1, column: 'id' }, 'column_missing', 'id'));
      data.fatal = true;
      continue;
    }
    const here = new Set(usable(data, entity).map((row) => row.id));
    for (const { line, cells, broken } of raw.rows) {
      const parsed = schema.safeParse(
        Object.fromEntries(translationColumns.map((name) => [name, Object.hasOwn(cells, name) ? cells[name] : ''])),
      );
      const told = new Set<string>();
      for (const issue of parsed.error?.issues ?? []) {
        const column = String(issue.path[0]);
        if (!told.has(column) && isRowErrorCode(issue.message))
          data.errors.push(rowError({ file: raw.file, line, column }, issue.message, issueValue(issue.message, cells[column])));
        told.add(column);
      }
      const id = (cells.id ?? '').trim().toLowerCase();
      if (f.uuidPattern.test(id)) seen.push({ entity, entity_id: id, language });
      if (!parsed.success || broken) continue;
      const at = { file: raw.file, line, column: 'id' };
      const key = `${language} ${id}`;
      const before = lines.get(key);
      if (before) data.errors.push(rowError(at, 'id_twice', id, String(before)));
      else if (here.has(id)) rows.push({ ...parsed.data, entity, entity_id: id, language });
      else if (!data.seen.get(entity)?.has(id)) data.errors.push(rowError(at, 'link_missing', id));
      if (!before) lines.set(key, line);
    }
  }
  return { rows, seen };
}

const types = ['entity text', 'entity_id uuid', 'language text', ...members.map((name) => `${name} ${translationTable[name]?.type}`)];

/** Writes them; a language that is not in this import keeps what it had. */
export async function writeTranslations(
  owner: Client,
  data: Dataset,
  source: string,
  files: TranslationFile[],
  read: { rows: Translation[]; seen: Translation[] },
): Promise<Counts> {
  const counts = noCounts();
  const kept = await keepEdits(owner, source);
  const rows = await kept.translations(read.rows);
  const { rows: written } = await owner.query<{ inserted: boolean }>(
    `insert into directory.translation as t (entity, entity_id, language, ${members.join(', ')})
     select s.entity, s.entity_id, s.language, ${members.map((m) => `s.${m}`).join(', ')}
     from jsonb_to_recordset($1::jsonb) as s(${types.join(', ')})
     on conflict (entity_id, language) do update set ${members.map((m) => `${m} = excluded.${m}`).join(', ')}
     where t.entity = excluded.entity and (${members.map((m) => `t.${m}`).join(', ')}) is distinct from (${members.map((m) => `excluded.${m}`).join(', ')})
     returning xmax = 0 as inserted`,
    [JSON.stringify(rows)],
  );
  counts.inserted = written.filter((row) => row.inserted).length;
  counts.updated = written.length - counts.inserted;
  counts.unchanged = rows.length - written.length;
  await kept.done();
  for (const { entity, language } of new Map(files.map((file) => [`${file.entity} ${file.language}`, file])).values()) {
    const staying = read.seen.filter((t) => t.entity === entity && t.language === language).map((t) => t.entity_id);
    const { rowCount } = await owner.query(
      `delete from directory.translation t where t.entity = $1 and t.language = $2
       and t.entity_id = any ($3::uuid[]) and t.entity_id <> all ($4::uuid[])
       and not exists (select from directory.held_field h where h.entity_id = t.entity_id and h.field like 'translations.' || t.language || '.%')`,
      [entity, language, usable(data, entity).map((row) => row.id), staying],
    );
    counts.removed += rowCount ?? 0;
  }
  return counts;
}
