import { isCommon } from './common-names.ts';
import { broadSkeletons, skeletons, wordSkeletons, withoutOne } from './skeleton.ts';
import { codeOf } from './signs.ts';
import type { Name, Word } from './words.ts';

/** What a word may be known by in a key: its consonants, and the variants it belongs to. */
const marksOf = (word: Word): string[] => [...wordSkeletons(word), ...word.groups.map((group) => `${group}`)];
const joined = (a: string, b: string): string => (a < b ? `${a}+${b}` : `${b}+${a}`);

/**
 * What two spellings of a name have in common, to find candidates by: the consonants of two words together, or of the one there is.
 * One word of several is no key, since a million people share a few hundred given names. Initials are left out where a year
 * of birth finds them with fewer others.
 */
export function nameKeys({ words }: Name, initials = true): string[] {
  const [only, more] = words;
  const keys = new Set(only === undefined ? [] : more === undefined ? keysOfWord(only) : keysOfWords(words, initials));
  keys.delete('');
  return [...keys];
}

function keysOfWord(word: Word): string[] {
  const wholes = [word.signs, word.bare ?? []].flatMap(broadSkeletons);
  return [...marksOf(word).map((mark) => `=${mark}`), ...wholes, ...wholes.flatMap((whole) => withoutOne(whole))];
}

function keysOfWords(words: readonly Word[], initials: boolean): string[] {
  const marks = words.map((word) => (word.initial ? [] : marksOf(word)));
  const tellApart = words.length > 2 && words.some((word) => !isCommon(word));
  const slips = marks.map((of) => of.slice(0, 1).flatMap((mark) => withoutOne(mark, 3)));
  const keys = skeletons(words.flatMap(({ signs }) => signs)).slice(0, 1);
  for (const [i, first] of marks.entries()) {
    for (const [j, second] of marks.entries()) {
      // «Fatima Zahra» in a longer name says no more than one given name.
      if (j <= i || (tellApart && isCommon(words[i]) && isCommon(words[j]))) continue;
      for (const a of first) for (const b of second) keys.push(joined(a, b));
      for (const a of first.slice(0, 1)) for (const b of slips[j] ?? []) keys.push(joined(a, b));
      for (const b of second.slice(0, 1)) for (const a of slips[i] ?? []) keys.push(joined(a, b));
    }
  }
  return initials ? [...keys, ...keysOfInitials(words, marks)] : keys;
}

/** «M. Alwardi»: how the one begins, with the other, where that says enough; the «w» of «Wardi» and «Ouardi» counts here. */
function keysOfInitials(words: readonly Word[], marks: readonly string[][]): string[] {
  const short = words.findIndex(({ initial }) => initial);
  const start = startOf(words[Math.max(short, 0)]);
  const at = short === words.length - 1 ? short - 1 : words.length - 1;
  const other = words[at];
  const glide = other && beginsWithW(other) ? 'w' : '';
  return (marks[at] ?? []).map((mark) => glide + mark).flatMap((mark) => (mark.length >= 3 ? [`${start}.${mark}`] : []));
}
const glides = new Set(['w', 'w^', 'ou', 'ou^', 'و', 'و^'].map(codeOf));
const beginsWithW = ({ bare, signs }: Word): boolean => glides.has((bare ?? signs)[0]);

/** The first sound of a word, vowels all alike. */
export const startOf = (word: Word | undefined): string => skeletons(word?.signs.slice(0, 1) ?? [])[0] || 'a';

/** For looking people up while somebody types: the consonants of each word without its article, in order, safe to search by their beginnings. */
export function nameSounds({ words }: Name): string[] {
  const soundOf = ({ signs, bare, article }: Word): string => broadSkeletons(article && bare ? bare : signs)[0] ?? '';
  return words.flatMap((word) => (word.initial ? [] : [soundOf(word)])).filter(Boolean);
}
