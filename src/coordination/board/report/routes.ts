import { Hono } from 'hono';
import { z } from 'zod';
import { withActor } from '../../../platform/database/actor.ts';
import { answerPaper } from '../../../platform/http/answer-document.ts';
import type { AppContext } from '../../../platform/http/context.ts';
import { problem } from '../../../platform/http/problem.ts';
import { type ActorEnv, notAllowed } from '../../../platform/http/reading.ts';
import { members } from '../../commands/said.ts';
import { readReport } from './read-report.ts';
import { reportPaper } from './report-paper.ts';
import { reportWords } from './words.ts';

/** `/api/coordination/board/report.{pdf,docx}`: the committee's report as the region stands today. */
export function reportRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/coordination/board/:file{report\\.(pdf|docx)}', async (c) => {
    const language = z.enum(['fr', 'ar']).default('fr').safeParse(c.req.query('language'));
    if (!language.success) return problem(400, 'invalid_language', 'The report is written in fr or ar.');
    const actor = c.get('actor');
    if (!members.some((role) => role === actor.role)) return notAllowed();
    const report = await withActor(context.databases.app, actor, (tx) => readReport(tx, language.data));
    const paper = reportPaper(report, reportWords[language.data], language.data);
    return answerPaper(c, `comite-${report.today}-${language.data}`, paper);
  });
  return app;
}
