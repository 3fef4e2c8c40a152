import { signs } from './signs.ts';
import type { Word } from './words.ts';

/** Signs that may be one of two classes of sound, by the second one: «j» as in Jansson, «ch» as in Christ, «c» as in Cicero. */
const second: Record<string, string> = { j: '', ch: 'k', 'c’': 'k', th: 's', ث: 's', 'g’': 's' };
const classOf = signs.map(({ sound }) => sound);
const otherClass = signs.map(({ name }) => second[name]);
const most = 4;

/** The classes of a word's consonants in a row, each run once: «Elouardi» → `lrt`, «الوردي» → `lrt`; several where a letter may be read in two ways. */
export function skeletons(read: readonly number[]): string[] {
  let found = [''];
  for (const sign of read) {
    const [one, two] = [classOf[sign] ?? '', otherClass[sign]];
    const next = found.map((s) => extend(s, one));
    if (two !== undefined && found.length < most) next.push(...found.map((s) => extend(s, two)));
    found = next;
  }
  return [...new Set(found)];
}

const extend = (skeleton: string, sound: string): string => (skeleton.endsWith(sound) ? skeleton : skeleton + sound);

/** Of a word without its article; a word of vowels alone is `a`. */
export const wordSkeletons = (word: Word): string[] =>
  skeletons(word.bare ?? word.signs).map((s) => s || (word.signs.length > 0 ? 'a' : word.plain));
