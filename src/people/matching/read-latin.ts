import { codeOf } from './signs.ts';

/** Marked letters that stand for another sound than the bare letter; all other marks are dropped. */
const marked: Record<string, string> = {
  š: 'sh',
  ş: 'sh',
  ș: 'sh',
  ś: 'sh',
  č: 'tch',
  ć: 'tch',
  ž: 'zh',
  ż: 'zh',
  ź: 'z',
  đ: 'dj',
  ð: 'dh',
  þ: 'th',
  ñ: 'gn',
  ń: 'n',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'oe',
  ö: 'oe',
  å: 'o',
  ł: 'l',
  ı: 'i',
  ğ: 'gh',
  ə: 'e',
  ģ: 'g',
  ħ: 'h',
  ŋ: 'n',
};
/** Digits that stand for Arabic letters where people chat («7assan», «3li»). */
const digits: Record<string, string> = { '2': '', '3': 'a', '5': 'kh', '7': 'h', '9': 'q' };
/** Groups of letters that are one sign, by what they are read as; the longest is tried first. */
const groups: Record<string, string> = {
  tsch: 'tch',
  tch: 'tch',
  sch: 'sch',
  dzh: 'dj',
  eau: 'o',
  oeu: 'ö',
  ch: 'ch',
  sh: 'sh',
  kh: 'kh',
  gh: 'gh',
  th: 'th',
  dh: 'dh',
  ph: 'f',
  dj: 'dj',
  dz: 'dz',
  ts: 'ts',
  tz: 'ts',
  zh: 'zh',
  ck: 'ck',
  qu: 'qu',
  ou: 'ou',
  oo: 'oo',
  ee: 'ee',
  eu: 'ö',
  oe: 'ö',
  ae: 'e',
  cz: 'cz',
  sz: 'sz',
  gn: 'gn',
  wh: 'w',
  rh: 'r',
  ç: 'ç',
};
const beginGroups = new Set(Object.keys(groups).map((group) => group[0]));
const soft = (letter: string | undefined): boolean => letter !== undefined && 'eiy'.includes(letter);

const bareLetter = (letter: string): string =>
  marked[letter] ?? digits[letter] ?? (letter === 'ç' ? letter : letter.normalize('NFD').replace(/[^a-z]/g, ''));

/** Small Latin letters of a word, a–z and ç only, each doubled letter once but in «oo» and «ee». */
export function plainLatin(word: string): string {
  const bare = /^[a-z]*$/.test(word) ? word : Array.from(word.toLowerCase().normalize('NFC'), bareLetter).join('');
  return bare.replace(/([^eo])\1+/g, '$1');
}

/** Groups that may also be two letters: «Fathi» is written with ت and ح. */
export const maySplit = (plain: string): boolean => /[tksgd]h/.test(plain);

function signAt(word: string, at: number, split: boolean): [sign: string, length: number] {
  const longest = beginGroups.has(word[at] ?? '') ? Math.min(4, word.length - at) : 1;
  for (let length = longest; length >= 2; length--) {
    const sign = groups[word.slice(at, at + length)];
    if (sign && !(split && length === 2 && sign.endsWith('h'))) return [sign, length];
  }
  const letter = word[at] ?? '';
  const next = word[at + 1];
  if (letter === 'c' && soft(next)) return ['c’', 1];
  if (letter === 'g' && next === 'u' && soft(word[at + 2])) return ['gu', 2];
  if (letter === 'g' && soft(next)) return ['g’', 1];
  if (letter === 'ç') return ['ç', 1];
  return [letter, 1];
}

/** The signs of a word that `plainLatin` made plain. */
export function readLatin(plain: string, split = false): number[] {
  const read: number[] = [];
  for (let at = 0; at < plain.length; ) {
    const [sign, length] = signAt(plain, at, split);
    const edge = at === 0 ? '^' : at + length === plain.length ? '$' : '';
    at += length;
    if (sign === 'x') {
      for (const half of ['k', 's']) push(read, half, edge);
    } else push(read, sign, edge);
  }
  return read;
}

function push(read: number[], sign: string, edge: string): void {
  const code = codeOf(sign + edge) ?? codeOf(sign);
  if (code !== undefined && read.at(-1) !== code) read.push(code);
}
