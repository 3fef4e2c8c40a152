import { type Context, Hono, type Next } from 'hono';
import { renderToStaticMarkup } from 'react-dom/server';
import { z } from 'zod';
import {
  findOrganization,
  findService,
  isNarrowed,
  listPoints,
  readJsonLd,
  type Minute,
  type OpeningOverview,
  OrganizationPage,
  searchAddress,
  SearchPage,
  searchServices,
  wishOf,
  ServicePage,
} from '../directory/index.ts';
import type { AppContext } from '../platform/http/context.ts';
import { publicVersion } from '../coordination/index.ts';
import { guardHeaders } from '../platform/http/security.ts';
import { isLanguage, negotiate } from '../platform/i18n/index.ts';
import { badRequest, busy, notFound } from './errors.tsx';
import { careSiteRoutes } from './care-routes.tsx';
import { showCoordination, showOpenData, showThing, threadFiles } from './coordination.tsx';
import { findWider } from './find-wider.ts';
import { noteUnanswered } from './note-unanswered.ts';
import { Layout } from './layout.tsx';
import { showMeeting } from './meeting.tsx';
import { keptPdfs } from './booklet/kept-pdfs.ts';
import { type Make, makeGuide, makeServicePdf } from './booklet/show-booklet.tsx';
import { planFiles, showCommune, showPlan, showPlanData, showPlans, showProject } from './plans.tsx';
import { placePins, wholeOf } from './map/pins.ts';
import { RegionMap } from './map/region-map.tsx';
import { showMap } from './map/show-map.tsx';
import { meetingLinkRoutes } from './meeting-links.tsx';
import { translators } from './messages.ts';
import { threadLinkRoutes } from './thread-links.tsx';
import { OfflinePage } from './offline/offline-page.tsx';
import { offlineRoutes } from './offline/routes.ts';
import { openingsOf } from './openings.ts';
import { pageCache } from './page-cache.ts';
import { emergencyLine } from './emergency-line.ts';
import { AboutPage, Hero, HomePage } from './pages.tsx';
import { readSearch } from './read-search.ts';
import { shelfOf } from './shelf.ts';
import { nextMinutes, type Page, type Show } from './show.ts';

const perPage = 10;
// Grouped: which router Hono picks depends on the whole application, and one of them anchors the pattern as it stands.
const segment = ':language{(?:fr|ar|en|es)}';

const home: Show = (shelf, language) => {
  const t = translators[language];
  return {
    title: t('site.home.title'),
    description: t('site.home.lead'),
    hero: <Hero t={t} language={language} />,
    body: (
      <HomePage
        t={t}
        language={language}
        needs={shelf.needs}
        counts={shelf.counts}
        cells={shelf.cells[language]}
        emergency={emergencyLine(t, shelf.emergencyNumbers, language)}
      />
    ),
  };
};
const about: Show = (shelf, language) => {
  const t = translators[language];
  return {
    title: t('site.about.title'),
    body: <AboutPage t={t} language={language} changedAt={shelf.changedAt} />,
  };
};

const offline: Show = (_, language) => {
  const t = translators[language];
  return { title: t('site.offline.title'), body: <OfflinePage t={t} language={language} /> };
};

/** Until when all of it is true. */
const untilOf = (openings: ReadonlyMap<string, OpeningOverview>): Minute =>
  Math.min(Number.POSITIVE_INFINITY, ...[...openings.values()].map(({ until }) => until));

