import fc from 'fast-check';
import { expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';
import { rhythms, updateStates } from './lists.ts';
import { updateState } from './rhythm.ts';

const db = useDatabase();
const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const rhythm = fc.constantFrom(...rhythms);
const severity = (state: string): number => ['up_to_date', 'update_advised', 'update_mandatory'].indexOf(state);

it('the database and the rule say the same of any day and rhythm', async () => {
  const cases = fc.sample(fc.tuple(fc.option(day), fc.option(rhythm), day), 3000);
  const { rows } = await db().app.query<{ state: string }>(
    `select directory.update_state(x.assured, x.rhythm, x.today) as state
     from unnest($1::date[], $2::smallint[], $3::date[]) with ordinality x(assured, rhythm, today, n) order by n`,
    [cases.map(([assured]) => assured), cases.map(([, months]) => months), cases.map(([, , today]) => today)],
  );
  expect(rows.map((row) => row.state)).toEqual(cases.map((c) => updateState(...c)));
});

it('as time passes the state only gets worse, and a shorter rhythm is never milder', () => {
  fc.assert(
    fc.property(day, rhythm, rhythm, day, day, (assured, one, other, a, b) => {
      const [sooner, later] = [a, b].sort() as [string, string];
      const [short, long] = [Math.min(one, other), Math.max(one, other)];
      expect(severity(updateState(assured, one, later))).toBeGreaterThanOrEqual(severity(updateState(assured, one, sooner)));
      expect(severity(updateState(assured, short, later))).toBeGreaterThanOrEqual(severity(updateState(assured, long, later)));
      expect(updateStates).toContain(updateState(assured, one, later));
    }),
  );
});

it.each([
  ['2026-01-31', 1, '2026-02-28', 'up_to_date'],
  ['2026-01-31', 1, '2026-03-01', 'update_advised'],
  ['2026-01-31', 1, '2026-04-01', 'update_mandatory'],
  ['2025-01-15', 12, '2026-01-15', 'up_to_date'],
  ['2025-01-15', 12, '2026-01-16', 'update_advised'],
  ['2025-01-15', 12, '2026-05-16', 'update_mandatory'],
  ['2025-01-15', 16, '2026-05-16', 'update_mandatory'],
  [null, 6, '2026-05-16', 'never_confirmed'],
  [null, null, '2026-05-16', 'not_asked'],
] as const)('facts confirmed on %s with a rhythm of %s months are on %s: %s', (assured, months, today, state) => {
  expect(updateState(assured, months, today)).toBe(state);
});
