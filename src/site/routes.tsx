import { type Context, Hono } from 'hono';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { z } from 'zod';
import {
  findOrganization,
  findService,
  listHours,
  type Minute,
  openingOverview,
  type OpeningOverview,
  OrganizationPage,
  SearchPage,
  searchQuerySchema,
  searchServices,
  wishOf,
  ServicePage,
} from '../directory/index.ts';
import type { AppContext } from '../platform/http/context.ts';
import { guardHeaders } from '../platform/http/security.ts';
import { isLanguage, type Language, negotiate } from '../platform/i18n/index.ts';
import { Layout } from './layout.tsx';
import { translators } from './messages.ts';
import { pageCache } from './page-cache.ts';
import { AboutPage, ErrorPage, Hero, HomePage } from './pages.tsx';
import { type Shelf, shelfOf } from './shelf.ts';

interface Page {
  status?: 200 | 400 | 404;
  title: string;
  description?: string | undefined;
  hero?: ReactNode;
  body: ReactNode;
  /** When it stops being true although nothing changed. */
  until?: Minute;
}
/** Renders one page of one language. */
type Show = (shelf: Shelf, language: Language, c: Context) => Page | Promise<Page>;

const perPage = 10;
// Grouped: which router Hono picks depends on the whole application, and one of them anchors the pattern as it stands.
const segment = ':language{(?:fr|ar|en|es)}';

const notFound: Show = (shelf, language) => {
  const t = translators[language];
  const title = t('site.error.notFoundTitle');
  return {
    status: 404,
    title,
    body: <ErrorPage t={t} language={language} title={title} text={t('site.error.notFound')} cells={shelf.cells[language]} />,
  };
};
function badRequest(shelf: Shelf, language: Language, fields: string[]): Page {
  const t = translators[language];
  const title = t('site.error.badTitle');
  const named = fields.map((field) => t(`site.error.${field}`)).join(language === 'ar' ? '، ' : ', ');
  const text = t('site.error.bad', { fields: named });
  return { status: 400, title, body: <ErrorPage t={t} language={language} title={title} text={text} cells={shelf.cells[language]} /> };
}

const home: Show = (shelf, language) => {
  const t = translators[language];
  return {
    title: t('site.home.title'),
    description: t('site.home.lead'),
    hero: <Hero t={t} language={language} />,
    body: <HomePage t={t} language={language} needs={shelf.needs} counts={shelf.counts} cells={shelf.cells[language]} />,
  };
};
const about: Show = (shelf, language) => {
  const t = translators[language];
  return {
    title: t('site.about.title'),
    body: <AboutPage t={t} language={language} workshops={shelf.workshops} changedAt={shelf.changedAt} />,
  };
};

/** What can be said now of the hours of these services. */
async function openingsOf(
  { databases }: AppContext,
  { calendar }: Shelf,
  services: string[],
  language: Language,
): Promise<Map<string, OpeningOverview>> {
  const now = Math.floor(Date.now() / 60_000);
  const hours = await listHours(databases.app, services, language);
  return new Map(services.map((id) => [id, openingOverview(hours.get(id) ?? [], calendar, now)]));
}
/** Until when all of it is true. */
const untilOf = (openings: ReadonlyMap<string, OpeningOverview>): Minute =>
  Math.min(Number.POSITIVE_INFINITY, ...[...openings.values()].map(({ until }) => until));

/** Who is open is counted afresh every five minutes. */
const nextMinutes = (): Minute => (Math.floor(Date.now() / 300_000) + 1) * 5;

