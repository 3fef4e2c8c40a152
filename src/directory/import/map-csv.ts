import type { RawRow, RawTable } from './csv.ts';
import { derivedId } from './derived-id.ts';
import { columnsOf, evaluate } from './expression.ts';
import type { FileSet } from './file-set.ts';
import { isLinkable, isTranslatable, type Mapping, type Rule } from './mapping.ts';
import type { Note } from './note.ts';
import { type RowError, rowError } from './row-error.ts';
import { type TableName, tables } from './tables.ts';
import type { TranslationFile } from './translations.ts';

interface Mapped {
  raw: Map<TableName, RawTable[]>;
  translations: TranslationFile[];
  errors: RowError[];
  notes: Note[];
}
type Read = (file: string) => RawTable | undefined;

/** Splits `alias.column` where the alias is one of the rule's joins. */
function resolve(rule: Rule, name: string): { alias: string | undefined; column: string } {
  const dot = name.indexOf('.');
  const alias = dot > 0 ? name.slice(0, dot) : '';
  return Object.hasOwn(rule.joins, alias) ? { alias, column: name.slice(dot + 1) } : { alias: undefined, column: name };
}

function namedColumns(rule: Rule): string[] {
  return [
    ...Object.values(rule.columns).flatMap(columnsOf),
    ...rule.id.flatMap(columnsOf),
    ...(rule.each ? [rule.each.column] : []),
    ...(rule.when ? [rule.when] : []),
    ...Object.values(rule.joins).map((j) => j.column),
  ];
}

function missingColumns(rule: Rule, read: Read): RowError[] {
  const wanted = namedColumns(rule).map((name) => {
    const { alias, column } = resolve(rule, name);
    return { file: alias ? (rule.joins[alias]?.file ?? '') : rule.from, column };
  });
  for (const join of Object.values(rule.joins)) wanted.push({ file: join.file, column: join.to });
  return wanted
    .filter(({ file, column }) => {
      const table = read(file);
      return table && table.fileErrors.length === 0 && !table.headers.includes(column);
    })
    .map(({ file, column }) => rowError({ file, line: 1, column }, 'column_missing', column));
}

function mapRule(rule: Rule, source: string, read: Read): RawTable {
  const from = read(rule.from) ?? { file: rule.from, headers: [], rows: [], rowErrors: [], fileErrors: [] };
  const origin = Object.fromEntries(Object.entries(rule.columns).map(([name, e]) => [name, columnsOf(e).join('+') || name]));
  const originals = new Map<string, string>();
  const headers = ['id', ...Object.keys(rule.columns), ...defaults(rule)];
  const out: RawTable = {
    file: from.file,
    headers,
    rows: [],
    rowErrors: [...from.rowErrors],
    fileErrors: from.fileErrors,
    origin: { ...origin, id: rule.id.flatMap(columnsOf).join('+') || 'id' },
    originals,
    ...(from.encoding ? { encoding: from.encoding } : {}),
  };
  const indexes = new Map(
    Object.entries(rule.joins).map(([alias, j]) => [alias, Map.groupBy(read(j.file)?.rows ?? [], (row) => (row.cells[j.to] ?? '').trim())]),
  );
  const uuid = (table: string, parts: string[]): string => {
    const made = derivedId(source, table, parts);
    originals.set(made, parts.join(' '));
    return made;
  };
  const taken = new Set<string>();
  for (const row of from.rows) {
    let broken = row.broken ?? false;
    const joined = new Map<string, RawRow[]>();
    for (const [alias, join] of Object.entries(rule.joins)) {
      const key = (row.cells[join.column] ?? '').trim();
      const others = indexes.get(alias)?.get(key) ?? [];
      joined.set(alias, others);
      if (key === '' || others.length > 0 || join.optional) continue;
      broken = true;
      out.rowErrors.push(rowError({ file: from.file, line: row.line, column: join.column }, 'link_missing', key));
    }
    const cell = (name: string): string => {
      const { alias, column } = resolve(rule, name);
      if (!alias) return (row.cells[column] ?? '').trim();
      const values = (joined.get(alias) ?? []).map((other) => (other.cells[column] ?? '').trim()).filter((value) => value !== '');
      const separator = rule.joins[alias]?.separator;
      return separator === undefined ? (values.at(-1) ?? '') : [...new Set(values)].join(separator);
    };
    if (rule.when && cell(rule.when) === '') continue;
    const items = rule.each
      ? new Set(
          cell(rule.each.column)
            .split(rule.each.separator)
            .map((s) => s.trim())
            .filter((s) => s !== ''),
        )
      : [''];
    for (const item of items) {
      const names = rule.id.map((e) => evaluate(e, cell, item));
      const empty = names.every((name) => name === '');
      const key = [...(isLinkable(rule.table) ? [] : [rule.from]), ...names, ...(rule.each ? [item] : [])];
      const id = empty ? '' : uuid(rule.table, key);
      if (rule.distinct && (empty || taken.has(id))) continue;
      taken.add(id);
      const cells: Record<string, string> = { id };
      for (const [name, e] of Object.entries(rule.columns)) {
        const value = evaluate(e, cell, item);
        cells[name] = typeof e !== 'string' && e.id && value !== '' ? uuid(e.id, [value]) : value;
      }
      out.rows.push({ line: row.line, broken, cells });
    }
  }
  return out;
}

/** Columns HSDS wants but lets stay empty need no mention in a mapping. */
function defaults(rule: Rule): string[] {
  const columns = tables.find((t) => t.name === rule.table)?.columns ?? {};
  return Object.keys(columns).filter(
    (name) => columns[name]?.required && !Object.hasOwn(rule.columns, name) && columns[name]?.field.safeParse('').success,
  );
}

/** Turns CSV files of any shape into HSDS tables. With one file only, every rule reads it. */
export function mapCsv(files: FileSet, mapping: Mapping, source: string, onlyFile?: string): Mapped {
  const result: Mapped = { raw: new Map(), translations: [], errors: [], notes: [] };
  const cache = new Map<string, RawTable>();
  const read: Read = (wanted) => {
    const file = onlyFile ?? wanted;
    const known = cache.get(file);
    if (known || !files.has(file)) return known;
    const table = files.table(file);
    cache.set(file, table);
    return table;
  };
  const wanted = new Set(mapping.rules.flatMap((rule) => [rule.from, ...Object.values(rule.joins).map((j) => j.file)]));
  for (const file of wanted)
    if (!read(file) && !mapping.lenient) result.errors.push(rowError({ file, line: 1, column: '' }, 'file_missing', file));
  for (const rule of mapping.rules) {
    if (mapping.lenient && !read(rule.from)) continue;
    const missing = mapping.lenient ? [] : missingColumns(rule, read);
    result.errors.push(...missing);
    if (missing.length > 0) continue;
    const table = mapRule(rule, source, read);
    const name = tables.find((t) => t.name === rule.table)?.name;
    if (!name) continue;
    if (rule.language && isTranslatable(name)) result.translations.push({ entity: name, language: rule.language, raw: table });
    else result.raw.set(name, [...(result.raw.get(name) ?? []), table]);
  }
  if (!onlyFile)
    for (const file of files.list('').filter((f) => f.endsWith('.csv') && !wanted.has(f)))
      result.notes.push({ file, code: 'file', what: '' });
  return result;
}
