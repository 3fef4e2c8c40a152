import { isTranslatable } from '../import/mapping.ts';
import type { TableName } from '../import/tables.ts';
import type { HsdsRecord } from './clean.ts';
import type { Reading } from './nest.ts';

const members = ['name', 'description', 'eligibility_description', 'alert'] as const;
type Translation = { entity_id: string } & Record<(typeof members)[number], string | null>;

/** HSDS has no member for a translated text: the texts themselves are given in the language asked for, where they exist in it. */
export async function translate({ db, language }: Reading, table: TableName, records: HsdsRecord[]): Promise<void> {
  if (language === null || records.length === 0 || !isTranslatable(table)) return;
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
