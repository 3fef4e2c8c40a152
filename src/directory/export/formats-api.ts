import { type Context, Hono } from 'hono';
import type { AppContext } from '../../platform/http/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { guardHeaders } from '../../platform/http/security.ts';
import { type Language, languages, negotiate } from '../../platform/i18n/index.ts';
import type { HsdsRecord } from '../hsds/clean.ts';
import { readRecords } from '../hsds/nest.ts';
import { notChanged, tagOf, toldVersion } from '../hsds/validators.ts';
import { getCalendar, intervals, listHours, listSessions } from '../opening/index.ts';
import { changesFeed } from './atom.ts';
import { serviceCalendar } from './icalendar.ts';
import { robots, sitemap, sitemapIndex } from './sitemap.ts';
import { organizationVcard } from './vcard.ts';

const weeks = 8;
/** Sessions are few, and people write them down long before. */
const daysOfSessions = 183;
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
interface Made {
  type: string;
  text: string;
}
const missing = (): Response => problem(404, 'not_found', 'Nothing public has this address. Take one from the directory.');

/** What other programs read of the directory: address books, calendars, feed readers, search engines. */
export function formatRoutes(context: Pick<AppContext, 'config' | 'databases'>, now: () => Date = () => new Date()): Hono {
  const pool = context.databases.app;
  const routes = new Hono();
  const open = { ...guardHeaders(context.config), 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
  const originOf = (c: Context): string => context.config.publicUrl?.replace(/\/$/, '') ?? new URL(c.req.url).origin;

  /** Answers with the text made of the present directory, unless the asker has it. */
  const serve = (make: (c: Context, language: Language, changedAt: Date) => Promise<Made | undefined>) => async (c: Context) => {
    const named = languages.find((language) => c.req.param('file') === `${language}.atom`);
    const language = named ?? negotiate(c.req.header('accept-language'));
    const version = await toldVersion(pool);
    const headers: Record<string, string> = {
      ...open,
      etag: tagOf(version, language),
      'last-modified': version.changedAt.toUTCString(),
      'content-language': language,
      'cache-control': 'public, no-cache',
      ...(named ? {} : { vary: 'Accept-Language' }),
    };
    const made = await make(c, language, version.changedAt);
    if (!made) return missing();
    if (notChanged(c.req.raw.headers, headers.etag ?? '', version.changedAt)) return new Response(null, { status: 304, headers });
    return new Response(made.text, { headers: { ...headers, 'content-type': made.type } });
  };
  const recordOf = async (table: 'service' | 'organization', c: Context, language: Language): Promise<HsdsRecord | undefined> =>
    (await readRecords({ db: pool, language }, table, [c.req.param('file')?.slice(0, 36) ?? ''], 'full'))[0];

  routes.get(
    `/export/organizations/:file{${uuid}\\.vcf}`,
    serve(async (c, language) => {
      const organization = await recordOf('organization', c, language);
      if (!organization) return undefined;
      return {
        type: 'text/vcard; charset=utf-8',
        text: organizationVcard(organization, `${originOf(c)}/${language}/organizations/${organization.id}`),
      };
    }),
  );
  // What is open in the coming weeks moves on with every day, so this one is never said to be unchanged.
  routes.get(`/export/services/:file{${uuid}\\.ics}`, async (c) => {
    const language = negotiate(c.req.header('accept-language'));
    const service = await recordOf('service', c, language);
    if (!service) return missing();
    const from = Math.floor(now().getTime() / 86_400_000) * 1440;
    const [calendar, hours] = await Promise.all([getCalendar(pool), listHours(pool, [service.id], language)]);
    const times = (hours.get(service.id) ?? []).flatMap(({ schedules }) => intervals(schedules, calendar, from, from + weeks * 7 * 1440));
    const today = from / 1440;
    const dated = (hours.get(service.id) ?? []).flatMap(({ schedules }) =>
      listSessions(schedules, calendar, today, today + daysOfSessions),
    );
    const sessions = [...new Map(dated.map((session) => [`${session.start} ${session.end}`, session])).values()].sort(
      (a, b) => a.start - b.start,
    );
    // A session is told as such, and not as an open time too.
    const isSession = (start: number, end: number): boolean => sessions.some((session) => session.start === start && session.end === end);
    const unique = new Map(times.filter(([start, end]) => !isSession(start, end)).map((time) => [time.join(), time]));
    const text = serviceCalendar(
      service,
      { times: [...unique.values()].sort((a, b) => a[0] - b[0]), sessions, zone: calendar.zone },
      `${originOf(c)}/${language}/services/${service.id}`,
      from,
    );
    return new Response(text, {
      headers: {
        ...open,
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'public, max-age=3600',
        vary: 'Accept-Language',
      },
    });
  });
  routes.get(
    `/feeds/:file{(?:${languages.join('|')})\\.atom}`,
    serve(async (c, language, changedAt) => ({
      type: 'application/atom+xml; charset=utf-8',
      text: await changesFeed(pool, language, originOf(c), changedAt),
    })),
  );
  routes.get(
    '/sitemap.xml',
    serve(async (c, _language, changedAt) => ({ type: 'application/xml', text: await sitemapIndex(pool, originOf(c), changedAt) })),
  );
  routes.get(
    '/sitemaps/:file{[0-9]{1,6}\\.xml}',
    serve(async (c, _language, changedAt) => {
      const text = await sitemap(pool, originOf(c), Number.parseInt(c.req.param('file') ?? '', 10), changedAt);
      return text === undefined ? undefined : { type: 'application/xml', text };
    }),
  );
  routes.get('/robots.txt', (c) => c.text(robots(originOf(c)), 200, open));
  return routes;
}
