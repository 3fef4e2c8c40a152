import { type Compared, compare, keysOf, worthALook } from '../../../people/index.ts';
import type { Alike, ReadRow } from '../contract.ts';

/** As among the people of a cell: a key that a crowd shares tells nobody apart, and at most this many are compared. */
const crowd = 200;
const most = 100;

export const comparedOf = ({ name, otherNames, birthDate, sex, phone }: ReadRow): Compared => ({
  name: name ?? '',
  otherNames: otherNames.map((other) => ({ name: other, use: 'other_script' })),
  birthDate,
  sex: sex === 'woman' || sex === 'man' ? sex : null,
  communeCode: null,
  phone,
});

/** The rows that came before, found by what they share with another: the same rules as among the people of a cell. */
export function rowsBefore() {
  const people = new Map<number, Compared>();
  const byKey = new Map<string, number[]>();
  const put = (key: string, n: number): void => {
    const rows = byKey.get(key);
    if (!rows) byKey.set(key, [n]);
    else if (rows.length < crowd) rows.push(n);
  };
  /** Of several rows of one person the first stands for all. */
  const standsFor = new Map<number, number>();
  return {
    /** Rows this one may be the same person as, the likeliest first; from then on it is found itself. */
    find(n: number, person: Compared): Alike[] {
      const keys = [...keysOf(person), ...(person.phone ? [`tel ${person.phone}`] : [])];
      const shared = new Map<number, number>();
      for (const key of keys) for (const row of byKey.get(key) ?? []) shared.set(row, (shared.get(row) ?? 0) + 1);
      const candidates = [...shared].sort((a, b) => b[1] - a[1]).slice(0, most);
      const alike = candidates
        .flatMap(([row]) => {
          const other = people.get(row);
          return other ? [{ row, other, ...compare(person, other) }] : [];
        })
        .filter(({ score, samePhone }) => score >= worthALook || samePhone)
        .sort((a, b) => b.score - a.score);
      const first = alike[0];
      if (first?.sure) standsFor.set(n, standsFor.get(first.row) ?? first.row);
      else {
        people.set(n, person);
        for (const key of keys) put(key, n);
      }
      return alike.slice(0, 3).map(({ row, other, sure, reasons }) => ({
        personId: null,
        row: standsFor.get(row) ?? row,
        name: other.name,
        birthDate: other.birthDate,
        sure,
        reasons: reasons(),
      }));
    },
  };
}
