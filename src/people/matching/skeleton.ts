import { signs } from './signs.ts';
import type { Word } from './words.ts';

/**
 * The consonants of a word in a row, each run once, as both scripts keep them: «Elouardi» and «الوردي» are `lrd`.
 * A letter that is read in two ways gives two skeletons: «j» as in Jamal or Jansson, «ch» as in Chakib or Christ, «ظ» as in Hafid or Hafez.
 */
const fine: Record<string, string[]> = {};
const readAs = (sounds: string, names: string): void => {
  for (const name of names.split(' ')) fine[name] = sounds.split('|').map((s) => (s === '-' ? '' : s));
};
readAs('b', 'b p ب پ');
readAs('f', 'f ف');
readAs('f|-', 'v ڤ');
readAs('t', 't t$ ت ط');
readAs('t|s', 'th ث');
readAs('d', 'd d$ د');
readAs('d|z', 'dh ذ ض ظ');
readAs('k', 'k c q qu ck ق ك');
readAs('g|k', 'g گ');
readAs('g|j', 'gu غ');
readAs('g', 'gh');
readAs('j|g', 'dj zh g’ ج ژ');
readAs('j|-', 'j');
readAs('x|k', 'kh خ');
readAs('c', 'sh sch tch cz ش چ تش');
readAs('c|k', 'ch');
readAs('s', 's s$ ç ts س ص تس');
readAs('s|c', 'c’ sz');
readAs('z', 'z dz ز');
readAs('l', 'l ل');
readAs('m', 'm م');
readAs('n', 'n gn ن');
readAs('r', 'r ر');
const none = [''];
const fineSounds = signs.map(({ name }) => fine[name] ?? none);

/** Broad classes for words that stand alone, where nothing else is known. */
const second: Record<string, string> = { j: '', ch: 'k', 'c’': 'k', th: 's', ث: 's', ذ: 's', ظ: 's', ض: 's', 'g’': 's', v: '' };
const broadSounds = signs.map(({ name, sound }) => (second[name] === undefined ? [sound] : [sound, second[name]]));

const most = 4;

function allReadings(read: readonly number[], sounds: readonly (readonly string[])[]): string[] {
  let found = [''];
  for (const sign of read) {
    const [one = '', two] = sounds[sign] ?? none;
    const next = found.map((s) => extend(s, one));
    if (two !== undefined && found.length < most) next.push(...found.map((s) => extend(s, two)));
    found = next;
  }
  return [...new Set(found)];
}
const extend = (skeleton: string, sound: string): string => (skeleton.endsWith(sound) ? skeleton : skeleton + sound);

export const broadSkeletons = (read: readonly number[]): string[] => allReadings(read, broadSounds);
export const skeletons = (read: readonly number[]): string[] => allReadings(read, fineSounds);

/** Of a word without its article; a word of vowels alone is `a`. */
export const wordSkeletons = (word: Word): string[] =>
  skeletons(word.bare ?? word.signs).map((s) => s || (word.signs.length > 0 ? 'a' : word.plain));

/** A skeleton with each of its sounds left out in turn, as far as `least` are left to tell words apart. */
export const withoutOne = (skeleton: string, least = 2): string[] =>
  skeleton.length <= least ? [] : [...skeleton].map((_, at) => skeleton.slice(0, at) + skeleton.slice(at + 1));
