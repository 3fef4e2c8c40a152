import { isCommon } from './common-names.ts';
import { isFirstOfJanuary, isFull } from './dates.ts';
import { nameKeys, startOf } from './keys.ts';
import type { Read } from './record.ts';
import { wordSkeletons } from './skeleton.ts';

/** Letters and digits, as in Britain, Canada or the Netherlands: such a code tells a street, one of digits alone a town. */
const tellsStreet = (postcode: string): boolean => /\d/.test(postcode) && /[a-z]/.test(postcode) && postcode.length >= 5;
/** Words that begin half of all addresses. */
const ofStreets = new Set(
  'rue avenue av bd boulevard bld hay quartier lot lotissement residence res imm immeuble n no appt app al el la le les de des du place unit flat شارع زنقة حي رقم'.split(
    ' ',
  ),
);

/** What records of one person have in common though one field or two are wrong, to find candidates by. */
export function keysOfRecord(read: Read): string[] {
  const { name, docId, born } = read;
  const keys = new Set(nameKeys(name, born.year === 0).map((key) => `n${key}`));
  for (const key of [...keysOfBirth(read), ...keysOfPlace(read)]) keys.add(key);
  if (docId.length >= 4) keys.add(`c${docId}`);
  return [...keys];
}

/** A common name needs the month beside the year; the day and the month come in either order. */
function keysOfBirth({ name, born: { year, month, day }, born }: Read): string[] {
  if (!year) return [];
  const keys: string[] = [];
  const known = isFull(born) && !isFirstOfJanuary(born);
  const inYear = known ? [Math.min(day, month), Math.max(day, month)].join('-') : '';
  if (known) keys.push(`d${year}-${inYear}`);
  for (const word of name.words) {
    if (word.initial) continue;
    for (const sound of wordSkeletons(word)) {
      if (!isCommon(word)) keys.push(`y${year}${sound}`);
      if (known) keys.push(isCommon(word) ? `y${year}-${Math.max(day, month)}${sound}` : `m${inYear}${sound}`);
    }
  }
  return keys;
}

function keysOfPlace({ name, place, postcode, address }: Read): string[] {
  const keys: string[] = [];
  const starts = [...new Set(name.words.map(startOf))];
  if (tellsStreet(postcode)) {
    keys.push(...starts.map((start) => `p${postcode}${start}`));
    for (const word of name.words) for (const sound of wordSkeletons(word)) keys.push(`p${postcode.slice(0, -3)}-${sound}`);
  }
  const last = name.words.at(-1);
  if (place && last && !isCommon(last)) {
    const start = startOf(name.words[0]);
    for (const sound of wordSkeletons(last)) keys.push(`l${place.slice(0, 12)}${start}${sound}`);
  }
  return [...keys, ...keysOfAddress(address, place, starts)];
}

/**
 * A number with each word of the street, and the street's beginning and end with the place, each with how a name begins, since every
 * town has an avenue Hassan II: any of them may be wrong.
 */
function keysOfAddress(address: string, place: string, starts: readonly string[]): string[] {
  const words = address.split(' ').filter((word) => !ofStreets.has(word));
  const number = words.find((word) => /^\d+$/.test(word)) ?? '';
  const street = words.filter((word) => !/^\d/.test(word));
  const whole = street.join('');
  if (whole.length < 6) return [];
  const numbered = number
    ? [...street.filter((word) => word.length >= 4), whole].slice(0, 5).map((word) => `a${number} ${word.slice(0, 5)}`)
    : [];
  const placed = place ? [whole.slice(0, 6), whole.slice(-6)].map((end) => `s${place.slice(0, 5)} ${end}`) : [];
  const named = [...numbered, ...placed].flatMap((key) => starts.map((start) => `${key} ${start}`));
  return [...named, ...numbered.map((key) => `${key} ${place.slice(0, 4)}`)];
}
