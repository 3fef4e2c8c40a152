import type { Words } from '../contract.ts';

/** A text as it is being typed: either language may still be empty. */
export interface TypedWords {
  fr: string;
  ar: string;
}
export const noWords: TypedWords = { fr: '', ar: '' };

export const isEmpty = ({ fr, ar }: TypedWords): boolean => fr.trim() === '' && ar.trim() === '';
/** Begun in one language and not in the other. */
export const isHalf = (typed: TypedWords): boolean => !isEmpty(typed) && (typed.fr.trim() === '' || typed.ar.trim() === '');
export const isWhole = (typed: TypedWords): boolean => !isEmpty(typed) && !isHalf(typed);

export const typedOf = (words: Words | null | undefined): TypedWords => (words ? { fr: words.fr, ar: words.ar } : noWords);
/** The text for the server; nothing when nothing was typed. */
export const wordsOf = (typed: TypedWords): TypedWords | undefined =>
  isEmpty(typed) ? undefined : { fr: typed.fr.trim(), ar: typed.ar.trim() };
