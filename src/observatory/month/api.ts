import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { z } from 'zod';
import { getLetterhead, openLogo } from '../../desk/index.ts';
import { type Role, withActor } from '../../platform/database/actor.ts';
import type { FilesContext } from '../../platform/files/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, answerRead, notAllowed } from '../../platform/http/reading.ts';
import { renderMonth } from './month-pdf.ts';
import { writeMonth } from './month-xlsx.ts';
import { readMonth } from './store.ts';

const heads: readonly Role[] = ['cell_manager'];
const monthSchema = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const languageSchema = z.enum(['fr', 'ar']).default('fr');
const wrong = (what: string): Response => problem(400, 'query_invalid', `Correct or remove: ${what}.`);
const files = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** `/api/observatory/month`: a cell's figures for its council, to read, to print and to calculate with. */
export function monthRoutes(context: FilesContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/observatory/month', (c) => {
    const month = monthSchema.safeParse(c.req.query('month'));
    return month.success ? answerRead(context, c, heads, (tx) => readMonth(tx, month.data)) : wrong('month');
  });
  app.get('/api/observatory/month/:file{report\\.(pdf|xlsx)}', async (c) => {
    const month = monthSchema.safeParse(c.req.query('month'));
    const language = languageSchema.safeParse(c.req.query('language'));
    if (!month.success || !language.success) return wrong('month, language');
    const actor = c.get('actor');
    if (!heads.includes(actor.role)) return notAllowed();
    const { report, head } = await withActor(context.databases.app, actor, async (tx) => {
      const letterhead = await getLetterhead(tx, actor.organizationId);
      return { report: await readMonth(tx, month.data), head: { letterhead, logo: await openLogo(tx, context.vault, letterhead) } };
    });
    const kind = c.req.param('file').endsWith('pdf') ? 'pdf' : 'xlsx';
    const body =
      kind === 'pdf'
        ? Uint8Array.from(await renderMonth(report, head, language.data, new Date()))
        : (Readable.toWeb(Readable.from(writeMonth(report, language.data))) as ReadableStream<Uint8Array>);
    return c.body(body, 200, {
      'content-type': files[kind],
      'content-disposition': `${kind === 'pdf' ? 'inline' : 'attachment'}; filename="${month.data}-${language.data}.${kind}"`,
      'cache-control': 'no-store',
    });
  });
  return app;
}
