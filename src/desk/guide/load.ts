import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Client } from 'pg';
import { z } from 'zod';
import { StartupError } from '../../platform/config.ts';
import { procedureSchema } from './contract.ts';

/**
 * Brings the region's procedures to its file; one that left the file is shown no more. What cells and the programme set stays.
 * A region without the file keeps what is there. Throws `StartupError` naming the member that does not fit.
 */
export async function loadProcedures(owner: Client, file: string): Promise<{ total: number; changed: number }> {
  if (!existsSync(file)) return { total: 0, changed: 0 };
  const parsed = z.array(procedureSchema).safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartupError(`${basename(file)}: ${issue?.path.join('.')} does not fit: ${issue?.message}. Correct it and load again.`);
  }
  const procedures = parsed.data.map(({ id, key, needs, audiences, ...content }) => ({ id, key, needs, audiences, content }));
  const written = await owner.query(
    `insert into desk.procedure as t (id, key, needs, audiences, content)
     select * from jsonb_to_recordset($1::jsonb) as s(id uuid, key text, needs text[], audiences text[], content jsonb)
     on conflict (id) do update set key = excluded.key, needs = excluded.needs, audiences = excluded.audiences, content = excluded.content,
       withdrawn_at = null, written_at = now()
     where (t.key, t.needs, t.audiences, t.content, t.withdrawn_at) is distinct from
       (excluded.key, excluded.needs, excluded.audiences, excluded.content, null)`,
    [JSON.stringify(procedures)],
  );
  const gone = await owner.query(
    'update desk.procedure set withdrawn_at = now() where organization_id is null and withdrawn_at is null and id <> all ($1)',
    [procedures.map(({ id }) => id)],
  );
  return { total: procedures.length, changed: (written.rowCount ?? 0) + (gone.rowCount ?? 0) };
}
