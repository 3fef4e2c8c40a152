/**
 * The one alphabet all scripts are read into. A sign is a letter or a group of letters as one script writes a sound
 * (Latin «ch», Arabic «ش»); what the signs of two scripts have in common is learned (weights/costs.json).
 * Letters that behave differently at the edge of a word are signs of their own there: `^` at its start, `$` at its end.
 */
export interface Sign {
  name: string;
  /** The broad class that keys are made of: one letter, '' for vowels and what is often left unwritten. */
  sound: string;
  vowel: boolean;
  arabic: boolean;
}

const arabicLetter = /[ء-ی]/;
const consonants: Record<string, string> = {
  // Latin
  b: 'b',
  p: 'b',
  f: 'f',
  v: 'f',
  t: 't',
  d: 't',
  th: 't',
  dh: 't',
  k: 'k',
  c: 'k',
  q: 'k',
  qu: 'k',
  g: 'k',
  gu: 'k',
  'g’': 'k',
  kh: 'k',
  gh: 'k',
  ck: 'k',
  j: 'k',
  dj: 'k',
  zh: 'k',
  ch: 's',
  sh: 's',
  sch: 's',
  tch: 's',
  'c’': 's',
  ç: 's',
  sz: 's',
  cz: 's',
  ts: 's',
  dz: 's',
  s: 's',
  z: 's',
  l: 'l',
  m: 'm',
  n: 'n',
  gn: 'n',
  r: 'r',
  h: '',
  w: '',
  'h^': '',
  h$: '',
  s$: 's',
  t$: 't',
  d$: 't',
  'w^': '',
  // Arabic
  ب: 'b',
  پ: 'b',
  ت: 't',
  ث: 't',
  ج: 'k',
  چ: 's',
  ح: '',
  خ: 'k',
  د: 't',
  ذ: 't',
  ر: 'r',
  ز: 's',
  ژ: 'k',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 't',
  ط: 't',
  ظ: 't',
  ع: '',
  'ع^': '',
  ع$: '',
  ح$: '',
  غ: 'k',
  ف: 'f',
  ڤ: 'f',
  ق: 'k',
  ك: 'k',
  گ: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: '',
  'ه^': '',
  ه$: '',
  تش: 's',
  تس: 's',
  'و^': '',
  ء: '',
};
const vowels = [
  ...['a', 'e', 'i', 'o', 'u', 'y', 'ou', 'oo', 'ee', 'ai', 'au', 'ö', 'ie', 'a^', 'e^', 'i^', 'o^', 'u^', 'y^', 'ou^', 'ai^', 'au^'],
  ...['a$', 'e$', 'i$', 'y$', 'o$'],
  ...['ا', 'ا^', 'ا$', 'إ^', 'آ', 'أ', 'و', 'و$', 'ي', 'ي^', 'ي$', 'ة', 'ى', 'ئ', 'ؤ'],
];

export const signs: readonly Sign[] = [
  ...Object.entries(consonants).map(([name, sound]) => ({ name, sound, vowel: false, arabic: arabicLetter.test(name) })),
  ...vowels.map((name) => ({ name, sound: '', vowel: true, arabic: arabicLetter.test(name) })),
];
export const signCount = signs.length;
const codes = new Map(signs.map(({ name }, code) => [name, code]));
export const codeOf = (name: string): number | undefined => codes.get(name);
