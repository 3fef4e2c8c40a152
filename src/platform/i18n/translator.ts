import { IntlMessageFormat } from 'intl-messageformat';

export const languages = ['fr', 'ar', 'en', 'es'] as const;
export type Language = (typeof languages)[number];
export type Messages = Readonly<Record<string, string>>;
export type Values = Record<string, string | number | Date | boolean | null | undefined>;
export type Translate = (key: string, values?: Values) => string;

export const isLanguage = (value: string | undefined): value is Language => languages.some((language) => language === value);

const rightToLeft = new Set(['ar', 'fa', 'ur', 'he']);
/** Writing direction of a language tag, for `dir`. */
export const direction = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr');

// Morocco writes its numbers with European digits, in Arabic too.
const locales: Record<string, string> = { ar: 'ar-MA-u-nu-latn', fr: 'fr-MA', en: 'en-GB', es: 'es' };
/** The locale numbers and dates of a language are written in. */
export const localeOf = (language: string): string => locales[language] ?? language;

/** Thrown for a key no catalogue has: a mistake in the code, which tests must meet before a person does. */
export class MissingMessage extends Error {}

/** French signs stand apart from their word but never begin a line; translators type an ordinary space. */
const keepSigns = (message: string): string => message.replace(/ (?=[?!:;»])/g, '\u00a0').replaceAll('« ', '«\u00a0');

/** Tells whether a missing key must stop us; a person in front of the screen is better served by the rest of the page. */
let strict = true;
export function showMissingKeys(): void {
  strict = false;
}

/**
 * Reads messages of one language from the catalogues of several rooms. Formats are compiled at first use and kept.
 * Tamazight is not complete: where it lacks a message the French one is shown between ‹ ›, so that it is seen to be missing.
 */
export function translator(catalogues: readonly Messages[], language: string, fallback: readonly Messages[] = []): Translate {
  const formats = new Map<string, IntlMessageFormat>();
  const find = (key: string): string | undefined => {
    const own = catalogues.find((messages) => key in messages)?.[key];
    if (own !== undefined || language !== 'zgh') return own;
    const french = fallback.find((messages) => key in messages)?.[key];
    return french === undefined ? undefined : `‹${french}›`;
  };
  return (key, values) => {
    let format = formats.get(key);
    if (!format) {
      const message = find(key);
      if (message === undefined) {
        if (strict) throw new MissingMessage(`no message « ${key} » in ${language}`);
        return key;
      }
      format = new IntlMessageFormat(language === 'fr' ? keepSigns(message) : message, localeOf(language), undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    return String(format.format(values));
  };
}

/** The language that suits an `Accept-Language` header best. */
export function negotiate(header: string | null | undefined, fallback: Language = 'fr'): Language {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = Number(parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((q) => q !== undefined) ?? 1);
      return { language: tag.split('-')[0], quality: Number.isFinite(quality) ? quality : 0, order };
    })
    .filter((choice) => choice.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order);
  for (const { language } of wanted) if (isLanguage(language)) return language;
  return fallback;
}
