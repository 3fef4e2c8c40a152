import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { deskRoles, type Role, withActor } from '../../platform/database/actor.ts';
import type { AppContext } from '../../platform/http/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, answerRead, idFrom, notAllowed, notFound } from '../../platform/http/reading.ts';
import { ownOrigin } from '../../platform/http/security.ts';
import type { SetupFacts } from './contract.ts';
import { caseLists, paperSizes } from './lists.ts';
import { renderDataSheet, renderPoster } from './paper/wall-papers.ts';
import { findFramework, listAssessments, listBegunCells, listKnownPlaces, listSharedScores, readSetup, sharesScores } from './store.ts';
import { listCellCases, listHandovers, previewHandover, readToday, readWorkload } from './store-work.ts';

const heads: readonly Role[] = ['cell_manager'];
const casesQuery = z.object({ list: z.enum(caseLists).default('all'), agent: z.uuid().optional() });
const monthQuery = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const communeQuery = z.string().regex(/^\d{9}$/);
const paperLanguage = z.enum(['fr', 'ar']);
const sheetLanguages = z
  .string()
  .default('fr,ar')
  .transform((v) => v.split(','))
  .pipe(z.array(paperLanguage).min(1).max(2));
const wrong = (what: string): Response => problem(400, 'query_invalid', `Correct or remove: ${what}.`);

/** The first day of a month and of the next. */
function daysOf(month: string): [since: string, until: string] {
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return [`${month}-01`, next.toISOString().slice(0, 10)];
}

/** `/api/desk/cell/*`: what the head of a cell reads. The answers are described in `contract.ts`. */
export function cellRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>().basePath('/api/desk/cell');
  app.get('/today', (c) => answerRead(context, c, heads, (tx) => readToday(tx)));
  app.get('/cases', (c) => {
    const asked = casesQuery.safeParse(c.req.query());
    if (!asked.success) return wrong('list, agent');
    return answerRead(context, c, heads, async (tx) => ({ cases: await listCellCases(tx, asked.data.list, asked.data.agent) }));
  });
  app.get('/workload', (c) => {
    const month = monthQuery.safeParse(c.req.query('month'));
    if (!month.success) return wrong('month');
    return answerRead(context, c, heads, (tx) => readWorkload(tx, ...daysOf(month.data)));
  });
  app.get('/handovers', (c) => answerRead(context, c, heads, async (tx) => ({ handovers: await listHandovers(tx) })));
  app.get('/handover/:id', (c) => {
    const from = idFrom(c);
    return from ? answerRead(context, c, heads, (tx) => previewHandover(tx, from)) : notFound();
  });

  app.get('/setup', (c) => answerRead(context, c, heads, (tx) => readSetup(tx)));
  app.get('/places', (c) => {
    const commune = communeQuery.safeParse(c.req.query('commune'));
    if (!commune.success) return wrong('commune');
    return answerRead(context, c, heads, async (tx) => ({ places: await listKnownPlaces(tx, commune.data) }));
  });
  app.get('/begun', (c) =>
    answerRead(context, c, ['programme'], async (tx, _actor, language) => ({ cells: await listBegunCells(tx, language) })),
  );
  app.get('/assessment', (c) =>
    answerRead(context, c, deskRoles, async (tx) => {
      const framework = await findFramework(tx);
      return framework && { framework, records: await listAssessments(tx), shares: await sharesScores(tx) };
    }),
  );
  app.get('/scores', (c) =>
    answerRead(context, c, ['coordinator', 'programme'], async (tx, _actor, language) => ({
      scores: await listSharedScores(tx, language),
    })),
  );

  /** A paper for the wall, made of what the cell says of itself. */
  async function paper(c: Context<ActorEnv>, name: string, make: (facts: SetupFacts) => Promise<Uint8Array>): Promise<Response> {
    const actor = c.get('actor');
    if (!heads.includes(actor.role)) return notAllowed();
    const pdf = await make(await withActor(context.databases.app, actor, readSetup));
    return c.body(Uint8Array.from(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}.pdf"`,
      'cache-control': 'no-store',
    });
  }
  app.get('/poster', (c) => {
    const language = paperLanguage.safeParse(c.req.query('language') ?? 'fr');
    const size = z.enum(paperSizes).safeParse(c.req.query('paper') ?? 'a4');
    if (!language.success || !size.success) return wrong('language, paper');
    const origin = ownOrigin(context.config, c.req.raw);
    return paper(c, `affiche-${language.data}-${size.data}`, (facts) => {
      const page = facts.service ? `services/${facts.service.id}` : `organizations/${facts.organization.id}`;
      return renderPoster(facts, language.data, size.data, `${origin}/${language.data}/${page}`);
    });
  });
  app.get('/data-sheet', (c) => {
    const languages = sheetLanguages.safeParse(c.req.query('languages'));
    if (!languages.success) return wrong('languages');
    return paper(c, 'donnees-personnelles', (facts) => renderDataSheet(facts, languages.data));
  });
  return app;
}
