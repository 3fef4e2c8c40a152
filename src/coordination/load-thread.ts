import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Client } from 'pg';
import { z } from 'zod';
import { StartupError } from '../platform/config.ts';
import { audiences, figures, findingKinds, themes } from './lists.ts';
import { progressOfSteps } from './progress.ts';

const words = z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().min(1));
const day = z.iso.date().nullable();
const proofSchema = z.object({ id: z.uuid(), kind: z.literal('link'), dated_on: z.iso.date(), words, url: z.url() });
const threadSchema = z.object({
  findings: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(findingKinds),
      title: words,
      text: words.nullable(),
      themes: z.array(z.enum(themes)).min(1),
      audiences: z.array(z.enum(audiences)),
      /** Each meeting at which it was said. */
      said: z.array(z.object({ id: z.uuid(), meeting_id: z.uuid() })).min(1),
      recommendations: z.array(z.uuid()),
    }),
  ),
  actions: z.array(
    z.object({
      id: z.uuid(),
      title: words,
      text: words.nullable(),
      themes: z.array(z.enum(themes)).min(1),
      audiences: z.array(z.enum(audiences)),
      commune_codes: z.array(z.string()),
      starts_on: day,
      ends_on: day,
      status: z.enum(['under_way', 'done']),
      recommendations: z.array(z.object({ id: z.uuid(), weight: z.int().min(1).max(100) })),
      figure: z.object({ key: z.enum(figures), from: z.number(), aim: z.number() }).nullable(),
      source_url: z.url(),
      /** The last day anything was told of it. */
      told_on: z.iso.date(),
      proofs: z.array(proofSchema),
      steps: z.array(
        z.object({
          id: z.uuid(),
          title: words,
          weight: z.int().min(1).max(100),
          is_milestone: z.boolean(),
          due_on: day,
          ended_on: day,
          proofs: z.array(proofSchema),
        }),
      ),
    }),
  ),
});

/** Brings in what was said at its meetings, and what the region did about what was asked, as its public sources tell it. What is here already stays as it is: people go on with it. */
export async function loadThread(owner: Client, file: string): Promise<{ total: number; changed: number }> {
  const parsed = threadSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartupError(`${basename(file)}: ${issue?.path.join('.')} does not fit: ${issue?.message}. Correct it and load again.`);
  }
  const { rows } = await owner.query<{ id: string }>('select id from coordination.action where id = any ($1)', [
    parsed.data.actions.map((a) => a.id),
  ]);
  const known = new Set(rows.map((r) => r.id));
  const actions = parsed.data.actions.filter((a) => !known.has(a.id));
  for (const action of actions) await loadAction(owner, action);
  const findings = await loadFindings(owner, parsed.data.findings);
  return { total: parsed.data.actions.length + parsed.data.findings.length, changed: actions.length + findings };
}

/** The number of those that were not here yet. What a region keeps as data was said in public. */
async function loadFindings(owner: Client, findings: z.infer<typeof threadSchema>['findings']): Promise<number> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into coordination.finding (id, kind, title, text, themes, audiences, status)
     select f.id, f.kind, f.title, f.text, f.themes, f.audiences, 'shared'
     from jsonb_to_recordset($1::jsonb) as f(id uuid, kind text, title jsonb, text jsonb, themes text[], audiences text[])
     on conflict (id) do nothing returning id`,
    [JSON.stringify(findings)],
  );
  const come = new Set(rows.map((row) => row.id));
  for (const { id, said, recommendations } of findings.filter((finding) => come.has(finding.id))) {
    await owner.query(
      `insert into coordination.finding_source (id, finding_id, kind, meeting_id, said_on, source_url)
       select s.id, $1, 'meeting', m.id, m.held_on, m.source_url
       from jsonb_to_recordset($2::jsonb) as s(id uuid, meeting_id uuid) join coordination.meeting m on m.id = s.meeting_id`,
      [id, JSON.stringify(said)],
    );
    await owner.query('insert into coordination.recommendation_finding (finding_id, recommendation_id) select $1, unnest($2::uuid[])', [
      id,
      recommendations,
    ]);
    await owner.query(`insert into coordination.publication (subject_kind, subject_id) values ('finding', $1) on conflict do nothing`, [
      id,
    ]);
  }
  return come.size;
}

async function loadAction(owner: Client, action: z.infer<typeof threadSchema>['actions'][number]): Promise<void> {
  const { figure, steps } = action;
  const progress = progressOfSteps(
    steps.map((s) => ({
      weight: s.weight,
      ending: s.ended_on ? 'done' : null,
      isMilestone: s.is_milestone,
      isProven: s.proofs.length > 0,
    })),
  );
  await owner.query(
    `insert into coordination.action (id, title, text, themes, audiences, commune_codes, starts_on, ends_on, status, figure, figure_from, figure_aim,
       progress, moved_at, source_url) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, directory.moment_of($14::date), $15)`,
    [
      ...[action.id, action.title, action.text, action.themes, action.audiences, action.commune_codes, action.starts_on, action.ends_on],
      ...[action.status, figure?.key, figure?.from, figure?.aim, progress, action.told_on, action.source_url],
    ],
  );
  await owner.query(
    `insert into coordination.action_recommendation (action_id, recommendation_id, weight)
     select $1, r.id, r.weight from jsonb_to_recordset($2::jsonb) as r(id uuid, weight smallint)`,
    [action.id, JSON.stringify(action.recommendations)],
  );
  await owner.query(
    `insert into coordination.step (id, action_id, position, title, weight, is_milestone, due_on, ending, ended_on)
     select s.id, $1, row_number() over (), s.title, s.weight, s.is_milestone, s.due_on, case when s.ended_on is not null then 'done' end, s.ended_on
     from jsonb_to_recordset($2::jsonb) as s(id uuid, title jsonb, weight smallint, is_milestone boolean, due_on date, ended_on date)`,
    [action.id, JSON.stringify(steps)],
  );
  const proofs = [
    ...action.proofs.map((p) => ({ ...p, step_id: null })),
    ...steps.flatMap((s) => s.proofs.map((p) => ({ ...p, step_id: s.id }))),
  ];
  await owner.query(
    `insert into coordination.proof (id, action_id, step_id, kind, dated_on, words, url, is_public)
     select p.id, $1, p.step_id, p.kind, p.dated_on, p.words, p.url, true
     from jsonb_to_recordset($2::jsonb) as p(id uuid, step_id uuid, kind text, dated_on date, words jsonb, url text)`,
    [action.id, JSON.stringify(proofs)],
  );
  await owner.query(`insert into coordination.publication (subject_kind, subject_id) values ('action', $1) on conflict do nothing`, [
    action.id,
  ]);
}
