import type { Context } from 'hono';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { z } from 'zod';
import type { AppContext } from '../platform/http/context.ts';
import { type Language, languages, type Translate } from '../platform/i18n/index.ts';
import { Layout } from './layout.tsx';
import { translators } from './messages.ts';
import type { Shelf } from './shelf.ts';
import { contentSecurityPolicy } from './style.ts';

export interface Shown {
  status?: 200 | 404 | 410 | 422 | 429;
  title: string;
  body: ReactNode;
  /** Address after the language, for the choice of another one. */
  path?: string;
}
export interface Visit {
  c: Context;
  t: Translate;
  language: Language;
}

/** Pages that are nobody else's, such as what a link of a letter opens: never kept, never found by a search engine. */
export const ownPage =
  ({ config }: Pick<AppContext, 'config'>, currentShelf: () => Promise<Shelf>) =>
  (show: (visit: Visit) => Promise<Shown>) =>
  async (c: Context): Promise<Response> => {
    const language = languages.find((known) => known === c.req.param('language')) ?? 'fr';
    const shelf = await currentShelf();
    const t = translators[language];
    const { status = 200, title, body, path } = await show({ c, t, language });
    const origin = config.publicUrl?.replace(/\/$/, '') ?? new URL(c.req.url).origin;
    const regionName = shelf.regionName[language === 'ar' ? 'ar' : 'fr'];
    const markup = renderToStaticMarkup(
      <Layout t={t} language={language} origin={origin} path={path} regionName={regionName} title={title}>
        {body}
      </Layout>,
    );
    return c.html(`<!doctype html>${markup}`, status, {
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    });
  };

/** What a form of such a page sent; undefined where it is none, or not what was asked. */
export async function readForm<T>(c: Context, schema: z.ZodType<T>): Promise<T | undefined> {
  const type = c.req.header('content-type') ?? '';
  return /^application\/x-www-form-urlencoded\b/i.test(type) ? schema.safeParse(await c.req.parseBody()).data : undefined;
}

/** A page that says one thing. */
export const saying = (t: Translate, status: Shown['status'], title: string, text: string): Shown => ({
  ...(status ? { status } : {}),
  title: t(title),
  body: (
    <>
      <h1>{t(title)}</h1>
      <p className="lead">{t(text)}</p>
    </>
  ),
});