const search =
  (context: AppContext): Show =>
  async (shelf, language, c) => {
    const t = translators[language];
    const read = readSearch(shelf, c.req.query());
    if ('wrong' in read) return badRequest(shelf, language, read.wrong);
    const { asked } = read;
    const result = await searchServices(context.databases.app, { ...wishOf(asked), language, perPage });
    if (result.total > 0 && result.items.length === 0) return badRequest(shelf, language, ['page']);
    const shown = result.items.map((item) => item.id);
    // Nothing narrowed it and still nothing was found: the editors learn what people miss. Such a page is made each time.
    const unanswered = result.total === 0 && asked.q !== '' && !isNarrowed(asked);
    if (unanswered) c.set('unanswered', { q: asked.q, language });
    const openings = await openingsOf(context, shelf, shown, language);
    const needName = shelf.needs.find((term) => term.code === asked.category)?.names[language];
    return {
      title: [asked.q, needName, t('directory.search.title')].filter((part) => part).join(' – '),
      // How many are open now is told beside the filters: it is looked at anew each minute it matters.
      until: unanswered ? 0 : Math.min(untilOf(openings), nextMinutes()),
      body: (
        <SearchPage
          t={t}
          language={language}
          asked={asked}
          result={result}
          wider={result.total === 0 ? await findWider(context.databases.app, asked, language) : []}
          openings={openings}
          perPage={perPage}
          needs={shelf.needs}
          audiences={shelf.audiences}
          places={shelf.places[language]}
          cells={shelf.cells[language]}
          searchedLanguages={shelf.searchedLanguages}
          actions={
            <p className="acts no-print">
              {shelf.outlines ? (
                <a className="go" href={searchAddress(language, { ...asked, page: 1 }, 'services/map')}>
                  {t('site.map.show')}
                </a>
              ) : null}
              <a className="go" href={searchAddress(language, { ...asked, page: 1 }, 'guide.pdf')}>
                {t('site.booklet.print')}
              </a>
            </p>
          }
        />
      ),
    };
  };

/** When a day is over, for what holds until then; without a day, never. */
const endOfDay = (day: string | null | undefined): Minute => (day ? Date.parse(day) / 60_000 + 24 * 60 : Number.POSITIVE_INFINITY);

const service =
  (context: AppContext): Show =>
  async (shelf, language, c, origin) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    const found = id.success ? await findService(context.databases.app, id.data, language) : undefined;
    if (!found) return notFound(shelf, language, c, origin);
    const t = translators[language];
    const openings = await openingsOf(context, shelf, [found.id], language);
    const placed = shelf.outlines ? placePins(shelf.outlines, await listPoints(context.databases.app, [found.id], language)) : undefined;
    return {
      title: found.name.text,
      description: found.description?.text,
      data: await readJsonLd(context.databases.app, found.id, `${origin}/${language}/services/${found.id}`, language),
      until: Math.min(untilOf(openings), endOfDay(found.availability?.until)),
      body: (
        <ServicePage
          t={t}
          language={language}
          service={found}
          map={
            shelf.outlines && placed ? (
              <>
                <RegionMap t={t} language={language} outlines={shelf.outlines} view={wholeOf(shelf.outlines)} pins={placed.pins} />
                {placed.pins.some((pin) => pin.ofCommune) ? <p className="meta">{t('site.map.ofCommune')}</p> : null}
              </>
            ) : undefined
          }
          actions={
            <p className="acts no-print">
              <a className="go" href={`/${language}/services/${found.id}.pdf`}>
                {t('site.booklet.printOne')}
              </a>
            </p>
          }
          opening={openings.get(found.id)}
          needs={shelf.needs}
          audiences={shelf.audiences}
        />
      ),
    };
  };

const organization =
  (context: AppContext): Show =>
  async (shelf, language, c, origin) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    const found = id.success ? await findOrganization(context.databases.app, id.data, language) : undefined;
    if (!found) return notFound(shelf, language, c, origin);
    return {
      title: found.name.text,
      description: found.description.text,
      body: <OrganizationPage t={translators[language]} language={language} organization={found} />,
    };
  };

