import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { DataPage, readPublicThread, wordsFor } from '../coordination/index.ts';
import type { AppContext } from '../platform/http/context.ts';
import { problem } from '../platform/http/problem.ts';
import { guardHeaders } from '../platform/http/security.ts';
import { isLanguage, type Language } from '../platform/i18n/index.ts';
import {
  CommunePage,
  explainPlanColumns,
  lastPage,
  listPublicPlans,
  planCsv,
  PlanPage,
  plansCsv,
  plansFeed,
  PlansPage,
  ProjectPage,
  type PublicPlan,
  readCommune,
  readPublicPlan,
  resultsXml,
} from '../plans/index.ts';
import { badRequest, notFound } from './errors.tsx';
import { translators } from './messages.ts';
import { nextMinutes, type Show } from './show.ts';

const askedSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });
const idFrom = (c: Context, name = 'id'): string | undefined => z.uuid().safeParse(c.req.param(name)).data?.toLowerCase();

export const showPlans =
  ({ databases }: AppContext): Show =>
  async (shelf, language, c) => {
    const t = translators[language];
    const asked = askedSchema.safeParse(c.req.query());
    const plans = await listPublicPlans(databases.app);
    if (!asked.success || asked.data.page > lastPage(plans.length)) return badRequest(shelf, language, ['page']);
    return {
      title: t('plans.public.title'),
      description: t('plans.public.lead'),
      feed: `/${language}/plans/feed.atom`,
      body: <PlansPage t={t} language={language} plans={plans} page={asked.data.page} />,
    };
  };

export const showPlanData: Show = (_, language) => {
  const t = translators[language];
  return {
    title: t('plans.public.data'),
    description: t('plans.public.dataLead'),
    body: <DataPage t={t} language={language} of="plans" columns={explainPlanColumns(t)} />,
  };
};

export const showPlan =
  ({ databases }: AppContext): Show =>
  async (shelf, language, c, origin) => {
    const id = idFrom(c);
    const published = id && (await readPublicPlan(databases.app, id));
    if (!published) return notFound(shelf, language, c, origin);
    const asked = askedSchema.safeParse(c.req.query());
    if (!asked.success || asked.data.page > lastPage(published.plan.projects.length)) return badRequest(shelf, language, ['page']);
    const { title, vision, commune } = published.plan;
    return {
      title: `${wordsFor(title, language).text} – ${wordsFor(commune.name, language).text}`,
      description: vision ? wordsFor(vision, language).text : undefined,
      body: <PlanPage t={translators[language]} language={language} published={published} page={asked.data.page} />,
    };
  };

export const showProject =
  ({ databases }: AppContext): Show =>
  async (shelf, language, c, origin) => {
    const id = idFrom(c);
    const published = id && (await readPublicPlan(databases.app, id));
    const projectId = idFrom(c, 'projectId');
    const project = published ? published.plan.projects.find((p) => p.id === projectId) : undefined;
    if (!published || !project) return notFound(shelf, language, c, origin);
    return {
      title: wordsFor(project.title, language).text,
      description: project.objective ? wordsFor(project.objective, language).text : undefined,
      body: <ProjectPage t={translators[language]} language={language} published={published} project={project} />,
    };
  };

/** A commune with its published plan and the joint actions there; one with neither has no page. */
export const showCommune =
  ({ databases }: AppContext): Show =>
  async (shelf, language, c, origin) => {
    const code = c.req.param('code') ?? '';
    const commune = /^\d{9}$/.test(code) ? await readCommune(databases.app, code) : undefined;
    const plans = commune ? await listPublicPlans(databases.app, code) : [];
    if (!commune || (plans.length === 0 && commune.actionIds.length === 0)) return notFound(shelf, language, c, origin);
    const { actions } = commune.actionIds.length > 0 ? await readPublicThread(databases.app, language) : { actions: [] };
    const t = translators[language];
    return {
      title: wordsFor(commune.name, language).text,
      description: t('plans.public.communeLead'),
      until: nextMinutes(),
      body: (
        <CommunePage
          t={t}
          language={language}
          name={commune.name}
          plans={plans}
          actions={actions.filter((action) => commune.actionIds.includes(action.id))}
        />
      ),
    };
  };

interface Told {
  language: Language;
  origin: string;
}
const types = {
  'feed.atom': 'application/atom+xml; charset=utf-8',
  'data.json': 'application/json; charset=utf-8',
  'data.csv': 'text/csv; charset=utf-8',
  'results.xml': 'application/xml; charset=utf-8',
} as const;
type FileName = keyof typeof types;

/** What other programs read of all plans: which there are. */
const ofAll: Partial<Record<FileName, (plans: Awaited<ReturnType<typeof listPublicPlans>>, told: Told) => string>> = {
  'feed.atom': (plans, { language, origin }) => plansFeed(translators[language], language, origin, plans),
  'data.json': (plans, { language, origin }) => JSON.stringify({ source: `${origin}/${language}/plans`, language, plans }),
  'data.csv': (plans, { language, origin }) => plansCsv(plans, language, origin),
};
/** And of one: all that its commune published. */
const ofOne: Partial<Record<FileName, (published: PublicPlan, told: Told) => string | undefined>> = {
  'data.json': (published, { language, origin }) =>
    JSON.stringify({
      source: `${origin}/${language}/plans/${published.plan.id}`,
      language,
      columns: explainPlanColumns(translators[language]),
      ...published,
    }),
  'data.csv': ({ plan }, { language }) => planCsv(plan, language),
  'results.xml': ({ plan, publishedAt }) => resultsXml(plan, publishedAt),
};

/** Feed and open data: open to every site, as the directory's are. */
export function planFiles({ config, databases }: AppContext): Hono {
  const routes = new Hono();
  const open = { ...guardHeaders(config), 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
  const give = (name: FileName, write: (c: Context, told: Told) => Promise<string | undefined>) => async (c: Context) => {
    const named = c.req.param('language');
    const language = isLanguage(named) ? named : 'fr';
    const origin = config.publicUrl?.replace(/\/$/, '') ?? new URL(c.req.url).origin;
    const text = await write(c, { language, origin });
    if (text === undefined) return problem(404, 'not_found', 'No plan is published under this address, or it was taken back.');
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    const headers = { ...open, etag, 'content-language': language, 'cache-control': 'public, no-cache' };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.body(text, 200, { ...headers, 'content-type': types[name] });
  };
  const segment = '/:language{(?:fr|ar|en|es)}/plans';
  for (const [name, write] of Object.entries(ofAll) as [FileName, NonNullable<(typeof ofAll)[FileName]>][])
    routes.get(
      `${segment}/${name}`,
      give(name, async (_, told) => write(await listPublicPlans(databases.app), told)),
    );
  for (const [name, write] of Object.entries(ofOne) as [FileName, NonNullable<(typeof ofOne)[FileName]>][])
    routes.get(
      `${segment}/:id/${name}`,
      give(name, async (c, told) => {
        const id = idFrom(c);
        const published = id && (await readPublicPlan(databases.app, id));
        return published ? write(published, told) : undefined;
      }),
    );
  return routes;
}
