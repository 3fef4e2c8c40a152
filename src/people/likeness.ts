import type { PersonRecord } from './contract.ts';
import { explain, type NameRecord, recordKeys, recordThreshold, scoreRecords, score, threshold } from './matching/index.ts';
import { matchingRecords } from './record.ts';

export type Compared = Pick<PersonRecord, 'name' | 'otherNames' | 'birthDate' | 'sex' | 'communeCode' | 'phone'>;
/** Who may be the same person shares one of these. */
export const keysOf = (person: Compared): string[] => [...new Set(matchingRecords(person).flatMap(recordKeys))];

/** Under this a likeness is not worth an agent's look. */
export const worthALook = recordThreshold * 0.6;

export interface Likely {
  /** 0…1; from `recordThreshold` on the two are taken for one person. */
  score: number;
  sure: boolean;
  samePhone: boolean;
  /** Why, in codes; worked out when asked, since most who are compared are never shown. */
  reasons(): string[];
}
/** How alike two records are, by the pair of their names that fits best. */
export function compare(a: Compared, b: Compared): Likely {
  let best: { score: number; left?: NameRecord; right?: NameRecord } = { score: 0 };
  for (const left of matchingRecords(a)) {
    for (const right of matchingRecords(b)) {
      const found = scoreRecords(left, right);
      if (!best.left || found > best.score) best = { score: found, left, right };
    }
  }
  const samePhone = a.phone !== null && a.phone === b.phone;
  return {
    score: best.score,
    get sure() {
      return best.score >= recordThreshold && isOneName(best.left, best.right);
    },
    samePhone,
    reasons: () => [...(best.left && best.right ? explain(best.left, best.right) : []), ...(samePhone ? ['same_phone'] : [])],
  };
}

/** Two people born on one day in one village are still two: without a name in common nothing is sure. */
const isOneName = (a: NameRecord | undefined, b: NameRecord | undefined): boolean =>
  a !== undefined && b !== undefined && score(a.full ?? '', b.full ?? '') >= threshold;

/** What both records say, in one text: while it stays the same, "not the same person" holds. */
export function saidBy(a: Compared, b: Compared): string {
  return [a, b]
    .map((p) => JSON.stringify([p.name, p.otherNames.map((o) => o.name).sort(), p.birthDate, p.sex, p.communeCode, p.phone]))
    .sort()
    .join('\n');
}
