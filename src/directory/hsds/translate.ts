import { isTranslatable } from '../import/mapping.ts';
import type { TableName } from '../import/tables.ts';
import type { HsdsRecord } from './clean.ts';
import type { Reading } from './nest.ts';

const members = ['name', 'description', 'eligibility_description', 'alert', 'application_process', 'fees_description'] as const;
type Translation = { entity_id: string } & Record<(typeof members)[number], string | null>;

/** The short texts of a service's parts, told as the service words them in that language. */
const wordedMembers: Partial<Record<TableName, readonly string[]>> = {
  required_document: ['document', 'procedure'],
  cost_option: ['option', 'amount_description'],
  phone: ['description'],
};

async function wordParts({ db, language }: Reading, members: readonly string[], records: HsdsRecord[]): Promise<void> {
  const services = [...new Set(records.flatMap(({ service_id: id }) => (typeof id === 'string' ? [id] : [])))];
  if (services.length === 0) return;
  const { rows } = await db.query<{ id: string; wordings: Record<string, string> }>({
    name: 'hsds-wordings',
    text: `select entity_id as id, wordings from directory.translation
      where entity = 'service' and language = $1 and wordings is not null and entity_id = any ($2::uuid[])`,
    values: [language, services],
  });
  const byService = new Map(rows.map((row) => [row.id, new Map(Object.entries(row.wordings))]));
  for (const record of records) {
    const worded = byService.get(String(record.service_id));
    if (!worded) continue;
    for (const member of members) {
      const text = worded.get(String(record[member]));
      if (text !== undefined) record[member] = text;
    }
  }
}

/** HSDS has no member for a translated text: the texts themselves are given in the language asked for, where they exist in it. */
export async function translate({ db, language }: Reading, table: TableName, records: HsdsRecord[]): Promise<void> {
  if (language === null || records.length === 0) return;
  const parts = wordedMembers[table];
  if (parts) return wordParts({ db, language }, parts, records);
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
    for (const member of record.confidential === true ? ['name' as const] : members)
      if (translation?.[member]) record[member] = translation[member];
  }
}
