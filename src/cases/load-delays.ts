import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { z } from 'zod';
import { setDelaySchema } from './contract.ts';

const fileSchema = z.object({
  delays: z.array(
    setDelaySchema.extend({ sourceAr: setDelaySchema.shape.source, need: setDelaySchema.shape.need.nullable() }).required({ days: true }),
  ),
});

/** The region's delays from its data; what a cell set for itself is not touched. */
export async function loadDelays(owner: Client, path: string): Promise<{ total: number; changed: number }> {
  const { delays } = fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  const { rowCount } = await owner.query(
    `insert into cases.delay (kind, need, days, source, source_ar) select d.kind, d.need, d.days, d.source, d."sourceAr"
     from jsonb_to_recordset($1) as d(kind text, need text, days smallint, source text, "sourceAr" text)
     on conflict (organization_id, kind, need) do update set days = excluded.days, source = excluded.source, source_ar = excluded.source_ar
     where (delay.days, delay.source, delay.source_ar) is distinct from (excluded.days, excluded.source, excluded.source_ar)`,
    [JSON.stringify(delays)],
  );
  return { total: delays.length, changed: rowCount ?? 0 };
}
