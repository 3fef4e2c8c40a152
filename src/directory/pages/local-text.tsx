import { direction, localeOf } from '../../platform/i18n/index.ts';
import { detectLanguage } from '../search/language.ts';
import type { LocalText } from '../store.ts';

/** The language a text is read in on a page. */
export function languageOf(text: LocalText, page: string): string {
  // What no small word betrays is a proper name: it is read as French, which most sources are written in.
  return text.language ?? detectLanguage(text.text) ?? (page === 'ar' ? 'fr' : page);
}

/** A text of the directory; when it is not in the page's language it says which it is, for voices and for direction. */
export function Local({ text, page }: { text: LocalText; page: string }) {
  const language = languageOf(text, page);
  if (language === page) return text.text;
  return (
    <span lang={language} dir={direction(language)}>
      {text.text}
    </span>
  );
}

const names = new Map<string, Intl.DisplayNames>();
export function languageName(code: string, page: string): string {
  let display = names.get(page);
  if (!display) {
    display = new Intl.DisplayNames(localeOf(page), { type: 'language', fallback: 'code' });
    names.set(page, display);
  }
  try {
    return display.of(code) ?? code;
  } catch {
    // A source may hold a code that is none; it is shown as it came.
    return code;
  }
}
export const listOf = (items: string[], page: string): string => new Intl.ListFormat(localeOf(page), { type: 'conjunction' }).format(items);

/** Digits, addresses and other runs from left to right, inside whatever surrounds them. */
export const apart = (text: string): string => `\u2066${text}\u2069`;

/** Only addresses a browser can open safely become links. */
export const isWebAddress = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);
