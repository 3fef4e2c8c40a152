import type { Column } from '../contract.ts';
import { type RegisterField, type WordField, wordFields } from '../lists.ts';
import { guessWord } from './guess-words.ts';
import { knownHeader } from './known-headers.ts';
import { isArabic, plain } from '../plain.ts';
import { readDate } from './read-date.ts';

const share = (samples: readonly string[], fits: (sample: string) => boolean): number =>
  samples.length === 0 ? 0 : samples.filter(fits).length / samples.length;
const phone = /^[+٠-٩\d][\d٠-٩ ().\-/]{7,}$/;
const digits = /[\d٠-٩]/g;

/** What a column seems to hold by what stands in it, where its header says nothing. */
function byContents({ samples, words }: Column, now: Date): RegisterField {
  const isPhone = (text: string): boolean => phone.test(text) && (text.match(digits)?.length ?? 0) >= 9;
  if (share(samples, isPhone) > 0.6) return 'phone';
  if (share(samples, (text) => /\D/.test(text) && readDate(text, now) !== undefined) > 0.6) {
    const years = samples.flatMap((text) => readDate(text, now)?.slice(0, 4) ?? []);
    return share(years, (year) => Number(year) < now.getUTCFullYear() - 15) > 0.5 ? 'birth_date' : 'visited_on';
  }
  if (words.length > 0) {
    const known = (field: WordField): number =>
      share(
        words.map(({ word }) => word),
        (word) => guessWord(field, word) !== undefined,
      );
    const best = [...wordFields].sort((a, b) => known(b) - known(a))[0];
    if (best && known(best) >= 0.6) return best;
  }
  return 'ignore';
}

/** The Arabic form of a column of names, if that is what stands in it. */
function inItsScript(field: RegisterField, { header, samples }: Column): RegisterField {
  if (field !== 'name' && field !== 'given' && field !== 'family') return field;
  return (samples.length > 0 ? share(samples, isArabic) > 0.5 : isArabic(header)) ? (`${field}_ar` as const) : field;
}

/** What each column holds, by its header and its contents, each thing once; people correct it. */
export function guessColumns(columns: readonly Column[], now: Date): { fields: RegisterField[]; hasIdentityNumbers: boolean } {
  const heads = columns.map((column) => knownHeader(column.header));
  const guesses = columns.map((column, i): RegisterField => {
    const head = heads[i];
    if (head === 'identity') return 'ignore';
    return inItsScript(head ?? byContents(column, now), column);
  });
  // «Nom» alone, or «الاسم» alone, is all of a name.
  for (const [part, other] of [
    ['family', 'given'],
    ['given', 'family'],
    ['family_ar', 'given_ar'],
    ['given_ar', 'family_ar'],
  ] as const) {
    const whole = part.endsWith('_ar') ? 'name_ar' : 'name';
    if (guesses.includes(part) && !guesses.includes(other) && !guesses.includes(whole)) guesses[guesses.indexOf(part)] = whole;
  }
  const taken = new Set<RegisterField>();
  const fields = guesses.map((field): RegisterField => {
    if (field === 'ignore' || field === 'note') return field;
    if (taken.has(field)) return 'ignore';
    taken.add(field);
    return field;
  });
  return { fields, hasIdentityNumbers: heads.includes('identity') };
}

/** Headers as two files of one kind share them. */
export const headerKey = (headers: readonly string[]): string => headers.map(plain).sort().join('|');