const search =
  (context: AppContext): Show =>
  async (shelf, language, c) => {
    const t = translators[language];
    const asked = searchQuerySchema.safeParse(c.req.query());
    if (!asked.success) return badRequest(shelf, language, [...new Set(asked.error.issues.map((issue) => String(issue.path[0])))]);
    const { q, audience, category, commune } = asked.data;
    const unknown = [
      ...(audience && !shelf.audiences.some((term) => term.code === audience) ? ['audience'] : []),
      ...(category && !shelf.needs.some((term) => term.code === category) ? ['category'] : []),
      ...(commune && !shelf.communeCodes.has(commune) ? ['commune'] : []),
    ];
    if (unknown.length > 0) return badRequest(shelf, language, unknown);
    const result = await searchServices(context.databases.app, { ...wishOf(asked.data), language, perPage });
    if (result.total > 0 && result.items.length === 0) return badRequest(shelf, language, ['page']);
    const shown = result.items.map((item) => item.id);
    const openings = await openingsOf(context, shelf, shown, language);
    const needName = shelf.needs.find((term) => term.code === category)?.names[language];
    return {
      title: [q, needName, t('directory.search.title')].filter((part) => part).join(' – '),
      // How many are open now is told beside the filters: it is looked at anew each minute it matters.
      until: Math.min(untilOf(openings), nextMinutes()),
      body: (
        <SearchPage
          t={t}
          language={language}
          asked={asked.data}
          result={result}
          openings={openings}
          perPage={perPage}
          needs={shelf.needs}
          audiences={shelf.audiences}
          places={shelf.places[language]}
          cells={shelf.cells[language]}
          searchedLanguages={shelf.searchedLanguages}
        />
      ),
    };
  };

const service =
  (context: AppContext): Show =>
  async (shelf, language, c) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    const found = id.success ? await findService(context.databases.app, id.data, language) : undefined;
    if (!found) return notFound(shelf, language, c);
    const openings = await openingsOf(context, shelf, [found.id], language);
    return {
      title: found.name.text,
      description: found.description?.text,
      until: untilOf(openings),
      body: (
        <ServicePage
          t={translators[language]}
          language={language}
          service={found}
          opening={openings.get(found.id)}
          needs={shelf.needs}
          audiences={shelf.audiences}
        />
      ),
    };
  };

const organization =
  (context: AppContext): Show =>
  async (shelf, language, c) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    const found = id.success ? await findOrganization(context.databases.app, id.data, language) : undefined;
    if (!found) return notFound(shelf, language, c);
    return {
      title: found.name.text,
      description: found.description.text,
      body: <OrganizationPage t={translators[language]} language={language} organization={found} />,
    };
  };

/** The public site. Pages are rendered here, without a line of script for the browser. */
export function siteRoutes(context: AppContext): Hono {
  const routes = new Hono();
  const currentShelf = shelfOf(context.databases.app);
  // Set here and not after the fact: touching the headers of a finished answer costs as much as the page itself.
  const fromCache = pageCache(guardHeaders(context.config));

  const serve = (show: Show) => async (c: Context) => {
    const named = c.req.param('language');
    const language = isLanguage(named) ? named : negotiate(c.req.header('accept-language'));
    const shelf = await currentShelf();
    // A page names its own address (canonical), so the same path asked under another name is another page.
    const origin = context.config.publicUrl?.replace(/\/$/, '') ?? new URL(c.req.url).origin;
    const path = c.req.url.slice(c.req.url.indexOf('/', 8));
    const request = { encoding: c.req.header('accept-encoding'), known: c.req.header('if-none-match') };
    return fromCache(`${origin}${path} ${language}`, shelf.version, request, async () => {
      const page = await show(shelf, language, c);
      const status = page.status ?? 200;
      const markup = renderToStaticMarkup(
        <Layout
          t={translators[language]}
          language={language}
          origin={origin}
          path={status === 200 ? path.slice(`/${language}/`.length) : undefined}
          regionName={shelf.regionName[language === 'ar' ? 'ar' : 'fr']}
          title={page.title}
          description={page.description}
          hero={page.hero}
        >
          {page.body}
        </Layout>,
      );
      return { status, html: `<!doctype html>${markup}`, until: (page.until ?? Number.POSITIVE_INFINITY) * 60_000 };
    });
  };

  routes.get('/', (c) => {
    c.header('vary', 'Accept-Language');
    c.header('cache-control', 'no-cache');
    return c.redirect(`/${negotiate(c.req.header('accept-language'))}/`, 302);
  });
  routes.get(`/${segment}`, (c) => c.redirect(`/${c.req.param('language')}/`, 301));
  routes.get(`/${segment}/`, serve(home));
  routes.get(`/${segment}/services`, serve(search(context)));
  routes.get(`/${segment}/services/:id`, serve(service(context)));
  routes.get(`/${segment}/organizations/:id`, serve(organization(context)));
  routes.get(`/${segment}/about-the-data`, serve(about));
  routes.get(`/${segment}/*`, serve(notFound));
  return routes;
}
