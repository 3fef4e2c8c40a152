import { countryCodes } from '../../../people/index.ts';
import { plain } from '../plain.ts';

/** What registers say beside the official names. */
const otherNames: Record<string, string> = {
  hollande: 'NL',
  angleterre: 'GB',
  'grande bretagne': 'GB',
  انجلترا: 'GB',
  usa: 'US',
  'u s a': 'US',
  amerique: 'US',
  امريكا: 'US',
  emirats: 'AE',
  الامارات: 'AE',
  السعوديه: 'SA',
  'arabie saoudite': 'SA',
  'cote d ivoire': 'CI',
};

function readNames(): ReadonlyMap<string, string> {
  const names = new Map(Object.entries(otherNames));
  for (const code of countryCodes) names.set(plain(code), code);
  for (const language of ['fr', 'ar', 'es', 'en']) {
    const inWords = new Intl.DisplayNames(language, { type: 'region' });
    for (const code of countryCodes) {
      const name = plain(inWords.of(code) ?? code);
      if (!names.has(name)) names.set(name, code);
    }
  }
  return names;
}
let known: ReadonlyMap<string, string> | undefined;

/** The country a register names, in the languages registers are kept in, as ISO 3166 writes it. */
export function readCountry(typed: string): string | undefined {
  known ??= readNames();
  return known.get(plain(typed));
}
