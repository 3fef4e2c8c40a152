import { compareDates, dateLevels, digitsApart, isFull } from './dates.ts';
import { isCommon } from './common-names.ts';
import { inOrder, nameOdds, type NameModel } from './names.ts';
import { wordOdds } from './pair-words.ts';
import type { Read } from './record.ts';
import { jaroWinkler, slips } from './text-distance.ts';
import type { Name } from './words.ts';

/** No evidence: one side does not say. */
const unknown = -1;

const textLikeness = (a: string, b: string): number => (!a || !b ? unknown : jaroWinkler(a, b));
const slipShare = (a: string, b: string): number => (!a || !b ? unknown : slips(a, b) / Math.max(a.length, b.length));

const isCode = (place: string): boolean => /^[\d ]+$/.test(place);
const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);
/** Two codes of places are one place or two, however alike their digits are; names in two scripts tell nothing here. */
function ofPlaces(a: string, b: string): [likeness: number, slips: number] {
  if (!a || !b || isArabic(a) !== isArabic(b)) return [unknown, unknown];
  if (isCode(a) && isCode(b)) return a === b ? [1, 0] : [0, 1];
  return [textLikeness(a, b), slipShare(a, b)];
}

/** Undefined where one side does not say, or not in the other's script. */
export function isSamePlace(a: string, b: string): boolean | undefined {
  const [likeness] = ofPlaces(a, b);
  return likeness === unknown ? undefined : likeness > 0.93;
}

/** Share of the words both have, the number of a house among them. */
function sharedWords(a: string, b: string): number {
  if (!a || !b) return unknown;
  const [x, y] = [new Set(a.split(' ')), new Set(b.split(' '))];
  let shared = 0;
  for (const word of x) if (y.has(word)) shared++;
  return shared / Math.max(x.size, y.size);
}

/** Log-odds that two parts of names are one; 0 where one is empty. */
function partOdds(a: Name, b: Name, model: NameModel): number {
  if (a.words.length === 0 || b.words.length === 0) return 0;
  if (!inOrder(a, b)) return partOdds(b, a, model);
  const [x, y] = [a.words[0], b.words[0]];
  if (a.words.length === 1 && b.words.length === 1 && x && y) return wordOdds(x, y, model);
  return nameOdds(a, b, model);
}
const partText = (a: Name, b: Name): number => textLikeness(a.words.map((w) => w.plain).join(' '), b.words.map((w) => w.plain).join(' '));
const rarity = ({ words }: Name): number => words.reduce((sum, word) => sum + (isCommon(word) ? 1 : word.signs.length), 0);

/** What the trees are asked about two records. */
export function recordFeatures(a: Read, b: Read, model: NameModel): number[] {
  const given = partOdds(a.given, b.given, model);
  const family = partOdds(a.family, b.family, model);
  const cross = [partOdds(a.given, b.family, model), partOdds(a.family, b.given, model)] as const;
  const [givenText, familyText] = [partText(a.given, b.given), partText(a.family, b.family)];
  const crossText = [partText(a.given, b.family), partText(a.family, b.given)] as const;
  const whole = a.name.words.length > 0 && b.name.words.length > 0 ? nameOddsOfAny(a.name, b.name, model) : 0;
  const level = compareDates(a.born, b.born);
  const dated = isFull(a.born) && isFull(b.born);
  const fields = [
    a.born.year && b.born.year,
    a.address && b.address,
    a.place && b.place,
    a.postcode && b.postcode,
    a.region && b.region,
    a.docId && b.docId,
  ];
  const twoParts = a.given.words.length > 0 && a.family.words.length > 0 && b.given.words.length > 0 && b.family.words.length > 0;
  return [
    whole,
    given,
    family,
    Math.min(...cross),
    Math.max(given + family, cross[0] + cross[1]),
    givenText,
    familyText,
    twoParts ? Math.min(...crossText) : unknown,
    twoParts ? Math.max(Math.min(givenText, familyText), Math.min(...crossText)) : unknown,
    twoParts ? Math.max(givenText + familyText, crossText[0] + crossText[1]) : unknown,
    Math.max(givenText, familyText, ...crossText),
    Math.min(rarity(a.name), rarity(b.name)),
    dateLevels.indexOf(level),
    dated ? digitsApart(a.born, b.born) : unknown,
    a.born.year && b.born.year ? Math.min(Math.abs(a.born.year - b.born.year), 100) : unknown,
    sharedWords(a.address, b.address),
    textLikeness(a.address, b.address),
    ...ofPlaces(a.place, b.place),
    slipShare(a.postcode, b.postcode),
    a.postcode && b.postcode ? slips(a.postcode, b.postcode) : unknown,
    slipShare(a.region, b.region),
    slipShare(a.docId, b.docId),
    a.sex && b.sex ? Number(a.sex === b.sex) : unknown,
    textLikeness(a.occupation, b.occupation),
    fields.filter(Boolean).length,
    textLikeness(a.name.text, b.name.text),
    Math.min(a.name.words.length, b.name.words.length),
    Math.abs(a.name.words.length - b.name.words.length),
    a.given.words.length === 0 || b.given.words.length === 0 ? 1 : 0,
    a.family.words.length === 0 || b.family.words.length === 0 ? 1 : 0,
  ];
}

const nameOddsOfAny = (a: Name, b: Name, model: NameModel): number => (a.text === b.text ? 8 : nameOdds(a, b, model));
