import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGridApart } from '../../directory/index.ts';
import { readGrid } from '../../directory/import/read-grid.ts';
import { inventPlan } from '../../testing/plan.ts';
import { assemble } from '../assemble.ts';
import type { Plan, Told } from '../contract.ts';
import { disaggregations, moneySources, projectStatuses, valueParts } from '../lists.ts';
import type { PaperLanguage } from '../papers/speak.ts';
import type { Rows } from '../rows.ts';
import { writePlan } from '../sheets/plan-xlsx.ts';
import type { Choices, DraftProject, Understood } from './contract-drafts.ts';
import { limits, sheetsOf } from './read-table.ts';
import { readDay, readNumber } from './read-number.ts';
import { understand } from './understand.ts';

const table = (...rows: string[][]): { name: string; rows: { line: number; cells: string[] }[] } => ({
  name: 'Feuille',
  rows: rows.map((cells, i) => ({ line: i + 1, cells })).filter(({ cells }) => cells.some((cell) => cell !== '')),
});
const read = (rows: string[][], choices?: Choices): Understood => understand([table(...rows)], choices);
const problems = ({ unread }: Understood) => unread.map(({ line, problem, text }) => [line, problem, text]);

describe('a number', () => {
  it.each([
    ['1 250 000,00', 1_250_000],
    ['1\u202f250\u00a0000', 1_250_000],
    ['1.250.000', 1_250_000],
    ['1,250,000.50', 1_250_000.5],
    ['1.250', 1250],
    ['12,5', 12.5],
    ['١٢٥٠٫٥', 1250.5],
    ['۱۲۳', 123],
    ['١٬٢٥٠', 1250],
    ['250 000 DH', 250_000],
    ['250.000,00 درهم', 250_000],
    ['1,2 MDH', 1_200_000],
    ['3 مليون درهم', 3_000_000],
    ['33333.333', 33_333.333],
    ['-5', -5],
  ])('of money written %s is %d', (text, value) => expect(readNumber(text, true)).toBe(value));
  it.each(['à définir', '12 à 15', '1.25.0', '', '12/2', 'DH'])('is not read from « %s »', (text) => {
    expect(readNumber(text, true)).toBeUndefined();
  });
  it('of an indicator keeps its thousandths', () => expect(readNumber('0.125')).toBe(0.125));
});
it('a day is read as French and ISO write it, a year as its first or last day, and what no calendar has is not', () => {
  expect([readDay('1/2/2028', 'first'), readDay('٢٠٢٨', 'last'), readDay('2028-02-01T10:00:00.000Z', 'first')]).toEqual([
    '2028-02-01',
    '2028-12-31',
    '2028-02-01',
  ]);
  expect([readDay('31/02/2028', 'first'), readDay('bientôt', 'first')]).toEqual([undefined, undefined]);
});

