import type { PersonRecord } from './contract.ts';
import { explain, recordThreshold, scoreRecords } from './matching/index.ts';
import { matchingRecords } from './record.ts';

type Compared = Pick<PersonRecord, 'name' | 'otherNames' | 'birthDate' | 'sex' | 'communeCode' | 'phone'>;
export interface Compare {
  /** 0…1; from `recordThreshold` on the two are taken for one person. */
  score: number;
  sure: boolean;
  reasons: string[];
}
/** Under this a likeness is not worth an agent's look. */
export const worthALook = recordThreshold * 0.6;

/** How alike two records are, by the pair of their names that fits best, and why. */
export function compare(a: Compared, b: Compared): Compare {
  let best = { score: -1, reasons: [] as string[] };
  for (const left of matchingRecords(a)) {
    for (const right of matchingRecords(b)) {
      const score = scoreRecords(left, right);
      if (score > best.score) best = { score, reasons: explain(left, right) };
    }
  }
  const samePhone = a.phone !== null && a.phone === b.phone;
  return {
    score: best.score,
    sure: best.score >= recordThreshold,
    reasons: samePhone ? [...best.reasons, 'same_phone'] : best.reasons,
  };
}

/** What both records say, in one text: while it stays the same, "not the same person" holds. */
export function saidBy(a: Compared, b: Compared): string {
  return [a, b]
    .map((p) => JSON.stringify([p.name, p.otherNames.map((o) => o.name).sort(), p.birthDate, p.sex, p.communeCode, p.phone]))
    .sort()
    .join('\n');
}