/** The public site. Pages are rendered here, whole without any script. */
export function siteRoutes(context: AppContext): Hono {
  const routes = new Hono();
  const currentShelf = shelfOf(context.databases.app);
  routes.route('/', careSiteRoutes(context, currentShelf));
  routes.route('/', threadLinkRoutes(context, currentShelf));
  routes.route('/', meetingLinkRoutes(context, currentShelf));
  routes.route('/', offlineRoutes(context, currentShelf));
  // Set here and not after the fact: touching the headers of a finished answer costs as much as the page itself.
  const fromCache = pageCache(guardHeaders(context.config));
  const fromThread = pageCache(guardHeaders(context.config));
  const pdfs = keptPdfs(guardHeaders(context.config));

  const readRequest = async (c: Context) => {
    const named = c.req.param('language');
    const language = isLanguage(named) ? named : negotiate(c.req.header('accept-language'));
    const shelf = await currentShelf();
    // A page names its own address (canonical), so the same path asked under another name is another page.
    const origin = context.config.publicUrl?.replace(/\/$/, '') ?? new URL(c.req.url).origin;
    const path = c.req.url.slice(c.req.url.indexOf('/', 8));
    const request = { encoding: c.req.header('accept-encoding'), known: c.req.header('if-none-match') };
    const render = (page: Page) => {
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
          data={page.data}
          feed={page.feed}
        >
          {page.body}
        </Layout>,
      );
      return { status, html: `<!doctype html>${markup}`, until: (page.until ?? Number.POSITIVE_INFINITY) * 60_000 };
    };
    return { language, shelf, origin, key: `${origin}${path} ${language}`, request, render };
  };

  const serve = (show: Show) => async (c: Context) => {
    const { language, shelf, origin, key, request, render } = await readRequest(c);
    return fromCache(key, shelf.version, request, async () => render(await show(shelf, language, c, origin)));
  };
  /** Of the thread and the plans: kept until these change, or the directory. Asked each time, so that nothing stays that was taken back. */
  const serveThread = (show: Show) => async (c: Context) => {
    const version = await publicVersion(context.databases.app);
    const { language, shelf, origin, key, request, render } = await readRequest(c);
    return fromThread(key, `${shelf.version} ${version}`, request, async () => render(await show(shelf, language, c, origin)));
  };
  const servePdf = (make: Make) => async (c: Context) => {
    const { language, shelf, origin, key, request, render } = await readRequest(c);
    const made = (await pdfs(key, shelf.version, request.known, () => make(shelf, language, c, origin))) ?? busy(shelf, language);
    return made instanceof Response ? made : fromCache(key, shelf.version, request, async () => render(made));
  };

  /** A merge can be undone, so the old address is not told to be gone for good. */
  const toKept =
    (kind: string) =>
    async (c: Context, next: Next): Promise<Response | undefined> => {
      const kept = (await currentShelf()).merged.get((c.req.param('id') ?? '').toLowerCase());
      if (kept) return c.redirect(`/${c.req.param('language')}/${kind}/${kept}`, 302);
      await next();
      return undefined;
    };

  routes.get('/', (c) => {
    c.header('vary', 'Accept-Language');
    c.header('cache-control', 'no-cache');
    return c.redirect(`/${negotiate(c.req.header('accept-language'))}/`, 302);
  });
  routes.get(`/${segment}`, (c) => c.redirect(`/${c.req.param('language')}/`, 301));
  routes.get(`/${segment}/`, serve(home));
  routes.get(`/${segment}/services`, noteUnanswered(context), serve(search(context)));
  routes.get(`/${segment}/guide.pdf`, servePdf(makeGuide(context)));
  routes.get(`/${segment}/services/:file{.+\\.pdf}`, servePdf(makeServicePdf(context)));
  routes.get(`/${segment}/services/map`, serve(showMap(context)));
  routes.get(`/${segment}/services/:id`, toKept('services'), serve(service(context)));
  routes.get(`/${segment}/organizations/:id`, toKept('organizations'), serve(organization(context)));
  routes.route('/', threadFiles(context));
  routes.get(`/${segment}/coordination`, serveThread(showCoordination(context)));
  routes.get(`/${segment}/coordination/data`, serve(showOpenData));
  routes.get(`/${segment}/coordination/meetings/:id`, serveThread(showMeeting(context)));
  routes.get(`/${segment}/coordination/:id`, serveThread(showThing(context)));
  routes.route('/', planFiles(context));
  routes.get(`/${segment}/plans`, serveThread(showPlans(context)));
  routes.get(`/${segment}/plans/data`, serve(showPlanData));
  routes.get(`/${segment}/plans/communes/:code`, serveThread(showCommune(context)));
  routes.get(`/${segment}/plans/:id`, serveThread(showPlan(context)));
  routes.get(`/${segment}/plans/:id/projects/:projectId`, serveThread(showProject(context)));
  routes.get(`/${segment}/about-the-data`, serve(about));
  routes.get(`/${segment}/offline`, serve(offline));
  routes.get(`/${segment}/*`, serve(notFound));
  return routes;
}