describe('the table of a commune', () => {
  it('with merged cells, two rows of headings, a section and sums is read, and its sums are compared', () => {
    const found = read([
      ['Plan d’action de la commune', '', '', '', '', ''],
      ['N°', 'Intitulé du projet', 'Porteur', 'Coût (DH)', '', 'Source de financement'],
      ['', '', '', '2028', '2029', ''],
      ['', 'Axe 1 : accueillir', '', '', '', ''],
      ['1', 'Cellule d’accueil', 'Commune', '1 250 000,00', '250.000', 'Conseil régional'],
      ['', '', '', '١٠٠٠', '-', 'Budget communal'],
      ['2', 'Maison des jeunes', '', 'à définir', '500', 'INDH'],
      ['', 'Sous-total', '', '1251000', '250500', ''],
      ['', 'Total général', '', '1 251 000', '999', ''],
    ]);
    expect(found.projects.map(({ title, costs }) => [title, costs])).toEqual([
      [
        { fr: 'Cellule d’accueil' },
        [
          { year: 2028, source: 'region', amount: 1_250_000 },
          { year: 2029, source: 'region', amount: 250_000 },
          { year: 2028, source: 'commune', amount: 1000 },
        ],
      ],
      [{ fr: 'Maison des jeunes' }, [{ year: 2029, source: 'state', amount: 500 }]],
    ]);
    expect(problems(found)).toEqual([
      [4, 'section', 'Axe 1 : accueillir'],
      [7, 'amount_unread', 'à définir'],
    ]);
    expect(found.totals.map(({ line, said, summed, agrees }) => [line, said, summed, agrees])).toEqual([
      [8, 1_251_000, 1_251_000, true],
      [8, 250_500, 250_500, true],
      [9, 1_251_000, 1_251_000, true],
      [9, 999, 250_500, false],
    ]);
  });
  it('in Arabic is read by its headings, its words kept in Arabic', () => {
    const found = read([
      ['المشروع', 'الهدف', 'حامل المشروع', 'الكلفة الإجمالية', 'مصدر التمويل', 'السنة', 'الوضعية'],
      ['خلية الاستقبال', 'استقبال العائدين', 'الجماعة', '١٬٢٥٠٬٠٠٠ درهم', 'مجلس الجهة', '٢٠٢٨', 'قيد الإنجاز'],
    ]);
    expect(found.projects).toMatchObject([
      {
        title: { ar: 'خلية الاستقبال' },
        objective: { ar: 'استقبال العائدين' },
        status: 'under_way',
        costs: [{ year: 2028, source: 'region', amount: 1_250_000 }],
      },
    ]);
  });
  it('whose columns are the sources, in millions, is read', () => {
    const { projects } = read([
      ['Projet', 'Année', 'Part de la commune (MDH)', 'Région (MDH)', 'Partenaires'],
      ['Route', '2028', '1,5', '0,25', 'AFD'],
    ]);
    expect(projects).toMatchObject([
      {
        partners: { fr: 'AFD' },
        costs: [
          { source: 'commune', amount: 1_500_000 },
          { source: 'region', amount: 250_000 },
        ],
      },
    ]);
  });
  it('says what nothing says, and takes it from whoever corrects it', () => {
    const rows = [
      ['Projet', 'Budget', 'Source'],
      ['Route', '100', 'Fondation du Soleil'],
      ['Pont', '200', ''],
    ];
    const found = read(rows);
    expect(problems(found)).toEqual([
      [2, 'source_unknown', 'Fondation du Soleil'],
      [3, 'source_missing', '200'],
    ]);
    expect(found.unknownSources).toEqual(['Fondation du Soleil']);
    const corrected = read(rows, { sources: { 'fondation du soleil': 'partner' }, source: 'commune', year: 2029 });
    expect(corrected.unread).toEqual([]);
    expect(corrected.projects.map(({ costs }) => costs)).toEqual([
      [{ year: 2029, source: 'partner', amount: 100 }],
      [{ year: 2029, source: 'commune', amount: 200 }],
    ]);
  });
  it('is read by the columns people chose', () => {
    const rows = [
      ['Titre', 'Lieu', 'A', 'B'],
      ['Route', 'Nord', '10', 'x'],
    ];
    expect(read(rows).projects[0]).toMatchObject({ title: { fr: 'Route' }, place: 'Nord', costs: [] });
    const columns = { 1: { field: 'holder' as const }, 2: { field: 'money' as const, year: 2030, source: 'state' as const } };
    expect(read(rows, { columns: { 0: columns } }).projects[0]).toMatchObject({
      holder: { fr: 'Nord' },
      place: null,
      costs: [{ year: 2030, source: 'state', amount: 10 }],
    });
  });
  it('says of a column of money that nothing in it is an amount', () => {
    const found = read([
      ['Projet', 'Source', '2028'],
      ['Route', 'Commune', 'à définir'],
    ]);
    expect(problems(found)).toEqual([[2, 'amount_unread', 'à définir']]);
  });
  it('without headings we know is said to have none', () => {
    expect(
      read([
        ['a', 'b'],
        ['c', 'd'],
      ]).sheets,
    ).toMatchObject([{ headLine: null }]);
  });
});

async function again(plan: Plan, language: PaperLanguage): Promise<Understood> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writePlan(plan, language)) pieces.push(piece);
  const grid = await readGrid(Buffer.concat(pieces), 'xlsx', limits);
  if (typeof grid === 'string') throw new Error(grid);
  return understand(sheetsOf(grid));
}
/** A plan's projects as a workbook says them. */
const said = (plan: Plan): Omit<DraftProject, 'sheet' | 'line'>[] =>
  plan.projects.map((p) => ({
    title: p.title,
    objective: p.objective,
    holder: p.holder,
    partners: p.partners,
    place: p.place,
    startsOn: p.startsOn,
    endsOn: p.endsOn,
    status: p.status,
    costs: p.costs,
    indicators: p.indicators.map(({ id: _, projectId: __, progress: ___, ...rest }) => rest),
  }));
const byKey = (a: { year: number; source: string }, b: { year: number; source: string }): number =>
  a.year - b.year || a.source.localeCompare(b.source);
const came = ({ projects }: Understood) =>
  projects.map(({ sheet: _, line: __, ...project }) => ({
    ...project,
    costs: project.costs.toSorted(byKey),
    indicators: project.indicators.map((i) => ({
      ...i,
      values: i.values.toSorted((a, b) => a.year - b.year || valueParts.indexOf(a.part) - valueParts.indexOf(b.part)),
    })),
  }));

