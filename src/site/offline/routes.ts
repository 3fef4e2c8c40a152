import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { AppContext } from '../../platform/http/context.ts';
import { guardHeaders } from '../../platform/http/security.ts';
import { direction, isLanguage } from '../../platform/i18n/index.ts';
import { translators } from '../messages.ts';
import type { Shelf } from '../shelf.ts';
import { styleHash } from '../style.ts';
import { type KeepablePage, listKeepablePages } from './list-pages.ts';

const script = (name: string): string => readFileSync(join(import.meta.dirname, 'files', name), 'utf8');
const icon = (size: number) => ({ src: `/workspace/icon-${size}.png`, type: 'image/png', sizes: `${size}x${size}` });

/** What installs the site and keeps it: its script and the map's, its worker, its manifest, and the list of pages with the version of each. */
export function offlineRoutes(context: AppContext, currentShelf: () => Promise<Shelf>): Hono {
  const routes = new Hono();
  const guards = guardHeaders(context.config);
  const files = { 'site.js': script('site.js'), 'map.js': script('map.js'), 'site-worker.js': script('site-worker.js') };
  for (const [name, source] of Object.entries(files)) {
    routes.get(`/${name}`, (c) =>
      c.body(source, 200, {
        ...guards,
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'no-cache',
        // The worker may ask this site for pages, and nothing else.
        'content-security-policy': "default-src 'none'; connect-src 'self'",
      }),
    );
  }

  routes.get('/:language{(?:fr|ar|en|es)}/site.webmanifest', (c) => {
    const language = c.req.param('language');
    const t = translators[isLanguage(language) ? language : 'fr'];
    const manifest = {
      id: '/',
      name: t('site.name'),
      short_name: t('site.name'),
      description: t('site.home.title'),
      lang: language,
      dir: direction(language),
      start_url: `/${language}/`,
      scope: '/',
      display: 'minimal-ui',
      background_color: '#fbf8f2',
      theme_color: '#083f3c',
      icons: [icon(192), icon(512)],
    };
    return c.body(JSON.stringify(manifest), 200, {
      ...guards,
      'content-type': 'application/manifest+json',
      'cache-control': 'max-age=3600',
    });
  });

  const lists = new Map<string, { version: number; pages: Promise<KeepablePage[]> }>();
  routes.get('/offline/:file{(?:fr|ar|en|es)\\.json}', async (c) => {
    const language = c.req.param('file').slice(0, 2);
    if (!isLanguage(language)) return c.notFound();
    const { version } = await currentShelf();
    let list = lists.get(language);
    if (list?.version !== version) {
      list = { version, pages: listKeepablePages(context, language, version) };
      lists.set(language, list);
      list.pages.catch(() => lists.delete(language));
    }
    const etag = `"${version}-${language}-${styleHash.slice(0, 8)}"`;
    const headers = { ...guards, 'cache-control': 'no-cache', etag };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.json({ pages: await list.pages }, 200, headers);
  });
  return routes;
}
