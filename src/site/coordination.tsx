import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import {
  ActionPage,
  DataPage,
  explainColumns,
  findProofFile,
  happeningsFeed,
  inOrder,
  OverviewPage,
  pagesOf,
  type PublicThread,
  readPublicThread,
  RecommendationPage,
  themes,
  threadCsv,
  timelineOf,
  wordsFor,
} from '../coordination/index.ts';
import type { FilesContext } from '../platform/files/context.ts';
import { giveFile } from '../platform/files/give-file.ts';
import type { AppContext } from '../platform/http/context.ts';
import { problem } from '../platform/http/problem.ts';
import { guardHeaders } from '../platform/http/security.ts';
import { isLanguage, type Language, type Translate } from '../platform/i18n/index.ts';
import { badRequest, notFound } from './errors.tsx';
import { translators } from './messages.ts';
import { nextMinutes, type Show } from './show.ts';

const askedSchema = z.object({ theme: z.enum(themes).optional(), page: z.coerce.number().int().min(1).max(10_000).default(1) });

export const showCoordination =
  ({ databases }: AppContext): Show =>
  async (shelf, language, c) => {
    const t = translators[language];
    const asked = askedSchema.safeParse(c.req.query());
    if (!asked.success)
      return badRequest(
        shelf,
        language,
        asked.error.issues.map((issue) => String(issue.path[0])),
      );
    const thread = await readPublicThread(databases.app, language);
    if (asked.data.page > pagesOf(inOrder(thread, asked.data.theme).length)) return badRequest(shelf, language, ['page']);
    return {
      title: t('coordination.public.title'),
      description: t('coordination.public.lead'),
      until: nextMinutes(),
      feed: `/${language}/coordination/feed.atom`,
      body: <OverviewPage t={t} language={language} thread={thread} asked={asked.data} />,
    };
  };

export const showOpenData: Show = (_, language) => {
  const t = translators[language];
  return {
    title: t('coordination.public.data'),
    description: t('coordination.public.dataLead'),
    body: <DataPage t={t} language={language} of="coordination" columns={explainColumns(t)} />,
  };
};

/** A recommendation or a joint action that was published. */
export const showThing =
  ({ databases }: AppContext): Show =>
  async (shelf, language, c, origin) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    if (!id.success) return notFound(shelf, language, c, origin);
    const t = translators[language];
    const thread = await readPublicThread(databases.app, language, id.data.toLowerCase());
    const recommendation = thread.recommendations.find((r) => r.id === id.data.toLowerCase());
    const action = thread.actions.find((a) => a.id === id.data.toLowerCase());
    const found = recommendation ?? action;
    if (!found) return notFound(shelf, language, c, origin);
    return {
      title: wordsFor(found.title, language).text,
      description: found.text ? wordsFor(found.text, language).text : undefined,
      until: nextMinutes(),
      body: recommendation ? (
        <RecommendationPage t={t} language={language} recommendation={recommendation} thread={thread} />
      ) : action ? (
        <ActionPage t={t} language={language} action={action} />
      ) : null,
    };
  };

type Write = (thread: PublicThread, told: { t: Translate; language: Language; origin: string }) => string;
/** What other programs read of the thread, in the language of the address. */
const files: Record<string, { type: string; write: Write }> = {
  'feed.atom': {
    type: 'application/atom+xml; charset=utf-8',
    write: (thread, { t, language, origin }) => happeningsFeed(t, language, origin, timelineOf(thread)),
  },
  'data.json': {
    type: 'application/json; charset=utf-8',
    write: (thread, { t, language, origin }) =>
      JSON.stringify({ source: `${origin}/${language}/coordination`, language, columns: explainColumns(t), ...thread }),
  },
  'data.csv': { type: 'text/csv; charset=utf-8', write: threadCsv },
};

/** Feed and open data: open to every site, as the directory's are. */
export function threadFiles({ config, databases }: AppContext): Hono {
  const routes = new Hono();
  const open = { ...guardHeaders(config), 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
  for (const [name, { type, write }] of Object.entries(files)) {
    routes.get(`/:language{(?:fr|ar|en|es)}/coordination/${name}`, async (c: Context) => {
      const named = c.req.param('language');
      const language = isLanguage(named) ? named : 'fr';
      const origin = config.publicUrl?.replace(/\/$/, '') ?? new URL(c.req.url).origin;
      const text = write(await readPublicThread(databases.app, language), { t: translators[language], language, origin });
      const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
      const headers = { ...open, etag, 'content-language': language, 'cache-control': 'public, no-cache' };
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
      return c.body(text, 200, { ...headers, 'content-type': type });
    });
  }
  return routes;
}

/** The document or photograph of a proof that was marked public, of an action that was published; it is gone from here with either. */
export function proofFiles(context: FilesContext): Hono {
  const routes = new Hono();
  const guards = guardHeaders(context.config);
  routes.get('/:language{(?:fr|ar|en|es)}/coordination/proofs/:id', async (c) => {
    const id = z.uuid().safeParse(c.req.param('id')).data;
    // Nobody acts here, so that row-level security leaves what everybody may see.
    const file = id && (await findProofFile(context.databases.app, id));
    const answer = file
      ? await giveFile(context, file)
      : problem(404, 'not_found', 'Nothing is shown to everyone under this address, or it was taken back.');
    for (const [name, value] of Object.entries(guards)) if (!answer.headers.has(name)) answer.headers.set(name, value);
    return answer;
  });
  return routes;
}