const word = fc.stringMatching(/^[A-Za-zÀ-ÿء-ي0-9][A-Za-zÀ-ÿء-ي0-9 ,;:=+'"«»&<>.\-()\n]{0,30}[A-Za-zÀ-ÿء-ي0-9]$/u);
const told: fc.Arbitrary<Told> = fc.oneof(fc.record({ fr: word }), fc.record({ ar: word }), fc.record({ fr: word, ar: word, en: word }));
const nullable = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
const amount = fc.integer({ min: 1, max: 1e10 }).map((cents) => cents / 100);
const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((n) => Math.round(n * 1e4) / 1e4 + 0);
const year = fc.integer({ min: 2028, max: 2033 });
const indicator = fc.record({
  name: told,
  unit: nullable(told),
  baseline: nullable(number),
  baseline_year: nullable(year),
  target: nullable(number),
  target_year: nullable(year),
  source: nullable(told),
  formula: nullable(told),
  disaggregation: fc.subarray([...disaggregations]),
  values: fc.uniqueArray(fc.record({ year, part: fc.constantFrom(...valueParts), value: number }), {
    selector: (v) => `${v.year}${v.part}`,
  }),
});
const project = fc.record({
  title: told,
  objective: nullable(told),
  holder: nullable(told),
  partners: nullable(told),
  place: nullable(word),
  starts_on: nullable(fc.constantFrom('2028-01-01', '2029-06-30')),
  ends_on: nullable(fc.constantFrom('2030-12-31')),
  status: fc.constantFrom(...projectStatuses),
  costs: fc.uniqueArray(fc.record({ year, source: fc.constantFrom(...moneySources), amount }), { selector: (c) => `${c.year}${c.source}` }),
  indicators: fc.uniqueArray(indicator, { maxLength: 3, selector: (i) => Object.values(i.name).join('|') }),
});
/** Alike in one language is one thing to a spreadsheet. */
const apart = (names: Told[]): boolean => {
  const all = names.flatMap((name) => [...new Set(Object.values(name).map((text) => text.replace(/\s+/gu, ' ').toLowerCase()))]);
  return new Set(all).size === all.length;
};
const isWhole = (titles: Told[]): boolean => !titles.some((t) => Object.values(t).some((text) => /^(total|مجموع|المجموع)/i.test(text)));

it('what we gave out comes in again as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(project, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('fr' as const, 'ar' as const),
      async (projects, language) => {
        fc.pre(apart(projects.map((p) => p.title)) && isWhole(projects.map((p) => p.title)));
        fc.pre(projects.every((p) => apart(p.indicators.map((i) => i.name))));
        const empty = inventPlan({ projects: 0 });
        const inPlan = { plan_id: empty.plan.id };
        const rows: Rows = {
          ...empty,
          project: projects.map(({ costs: _, indicators: __, ...p }, i) => ({
            ...inPlan,
            id: `project-${i}`,
            position: i,
            ...p,
            themes: [],
            audiences: [],
            need_ids: [],
            holder_id: null,
            partner_ids: [],
            gender_marker: null,
            migration_marker: null,
            action_id: null,
            credit: null,
          })),
          cost: projects.flatMap((p, i) => p.costs.map((c, n) => ({ ...inPlan, id: `${i}-${n}`, project_id: `project-${i}`, ...c }))),
          indicator: projects.flatMap((p, i) =>
            p.indicators.map(({ values: _, ...rest }, n) => ({
              ...inPlan,
              id: `indicator-${i}-${n}`,
              project_id: `project-${i}`,
              position: n,
              ...rest,
            })),
          ),
          indicator_value: projects.flatMap((p, i) =>
            p.indicators.flatMap(({ values }, n) =>
              values.map((v, m) => ({ ...inPlan, id: `${i}-${n}-${m}`, indicator_id: `indicator-${i}-${n}`, ...v })),
            ),
          ),
        };
        const plan = assemble(rows);
        const found = await again(plan, language);
        expect(found.unread).toEqual([]);
        expect(came(found)).toEqual(said(plan));
        expect(found.totals.every((total) => total.agrees)).toBe(true);
      },
    ),
    // What fails is told as small as it became in this time.
    { numRuns: 150, timeout: 10_000, interruptAfterTimeLimit: 100_000 },
  );
}, 120_000);

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'Projet',
    'Total',
    'Source',
    '2028',
    '1 250,00',
    'Indicateur',
    'Coût 2029',
    'المشروع',
    'المجموع',
    '-',
    '٣',
    'Valeur',
    'Pour qui',
    '2028-13-45',
    'Axe 2',
  ),
);
it('no table makes it fail, and what it takes always fits the plan', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
      for (const { costs, title, indicators } of read(rows).projects) {
        expect(Object.values(title).every((text) => text.length > 0 && text.length <= 200)).toBe(true);
        for (const { year, amount } of costs) expect(year >= 2010 && year <= 2110 && amount > 0 && amount <= 1e11).toBe(true);
        for (const { values } of indicators) for (const { value } of values) expect(Number.isFinite(value)).toBe(true);
      }
    }),
    { numRuns: 1500 },
  );
});
it('no file makes it fail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.constantFrom('csv' as const, 'xlsx' as const), async (bytes, format) => {
      const grid = await readGrid(Buffer.from(bytes), format, limits);
      if (typeof grid !== 'string') understand(sheetsOf(grid));
    }),
    { numRuns: 300 },
  );
  expect(await readGridApart(Buffer.from('Projet;Coût 2028\nRoute;5'), 'csv', limits)).toMatchObject({ rows: [{}, {}] });
});
