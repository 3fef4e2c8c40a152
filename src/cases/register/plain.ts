import { westernDigits } from '../../platform/western-digits.ts';

/** A header or a word as it is compared: small letters, no marks, one spelling of each Arabic letter. */
export const plain = (text: string): string =>
  westernDigits(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}|ـ/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);
