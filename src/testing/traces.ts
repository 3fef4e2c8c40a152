import { randomUUID } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

// Set by `npm test`, which holds what was logged against what was typed once every test has run.
const folder = process.env.TEST_TRACES;

/** Keeps what a platform logged for the search that ends the suite. */
export const keepLog = folder
  ? (
      (file) =>
      (lines: string): void =>
        appendFileSync(file, lines)
    )(join(folder, `log-${randomUUID()}`))
  : (): void => undefined;

/** Keeps every personal word a test's database holds: names, addresses, numbers, what was written of people. */
export async function keepPersonalWords(adminUrl: string): Promise<void> {
  if (!folder) return;
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ word: string }>(`
      select distinct word from (
        select name from people.person union all select phone from people.person
        union all select read ->> 'name' from cases.register_row union all select read ->> 'phone' from cases.register_row
        union all select note from desk.visit union all select summary from cases."case" union all select title from cases.attachment
        union all select representative_name from people.consent union all select interpreter from people.consent
        union all select name from access."user" union all select email from access."user") as w(word)
      where length(word) >= 5`);
    writeFileSync(join(folder, `words-${randomUUID()}`), JSON.stringify(rows.map((row) => row.word)));
  } finally {
    await client.end();
  }
}
