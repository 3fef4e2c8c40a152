import { isTranslatable } from '../import/mapping.ts';
import type { TableName } from '../import/tables.ts';
import { translationMembers, translationTable } from '../import/translation-table.ts';
import type { HsdsRecord } from './clean.ts';
import type { Reading } from './nest.ts';

const members = translationMembers.filter((name) => translationTable[name]?.type === 'text');
type Translation = Record<string, string | null>;

/** The short texts of a service's parts, told as the service words them in that language. */
const wordedMembers: Partial<Record<TableName, readonly string[]>> = {
  required_document: ['document', 'procedure'],
  cost_option: ['option', 'amount_description'],
  phone: ['description'],
};

type Wordings = ReadonlyMap<string, string>;
const none: Wordings = new Map();
/** Papers, prices and telephones of the same services are read one after the other: how those word them is asked once. */
const known = new WeakMap<Reading, Map<string, Wordings>>();

async function wordingsOf(reading: Reading, services: readonly string[]): Promise<ReadonlyMap<string, Wordings>> {
  const byService = known.get(reading) ?? new Map<string, Wordings>();
  known.set(reading, byService);
  const unknown = [...new Set(services)].filter((id) => !byService.has(id));
  if (unknown.length === 0) return byService;
  const { rows } = await reading.db.query<{ id: string; wordings: Record<string, string> }>({
    name: 'hsds-wordings',
    text: `select entity_id as id, wordings from directory.translation
      where entity = 'service' and language = $1 and wordings is not null and entity_id = any ($2::uuid[])`,
    values: [reading.language, unknown],
  });
  for (const id of unknown) byService.set(id, none);
  for (const { id, wordings } of rows) byService.set(id, new Map(Object.entries(wordings)));
  return byService;
}

async function wordParts(reading: Reading, parts: readonly string[], records: HsdsRecord[]): Promise<void> {
  const services = records.flatMap(({ service_id: id }) => (typeof id === 'string' ? [id] : []));
  const byService = await wordingsOf(reading, services);
  for (const record of records) {
    const worded = byService.get(String(record.service_id)) ?? none;
    for (const member of parts) {
      const text = worded.get(String(record[member]));
      if (text !== undefined) record[member] = text;
    }
  }
}

/** HSDS has no member for a translated text: the texts themselves are given in the language asked for, where they exist in it. */
export async function translate(reading: Reading, table: TableName, records: HsdsRecord[]): Promise<void> {
  const { db, language } = reading;
  if (language === null || records.length === 0) return;
  const parts = wordedMembers[table];
  if (parts) return wordParts(reading, parts, records);
  if (!isTranslatable(table)) return;
  const { rows } = await db.query<Translation>({
    name: 'hsds-translations',
    text: `select entity_id, ${members.join(', ')} from directory.translation where entity = $1 and language = $2 and entity_id = any ($3::uuid[])`,
    values: [table, language, records.map((record) => record.id)],
  });
  const byId = new Map(rows.map((row) => [row.entity_id, row]));
  for (const record of records) {
    const translation = byId.get(record.id);
    // Whoever describes a confidential place may describe the way to it.
    for (const member of record.confidential === true ? ['name'] : members) if (translation?.[member]) record[member] = translation[member];
  }
}
