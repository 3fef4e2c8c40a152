import { isSamePlace } from './compare-records.ts';
import { compareDates } from './dates.ts';
import { inOrder, nameOdds, type NameModel } from './names.ts';
import { pairWords } from './pair-words.ts';
import type { Read } from './record.ts';
import { jaroWinkler } from './text-distance.ts';

/** Why two records are, or are not, taken for one person; each is a key of a text on the screens. */
export const reasons = [
  'same_name',
  'name_other_script',
  'name_spelled_differently',
  'name_order_swapped',
  'part_of_name_missing',
  'initial_only',
  'different_name',
  'same_birth_date',
  'birth_year_only',
  'day_month_swapped',
  'birth_date_one_digit',
  'same_birth_year',
  'different_birth_date',
  'same_place',
  'different_place',
  'same_address',
  'same_document',
  'different_document',
  'different_sex',
] as const;
export type Reason = (typeof reasons)[number];

function ofNames(a: Read, b: Read, model: NameModel): Reason[] {
  if (a.name.words.length === 0 || b.name.words.length === 0) return [];
  if (!inOrder(a.name, b.name)) return ofNames(b, a, model);
  if (a.name.text === b.name.text) return ['same_name'];
  if (nameOdds(a.name, b.name, model) < 0) return ['different_name'];
  const said: Reason[] = [];
  const pairs = pairWords(a.name, b.name, model).filter(({ odds }) => odds > 0);
  const wordsOf = (x: Read, at: number) => x.name.words[at];
  if (pairs.some(({ i, j }) => wordsOf(a, i)?.script !== wordsOf(b, j)?.script)) said.push('name_other_script');
  else if (pairs.some(({ i, j, initial }) => !initial && wordsOf(a, i)?.plain !== wordsOf(b, j)?.plain))
    said.push('name_spelled_differently');
  if (pairs.some((p) => pairs.some((q) => p.i < q.i && p.j > q.j))) said.push('name_order_swapped');
  if (pairs.some(({ initial }) => initial)) said.push('initial_only');
  if (pairs.length < Math.max(a.name.words.length, b.name.words.length)) said.push('part_of_name_missing');
  return said.length > 0 ? said : ['same_name'];
}

const ofDates: Record<ReturnType<typeof compareDates>, Reason[]> = {
  same: ['same_birth_date'],
  swapped: ['day_month_swapped'],
  one_digit: ['birth_date_one_digit'],
  same_year_and_month: ['same_birth_year'],
  same_year: ['same_birth_year'],
  year_only: ['birth_year_only'],
  year_near: ['different_birth_date'],
  different: ['different_birth_date'],
  unknown: [],
};

/** The reasons for the screens, name first. */
export function reasonsFor(a: Read, b: Read, model: NameModel): Reason[] {
  const said = [...ofNames(a, b, model), ...ofDates[compareDates(a.born, b.born)]];
  const samePlace = isSamePlace(a.place, b.place);
  if (samePlace !== undefined) said.push(samePlace ? 'same_place' : 'different_place');
  if (a.address && b.address && jaroWinkler(a.address, b.address) > 0.93) said.push('same_address');
  if (a.docId && b.docId) said.push(a.docId === b.docId ? 'same_document' : 'different_document');
  if (a.sex && b.sex && a.sex !== b.sex) said.push('different_sex');
  return said;
}
