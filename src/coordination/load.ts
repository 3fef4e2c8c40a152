import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Client } from 'pg';
import { z } from 'zod';
import { StartupError } from '../platform/config.ts';
import { themes } from './lists.ts';

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
    /** How many came, where the source says it. */
    participants: z.strictObject({ total: z.int().positive() }).nullable().default(null),
    recommendations: z.array(
      z.object({
        id: z.uuid(),
        number: z.int().min(1).max(999),
        urgent: z.boolean().default(false),
        title: words,
        text: words,
        themes: z.array(z.enum(themes)).min(1),
      }),
    ),
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
  const recommendations = workshops.flatMap((w) => w.recommendations.map((r) => ({ ...r, meeting_id: w.id, decided_on: w.held_on })));
  const written = await owner.query(
    `insert into coordination.meeting as t (id, held_on, ended_on, place, title, summary, source_url, participants)
     select * from jsonb_to_recordset($1::jsonb) as s(id uuid, held_on date, ended_on date, place text, title jsonb, summary jsonb, source_url text, participants jsonb)
     on conflict (id) do update set held_on = excluded.held_on, ended_on = excluded.ended_on, place = excluded.place, title = excluded.title,
       summary = excluded.summary, source_url = excluded.source_url, participants = excluded.participants
     where (t.held_on, t.ended_on, t.place, t.title, t.summary, t.source_url, t.participants) is distinct from
       (excluded.held_on, excluded.ended_on, excluded.place, excluded.title, excluded.summary, excluded.source_url, excluded.participants)`,
    [JSON.stringify(workshops)],
  );
  const asked = await owner.query(
    `insert into coordination.recommendation as t (id, meeting_id, number, urgent, title, text, themes, decided_on)
     select * from jsonb_to_recordset($1::jsonb)
       as s(id uuid, meeting_id uuid, number smallint, urgent boolean, title jsonb, text jsonb, themes text[], decided_on date)
     on conflict (id) do update set meeting_id = excluded.meeting_id, number = excluded.number, title = excluded.title, text = excluded.text,
       themes = excluded.themes
     where (t.meeting_id, t.number, t.title, t.text, t.themes)
       is distinct from (excluded.meeting_id, excluded.number, excluded.title, excluded.text, excluded.themes)`,
    [JSON.stringify(recommendations)],
  );
  // What a region keeps as data was said in public.
  await owner.query(
    `insert into coordination.publication (subject_kind, subject_id)
     select 'meeting', m from unnest($1::uuid[]) m union all select 'recommendation', r from unnest($2::uuid[]) r on conflict do nothing`,
    [workshops.map((w) => w.id), recommendations.map((r) => r.id)],
  );
  return { total: workshops.length, changed: (written.rowCount ?? 0) + (asked.rowCount ?? 0) };
}
