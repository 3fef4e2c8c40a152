import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Client } from 'pg';
import { z } from 'zod';
import { StartupError } from '../platform/config.ts';
import { emergencyNumberSchema } from './contract.ts';

/** Brings the numbers to call in an emergency to the region's file, in its order. A region without the file keeps what is there. */
export async function loadEmergencyNumbers(owner: Client, file: string): Promise<{ total: number; changed: number }> {
  if (!existsSync(file)) return { total: 0, changed: 0 };
  const parsed = z.array(emergencyNumberSchema).safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartupError(`${basename(file)}: ${issue?.path.join('.')} does not fit: ${issue?.message}. Correct it and load again.`);
  }
  const numbers = parsed.data.map((n, position) => ({ ...n, position }));
  const gone = await owner.query('delete from territory.emergency_number where number <> all ($1)', [numbers.map((n) => n.number)]);
  const written = await owner.query(
    `insert into territory.emergency_number as t (number, position, names, kinds, source, confirmed)
     select * from jsonb_to_recordset($1::jsonb) as s(number text, position smallint, names jsonb, kinds text[], source text, confirmed boolean)
     on conflict (number) do update set position = excluded.position, names = excluded.names, kinds = excluded.kinds,
       source = excluded.source, confirmed = excluded.confirmed
     where (t.position, t.names, t.kinds, t.source, t.confirmed) is distinct from
       (excluded.position, excluded.names, excluded.kinds, excluded.source, excluded.confirmed)`,
    [JSON.stringify(numbers)],
  );
  return { total: numbers.length, changed: (gone.rowCount ?? 0) + (written.rowCount ?? 0) };
}
