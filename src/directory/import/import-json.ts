import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { StartupError } from '../../platform/config.ts';
import type { RawTable } from './csv.ts';
import { flattener } from './flatten.ts';
import { isTranslatable } from './mapping.ts';
import type { TableName } from './tables.ts';
import { translationColumns } from './translation-table.ts';
import type { TranslationFile } from './translations.ts';

const largest = 400_000_000;
const lists = {
  organizations: 'organization',
  services: 'service',
  locations: 'location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
  units: 'unit',
} as const;
type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads full HSDS records from a JSON or GeoJSON file. Throws `StartupError` when it holds none. */
export function readJson(path: string, source: string): { raw: Map<TableName, RawTable[]>; translations: TranslationFile[] } {
  const file = basename(path);
  if (statSync(path).size > largest)
    throw new StartupError(`${file} has more than ${largest / 1e6} MB. Export a data package (zip) and import that.`);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new StartupError(`${file} is not JSON in UTF-8. Export it again.`);
  }
  const flat = flattener(source);
  let found = false;
  const add = (table: TableName, list: unknown, name: string): void => {
    if (!Array.isArray(list)) return;
    found = true;
    for (const [i, record] of list.entries()) flat.add(table, record, `${file}/${name}`, i + 1);
  };
  let translations: TranslationFile[] = [];
  if (isRecord(content)) {
    const directory = isRecord(content.directory) ? content.directory : content;
    for (const [name, table] of Object.entries(lists)) add(table, directory[name], name);
    if (Array.isArray(content.features)) {
      const records = content.features.map((feature: unknown) => (isRecord(feature) ? feature.properties : undefined));
      add('service', records, 'features');
    }
    translations = translationsOf(directory.translations, `${file}/translations`);
  }
  if (!found) throw new StartupError(`${file} holds neither services nor organizations. Give an HSDS export.`);
  return { raw: flat.raw(), translations };
}

/** HSDS has no member for a translated text: our exports list them beside the records. */
function translationsOf(list: unknown, file: string): TranslationFile[] {
  const files = new Map<string, TranslationFile>();
  for (const [i, row] of (Array.isArray(list) ? list : []).entries()) {
    if (!isRecord(row)) continue;
    const [entity, language] = [String(row.entity), String(row.language)];
    if (!isTranslatable(entity)) continue;
    const found = files.get(`${entity} ${language}`) ?? {
      entity,
      language,
      raw: { file, headers: [...translationColumns], rows: [], rowErrors: [], fileErrors: [] },
    };
    files.set(`${entity} ${language}`, found);
    const cells = translationColumns.map((name) => {
      const value = row[name];
      if (Array.isArray(value)) return [name, value.join(' | ')];
      return [name, isRecord(value) ? JSON.stringify(value) : typeof value === 'string' ? value : ''];
    });
    found.raw.rows.push({ line: i + 1, cells: Object.fromEntries(cells) });
  }
  return [...files.values()];
}
