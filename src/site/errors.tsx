import { type Asked, searchAddress } from '../directory/index.ts';
import type { Language } from '../platform/i18n/index.ts';
import { translators } from './messages.ts';
import { ErrorPage } from './pages.tsx';
import type { Shelf } from './shelf.ts';
import type { Page, Show } from './show.ts';

export const notFound: Show = (shelf, language) => {
  const t = translators[language];
  const title = t('site.error.notFoundTitle');
  return {
    status: 404,
    title,
    body: <ErrorPage t={t} language={language} title={title} text={t('site.error.notFound')} cells={shelf.cells[language]} />,
  };
};

export function badRequest(shelf: Shelf, language: Language, fields: string[]): Page {
  const t = translators[language];
  const title = t('site.error.badTitle');
  const named = fields.map((field) => t(`site.error.${field}`)).join(language === 'ar' ? '، ' : ', ');
  const text = t('site.error.bad', { fields: named });
  return { status: 400, title, body: <ErrorPage t={t} language={language} title={title} text={text} cells={shelf.cells[language]} /> };
}

/** A booklet that would be too long, or empty. */
export function tooMany(shelf: Shelf, language: Language, asked: Asked, found: number, most: number): Page {
  const t = translators[language];
  const title = t(found === 0 ? 'directory.search.nothing' : 'site.booklet.tooManyTitle');
  const text = found === 0 ? t('site.booklet.none') : t('site.booklet.tooMany', { n: found, most });
  return {
    status: found === 0 ? 404 : 400,
    title,
    body: (
      <ErrorPage t={t} language={language} title={title} text={text} cells={shelf.cells[language]} href={searchAddress(language, asked)} />
    ),
  };
}

export function busy(shelf: Shelf, language: Language): Page {
  const t = translators[language];
  const title = t('site.booklet.busyTitle');
  const text = t('site.booklet.busy');
  return { status: 503, title, body: <ErrorPage t={t} language={language} title={title} text={text} cells={shelf.cells[language]} /> };
}
