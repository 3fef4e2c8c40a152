import { cutParticles, isArticle } from './particles.ts';
import { toLatin } from './other-scripts.ts';
import { plainArabic, readArabic } from './read-arabic.ts';
import { maySplit, plainLatin, readLatin } from './read-latin.ts';
import { remember } from './remember.ts';
import { groupsOf } from './variants.ts';

export type Script = 'latin' | 'arabic' | 'other';

/** One part of a name, read into signs. */
export interface Word {
  /** Its bare letters, particles included: `elouardi`. */
  plain: string;
  script: Script;
  signs: readonly number[];
  /** The signs without a leading article, Ben, Bou and the like; undefined where there is none. */
  bare: readonly number[] | undefined;
  /** What `bare` leaves out is an article. */
  article: boolean;
  /** Read with «th», «kh», «sh» and the like as two letters; undefined where there are none. */
  split: readonly number[] | undefined;
  /** A single letter that stands for a name. */
  initial: boolean;
  /** The groups of variants it belongs to, see `variants.ts`. */
  groups: readonly number[];
}

export interface Name {
  words: readonly Word[];
  /** What is left where no script is known: compared letter by letter. */
  text: string;
}

/** Longer names are cut here: enough for the longest chain of forefathers, and a bound on the time a comparison takes. */
const maxLetters = 160;
const maxWords = 8;
const maxSigns = 32;
const arabicOrHebrew = /[\u0590-\u06FF\u0750-\u077F\uFB1D-\uFDFF\uFE70-\uFEFF]/;
const marks = /[\p{Mn}\p{Cf}'’‘`´ʼʿʾʻ·]/gu;

/** The same few names are most of what anyone reads. */
const wordOf = remember((written) => {
  const [rest = '', prefix = ''] = written.split(' ');
  return readWord(rest, prefix);
}, 20_000);

export function readWord(text: string, prefix = ''): Word {
  const arabic = arabicOrHebrew.test(text);
  const plainOf = (word: string): string => (arabic ? plainArabic(word) : plainLatin(word));
  const read = (word: string): number[] => (arabic ? readArabic(word) : readLatin(word)).slice(0, maxSigns);
  const letters = arabic ? plainArabic(text) : toLatin(text);
  const withoutArticle = arabic ? withoutArabicArticle(letters) : withoutLatinArticle(letters);
  const bareLetters = prefix ? (withoutArticle ?? letters) : withoutArticle;
  const plain = plainOf(isArticle(prefix) ? prefix + letters : prefix + (prefix && bareLetters ? bareLetters : letters));
  const bare = bareLetters && plainOf(bareLetters);
  const signs = read(plain);
  return {
    plain: plain || prefix + text,
    script: signs.length === 0 ? 'other' : arabic ? 'arabic' : 'latin',
    signs,
    bare: bare ? read(bare) : undefined,
    article: Boolean(bare) && (prefix === '' || isArticle(prefix)),
    split: !arabic && maySplit(plain) ? readLatin(plain, true).slice(0, maxSigns) : undefined,
    initial: [...text].length === 1 && !prefix,
    groups: bare ? [...groupsOf(plain), ...groupsOf(bare)] : groupsOf(plain),
  };
}

function withoutArabicArticle(word: string): string | undefined {
  return word.startsWith('ال') && word.length >= 5 ? word.slice(2) : undefined;
}

/** «Elouardi», «Alwardi», and with the l become the next consonant «Ennaji», «Azzahraoui». */
function withoutLatinArticle(word: string): string | undefined {
  if (/^[ae]l[^aeiouy]/.test(word) && word.length >= 6) return word.slice(2);
  if (/^el/.test(word) && word.length >= 6) return word.slice(2);
  if (/^[ae](ch|sh)\1/.test(word) || /^[ae]([tdrzsnl])\1/.test(word)) return word.length >= 6 ? word.slice(2) : undefined;
  return undefined;
}

/** A name in any script, taken apart. */
export function readName(name: string): Name {
  const text = name.slice(0, maxLetters).normalize('NFKC').toLowerCase();
  // NFC first, so that marks that make another letter («č», «й») are not dropped with the others.
  const parts = text
    .normalize('NFC')
    .replace(marks, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const words = cutParticles(parts)
    .slice(0, maxWords)
    .map(({ prefix, rest }) => wordOf(prefix ? `${rest} ${prefix}` : rest));
  return { words, text: text.trim() };
}
