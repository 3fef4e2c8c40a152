import type { Told } from '../contract.ts';

/** A text as it is compared: without case, accents, Arabic vowels and the forms of one letter, signs and spaces made one. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0640\u200e\u200f]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();

/** Whether these words stand in it, whole and one after the other; both folded. */
export const holds = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `);

const name = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
/** Whether two things are called alike, in whichever languages each is called. */
export const isSame = (a: Told, b: Told): boolean => {
  const names = new Set(Object.values(a).map(name));
  return Object.values(b).some((text) => names.has(name(text)));
};
