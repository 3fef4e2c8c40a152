import { type Context, Hono } from 'hono';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import { withActor } from '../../platform/database/actor.ts';
import { type Paper, paperDocx, paperPdf, TooBusy } from '../../platform/documents/index.ts';
import type { AppContext } from '../../platform/http/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, idFrom, notAllowed, notFound } from '../../platform/http/reading.ts';
import { readers } from '../commands/said.ts';
import { readVersion, viewPlan } from '../store.ts';
import { planPaper, type PrintedPlan } from './plan-paper.ts';
import { paperSpeech } from './speak.ts';
import { yearPaper } from './year-paper.ts';

const askedSchema = z.object({ language: z.enum(['fr', 'ar']).default('fr'), version: z.uuid().optional() });
type Asked = z.infer<typeof askedSchema>;
const kinds = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: paperDocx },
  pdf: { type: 'application/pdf', write: paperPdf },
} as const;

/** Answers with a plan or its year on paper, to those who may read the plan; `undefined` from `write` is not found. */
async function givePaper(
  { databases }: AppContext,
  c: Context<ActorEnv>,
  name: string,
  write: (printed: PrintedPlan, language: Asked['language']) => Paper | undefined,
): Promise<Response> {
  const actor = c.get('actor');
  if (!readers.some((role) => role === actor.role)) return notAllowed();
  const id = idFrom(c);
  const asked = askedSchema.safeParse(c.req.query());
  if (!asked.success) return problem(400, 'query_invalid', 'Ask for language=fr or language=ar, and for a version by its identifier.');
  const { language, version: versionId } = asked.data;
  const printed = id && (await withActor(databases.app, actor, (tx) => readPrinted(tx, id, versionId)));
  const paper = printed && write(printed, language);
  if (!paper) return notFound();
  const kind = c.req.path.endsWith('.docx') ? 'docx' : 'pdf';
  try {
    return c.body(await kinds[kind].write(paper), 200, {
      'content-type': kinds[kind].type,
      'content-disposition': `${kind === 'pdf' ? 'inline' : 'attachment'}; filename="${name}-${language}.${kind}"`,
      'cache-control': 'no-store',
    });
  } catch (error) {
    if (error instanceof TooBusy) return problem(503, 'too_busy', 'Other long documents are being made. Ask again in a moment.');
    throw error;
  }
}

async function readPrinted(tx: PoolClient, id: string, versionId: string | undefined): Promise<PrintedPlan | undefined> {
  const view = await viewPlan(tx, id);
  if (!view || versionId === undefined) return view && { ...view, version: null };
  const version = view.versions.find((v) => v.id === versionId);
  const plan = version && (await readVersion(tx, id, versionId));
  // Of its stages, what was over when it was frozen.
  return plan && { ...view, plan, versions: view.versions.filter((v) => v.number <= version.number), version };
}

/** `/api/plans/:id/plan.pdf` and `.docx`, and the same for a year's report: what a commune puts before its council. */
export function planPaperRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/plans/:id/:file{plan\\.(?:docx|pdf)}', (c) =>
    givePaper(context, c, 'plan', (printed, language) => planPaper(printed, paperSpeech[language], language)),
  );
  app.get('/api/plans/:id/years/:year{\\d{4}}/:file{report\\.(?:docx|pdf)}', (c) =>
    givePaper(context, c, `report-${c.req.param('year')}`, ({ plan }, language) =>
      yearPaper(plan, Number(c.req.param('year')), paperSpeech[language], language),
    ),
  );
  return app;
}
