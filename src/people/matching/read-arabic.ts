import { codeOf } from './signs.ts';

/** Letters of Persian, Urdu, Kurdish and of the Maghreb, and the forms of alef and hamza, by the letter they are read as. */
const letters: Record<string, string> = {
  ک: 'ك',
  ڪ: 'ك',
  ڭ: 'گ',
  ݣ: 'گ',
  ڨ: 'گ',
  ی: 'ي',
  ے: 'ي',
  ې: 'ي',
  ۀ: 'ة',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ة',
  ٱ: 'ا',
  ۆ: 'و',
  ۇ: 'و',
  ڥ: 'ڤ',
  ٹ: 'ت',
  ڈ: 'د',
  ڑ: 'ر',
  ں: 'ن',
};
/** Hebrew writes consonants as Arabic does, so it is read by way of it. */
const hebrew = Object.fromEntries([...'אבגדהוזחטיכךלמםנןסעפףצץקרשת'].map((letter, i) => [letter, 'ابجدهوزحطيككلممننسعففصصقرشت'[i] ?? '']));
const groups: Record<string, string> = { تش: 'تش', تس: 'تس' };
const known = /[ء-ي]|[پچژڤگ]/;

/** The bare Arabic letters of a word: no vowel signs, no tatweel. */
export function plainArabic(word: string): string {
  let plain = '';
  for (const letter of word) {
    const bare = letters[letter] ?? hebrew[letter] ?? (known.test(letter) && letter !== 'ـ' ? letter : '');
    plain += bare;
  }
  return plain;
}

/** The signs of a word that `plainArabic` made plain. */
export function readArabic(plain: string): number[] {
  const read: number[] = [];
  for (let at = 0; at < plain.length; ) {
    const length = groups[plain.slice(at, at + 2)] ? 2 : 1;
    const letter = plain.slice(at, at + length);
    const edge = at === 0 ? '^' : at + length === plain.length ? '$' : '';
    at += length;
    const code =
      codeOf(letter + edge) ??
      (edge === '^' && (letter === 'أ' || letter === 'آ') ? codeOf('ا^') : undefined) ??
      codeOf(letter) ??
      (letter === 'إ' ? codeOf('ا') : undefined);
    if (code !== undefined) read.push(code);
  }
  return read;
}
