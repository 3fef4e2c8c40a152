const arabicVowelsAndTatweel = /[\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED]/g;
const latinMarks = /[\u0300-\u036F]/g;
const notWord = /[^\p{L}\p{N}]+/gu;

const letters: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ء: '',
  گ: 'ك',
  ڭ: 'ك',
  ک: 'ك',
  ی: 'ي',
  پ: 'ب',
  ڤ: 'ف',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ł: 'l',
};
const variants = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

// Longest first; what is left must still be a word.
const arabicArticles = ['وبال', 'وكال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'لل', 'ال'];
const withoutArticle = (word: string): string => {
  const article = arabicArticles.find((a) => word.startsWith(a) && word.length - a.length >= 3);
  return article ? word.slice(article.length) : word;
};

/** Letters as a hurried person types them: no accents, one form of alef, ya and ta marbuta, no vowels, no article; words parted by one space. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(arabicVowelsAndTatweel, '')
    .replace(variants, (letter) => letters[letter] ?? letter)
    .toLowerCase()
    .replace(variants, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(latinMarks, '')
    .normalize('NFC')
    .split(notWord)
    .filter((word) => word !== '')
    .map(withoutArticle)
    .join(' ');
}

/** The consonants of a Latin word as they sound: « passport » and « passeport » share one. Too short a skeleton is shared by too many words. */
export function skeleton(word: string): string | undefined {
  if (!/^[a-z]{5,30}$/.test(word)) return undefined;
  const sounds = word.replace(/ph/g, 'f').replace(/[ckq]/g, 'k').replace(/z/g, 's');
  const bones = (sounds[0] ?? '') + sounds.slice(1).replace(/[aeiouyh]/g, '');
  const single = bones.replace(/(.)\1+/g, '$1');
  return single.length >= 3 ? single : undefined;
}

const arabicInAscii = new Map(
  [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'].map((letter, i) => [letter, [...'abt0j1xd2rzs345678gfqklmnhwy'][i] ?? letter]),
);
/** A folded Arabic word in ASCII, one letter for one letter; any other word as it is. */
export const spelling = (word: string): string => word.replace(/[\u0621-\u064A]/g, (letter) => arabicInAscii.get(letter) ?? letter);
