import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Client } from 'pg';
import { z } from 'zod';
import { StartupError } from '../platform/config.ts';

const words = z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().min(1));
const workshopsSchema = z.array(
  z.object({
    id: z.uuid(),
    date: z.iso.date(),
    date_end: z.iso.date().optional(),
    place: z.string().min(1),
    title: words,
    summary: words,
    source_url: z.url(),
    recommendations: z.array(z.object({ id: z.uuid(), number: z.int().min(1).max(999), title: words, text: words })),
  }),
);

/** Reads the regional workshops and what was asked there, and brings the tables to them. Throws `StartupError` naming the member that does not fit. */
export async function loadWorkshops(owner: Client, file: string): Promise<{ total: number; changed: number }> {
  const parsed = workshopsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartupError(`${basename(file)}: ${issue?.path.join('.')} does not fit: ${issue?.message}. Correct it and load again.`);
  }
  const workshops = parsed.data.map(({ date, date_end, ...rest }) => ({ ...rest, held_on: date, ended_on: date_end ?? null }));
  const recommendations = workshops.flatMap((w) => w.recommendations.map((r) => ({ ...r, workshop_id: w.id })));
  const written = await owner.query(
    `insert into coordination.workshop as t (id, held_on, ended_on, place, title, summary, source_url)
     select * from jsonb_to_recordset($1::jsonb) as s(id uuid, held_on date, ended_on date, place text, title jsonb, summary jsonb, source_url text)
     on conflict (id) do update set held_on = excluded.held_on, ended_on = excluded.ended_on, place = excluded.place, title = excluded.title,
       summary = excluded.summary, source_url = excluded.source_url where t is distinct from excluded`,
    [JSON.stringify(workshops)],
  );
  const asked = await owner.query(
    `insert into coordination.recommendation as t (id, workshop_id, number, title, text)
     select * from jsonb_to_recordset($1::jsonb) as s(id uuid, workshop_id uuid, number smallint, title jsonb, text jsonb)
     on conflict (id) do update set workshop_id = excluded.workshop_id, number = excluded.number, title = excluded.title, text = excluded.text
     where t is distinct from excluded`,
    [JSON.stringify(recommendations)],
  );
  return { total: workshops.length, changed: (written.rowCount ?? 0) + (asked.rowCount ?? 0) };
}
