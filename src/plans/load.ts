import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Client } from 'pg';
import { z } from 'zod';
import { StartupError } from '../platform/config.ts';
import { audiences, stages, themes } from './lists.ts';

interface Loaded {
  total: number;
  changed: number;
}
const words = z.strictObject({ fr: z.string().min(1), ar: z.string().min(1) });
const stagesSchema = z.strictObject({
  stages: z
    .array(
      z.strictObject({
        key: z.enum(stages),
        names: words,
        tasks: words,
        months_after_start: z.int().positive().nullable(),
        days_after_previous: z.int().positive().nullable(),
        law: words.nullable(),
        source_url: z.url().nullable(),
        is_checked: z.boolean(),
      }),
    )
    .refine((all) => all.map((s) => s.key).join() === stages.join(), 'every stage once, in the order of a plan'),
});
const librarySchema = z.strictObject({
  projects: z.array(
    z.strictObject({
      id: z.uuid(),
      title: words,
      objective: words.nullable(),
      themes: z.array(z.enum(themes)).min(1),
      audiences: z.array(z.enum(audiences)),
      holder: words.nullable(),
      commune: words.nullable(),
      budget: words.nullable(),
      year: z.int().nullable(),
      source_url: z.url(),
    }),
  ),
});

function read<T>(file: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new StartupError(`${basename(file)}: ${issue?.path.join('.')} does not fit: ${issue?.message}. Correct it and load again.`);
}

/** The stages of a plan and their legal periods, as the region's data say. */
export async function loadStages(owner: Client, file: string): Promise<Loaded> {
  const rows = read(file, stagesSchema).stages.map((stage, position) => ({ ...stage, position }));
  const { rowCount } = await owner.query(
    `insert into plans.stage as t (key, position, names, tasks, months_after_start, days_after_previous, law, source_url, is_checked)
     select r.key, r.position, r.names, r.tasks, r.months_after_start, r.days_after_previous, r.law, r.source_url, r.is_checked
     from jsonb_populate_recordset(null::plans.stage, $1) r
     on conflict (key) do update set names = excluded.names, tasks = excluded.tasks, months_after_start = excluded.months_after_start,
       days_after_previous = excluded.days_after_previous, law = excluded.law, source_url = excluded.source_url, is_checked = excluded.is_checked
     where (t.names, t.tasks, t.months_after_start, t.days_after_previous, t.law, t.source_url, t.is_checked) is distinct from
       (excluded.names, excluded.tasks, excluded.months_after_start, excluded.days_after_previous, excluded.law, excluded.source_url, excluded.is_checked)`,
    [JSON.stringify(rows)],
  );
  return { total: rows.length, changed: rowCount ?? 0 };
}

/** What others did in the region, each with its public source, for communes to copy with credit. */
export async function loadLibrary(owner: Client, file: string): Promise<Loaded> {
  const { projects } = read(file, librarySchema);
  const { rowCount } = await owner.query(
    `insert into plans.library as t (id, title, objective, themes, audiences, holder, commune, budget, year, source_url)
     select r.id, r.title, r.objective, r.themes, r.audiences, r.holder, r.commune, r.budget, r.year, r.source_url
     from jsonb_to_recordset($1) as r(id uuid, title jsonb, objective jsonb, themes text[], audiences text[], holder jsonb, commune jsonb,
       budget jsonb, year smallint, source_url text)
     on conflict (id) do update set title = excluded.title, objective = excluded.objective, themes = excluded.themes, audiences = excluded.audiences,
       holder = excluded.holder, commune = excluded.commune, budget = excluded.budget, year = excluded.year, source_url = excluded.source_url
     where (t.title, t.objective, t.themes, t.audiences, t.holder, t.commune, t.budget, t.year, t.source_url) is distinct from
       (excluded.title, excluded.objective, excluded.themes, excluded.audiences, excluded.holder, excluded.commune, excluded.budget, excluded.year, excluded.source_url)`,
    [JSON.stringify(projects)],
  );
  return { total: projects.length, changed: rowCount ?? 0 };
}
