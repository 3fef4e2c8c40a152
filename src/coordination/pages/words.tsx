import { direction, localeOf } from '../../platform/i18n/index.ts';
import type { Told } from '../contract.ts';
import type { PublicOrganization } from '../public.ts';

const order = ['fr', 'ar', 'en', 'es'] as const;

/** What somebody wrote, in the reader's language if it was, else in the one there is: nothing is translated on the way. */
export function wordsFor(words: Told, page: string): { text: string; language: string } {
  const language = [page, ...order].find((code) => words[code as keyof Told]) ?? page;
  return { text: words[language as keyof Told] ?? '', language };
}

/** The same on a page; in another language than the page's it says which, for voices and for direction. */
export function Words({ words, page }: { words: Told; page: string }) {
  const { text, language } = wordsFor(words, page);
  if (language === page) return text;
  return (
    <span lang={language} dir={direction(language)}>
      {text}
    </span>
  );
}

/** An organisation by its name, which leads to its page where it has one. */
export function Organization({ organization, page }: { organization: PublicOrganization; page: string }) {
  const name = <bdi>{organization.name}</bdi>;
  return organization.isListed ? <a href={`/${page}/organizations/${organization.id}`}>{name}</a> : name;
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** A day as people say it. */
export function Day({ day, page }: { day: string; page: string }) {
  let format = formats.get(page);
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(page), { dateStyle: 'long', timeZone: 'UTC' });
    formats.set(page, format);
  }
  return <time dateTime={day}>{format.format(new Date(day))}</time>;
}

/** Where it was read, by the name of the site. */
export const Source = ({ url, words }: { url: string; words: string }) => (
  <a className="act" href={url} rel="noreferrer">
    <span>
      {words} – <bdi>{new URL(url).hostname.replace(/^www\./, '')}</bdi>
    </span>
  </a>
);
