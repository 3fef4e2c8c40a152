import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import { withActor } from '../../platform/database/actor.ts';
import { answerPaper } from '../../platform/http/answer-document.ts';
import type { AppContext } from '../../platform/http/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, idFrom, notAllowed, notFound } from '../../platform/http/reading.ts';
import { readers } from '../commands/said.ts';
import { writePlan } from '../sheets/plan-xlsx.ts';
import { readVersion, viewPlan } from '../store.ts';
import { planPaper, type PrintedPlan } from './plan-paper.ts';
import { type PaperLanguage, paperSpeech } from './speak.ts';
import { yearPaper } from './year-paper.ts';

const askedSchema = z.object({ language: z.enum(['fr', 'ar']).default('fr'), version: z.uuid().optional() });
async function readPrinted(tx: PoolClient, id: string, versionId: string | undefined): Promise<PrintedPlan | undefined> {
  const view = await viewPlan(tx, id);
  if (!view || versionId === undefined) return view && { ...view, version: null };
  const version = view.versions.find((v) => v.id === versionId);
  const plan = version && (await readVersion(tx, id, versionId));
  // Of its stages, what was over when it was frozen.
  return plan && { ...view, plan, versions: view.versions.filter((v) => v.number <= version.number), version };
}

/** The plan that is asked for, live or as frozen, and in which language; or why not. */
async function readAsked(
  { databases }: AppContext,
  c: Context<ActorEnv>,
): Promise<Response | { printed: PrintedPlan; language: PaperLanguage }> {
  const actor = c.get('actor');
  if (!readers.some((role) => role === actor.role)) return notAllowed();
  const id = idFrom(c);
  const asked = askedSchema.safeParse(c.req.query());
  if (!asked.success) return problem(400, 'query_invalid', 'Ask for language=fr or language=ar, and for a version by its identifier.');
  const { language, version } = asked.data;
  const printed = id && (await withActor(databases.app, actor, (tx) => readPrinted(tx, id, version)));
  return printed ? { printed, language } : notFound();
}

/** `/api/plans/:id/plan.{docx,pdf,xlsx}` and a year's report: what a commune puts before its council, and calculates with. */
export function planPaperRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/plans/:id/:file{plan\\.(?:docx|pdf)}', async (c) => {
    const asked = await readAsked(context, c);
    if (asked instanceof Response) return asked;
    return answerPaper(c, `plan-${asked.language}`, planPaper(asked.printed, paperSpeech[asked.language], asked.language));
  });
  app.get('/api/plans/:id/plan.xlsx', async (c) => {
    const asked = await readAsked(context, c);
    if (asked instanceof Response) return asked;
    const bytes = Readable.toWeb(Readable.from(writePlan(asked.printed.plan, asked.language))) as ReadableStream<Uint8Array>;
    return c.body(bytes, 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="plan-${asked.language}.xlsx"`,
      'cache-control': 'no-store',
    });
  });
  app.get('/api/plans/:id/years/:year{\\d{4}}/:file{report\\.(?:docx|pdf)}', async (c) => {
    const asked = await readAsked(context, c);
    if (asked instanceof Response) return asked;
    const year = Number(c.req.param('year'));
    const paper = yearPaper(asked.printed.plan, year, paperSpeech[asked.language], asked.language);
    return paper ? answerPaper(c, `report-${year}-${asked.language}`, paper) : notFound();
  });
  return app;
}
