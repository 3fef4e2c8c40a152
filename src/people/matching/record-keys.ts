import { isFirstOfJanuary, isFull } from './dates.ts';
import { nameKeys } from './keys.ts';
import type { Read } from './record.ts';
import { wordSkeletons } from './skeleton.ts';

/** Letters and digits, as in Britain, Canada or the Netherlands: such a code tells a street, one of digits alone a town. */
const tellsStreet = (postcode: string): boolean => /\d/.test(postcode) && /[a-z]/.test(postcode) && postcode.length >= 5;
const two = (n: number): string => String(n).padStart(2, '0');

/** What records of one person have in common though one field or two are wrong, to find candidates by. */
export function keysOfRecord(read: Read): string[] {
  const { name, born, postcode, docId, place } = read;
  const keys = new Set(nameKeys(name).map((key) => `n${key}`));
  const sounds = new Set(name.words.flatMap((word) => (word.initial ? [] : wordSkeletons(word))));
  const starts = new Set(name.words.flatMap((word) => (word.signs.length > 0 ? wordSkeletons(word).map((s) => s[0] ?? '') : [])));
  if (born.year) {
    for (const sound of sounds) if (sound.length > 1) keys.add(`y${born.year}${sound}`);
    // «M. Alwardi», 1969.
    for (const sound of sounds)
      for (const start of starts) if (start !== sound[0] && sound.length > 1) keys.add(`i${born.year}${start}${sound}`);
  }
  if (isFull(born)) {
    const [day, month] = [Math.min(born.day, born.month), Math.max(born.day, born.month)];
    if (!isFirstOfJanuary(born)) {
      keys.add(`d${born.year}${two(day)}${two(month)}`);
      for (const sound of sounds) keys.add(`m${two(day)}${two(month)}${sound}`);
    }
  }
  if (docId.length >= 4) keys.add(`c${docId}`);
  if (tellsStreet(postcode)) for (const start of starts) keys.add(`p${postcode}${start}`);
  if (place) for (const sound of sounds) if (sound.length > 1) keys.add(`l${place.slice(0, 12)}${sound}`);
  return [...keys];
}
