import { skeletons, wordSkeletons } from './skeleton.ts';
import type { Name } from './words.ts';

/**
 * What two spellings of a name have in common, to find candidates by: the consonants of two words together, or of the one there is.
 * One word of several is no key, since a million people share a few hundred given names.
 */
export function nameKeys({ words }: Name): string[] {
  const keys = new Set<string>();
  const read = words.map(wordSkeletons);
  for (const [i, first] of read.entries()) {
    for (const second of read.slice(i + 1)) {
      for (const a of first) for (const b of second) keys.add(a < b ? `${a}+${b}` : `${b}+${a}`);
    }
  }
  for (const whole of skeletons(words.flatMap(({ signs }) => signs))) keys.add(`=${whole || (words[0]?.plain ?? '')}`);
  if (words.length === 1) for (const one of read[0] ?? []) keys.add(`=${one}`);
  keys.delete('=');
  return [...keys];
}

/** For looking people up while somebody types: the consonants of each word, in order, safe to search by their beginnings. */
export function nameSounds({ words }: Name): string[] {
  return words.flatMap(({ signs, bare, initial }) => (initial ? [] : [skeletons(bare ?? signs)[0] ?? ''])).filter(Boolean);
}
