import { wordsFor } from '../../coordination/index.ts';
import { cellText, csvLine } from '../../directory/index.ts';
import type { Plan, Told } from '../contract.ts';
import type { PublicSummary } from '../public.ts';
import { type Column, columns } from './columns.ts';

type Line = Partial<Record<Column, unknown>> & { kind: string; id: string };

const told = (words: Told): Partial<Record<Column, string | undefined>> => ({
  title_fr: words.fr,
  title_ar: words.ar,
  title_en: words.en,
  title_es: words.es,
});
const one = (words: Told | null | undefined, language: string): string => (words ? wordsFor(words, language).text : '');
// The mark by which Excel knows UTF-8 stands first.
const mark = '\ufeff';

function linesOf(plan: Plan, language: string): Line[] {
  return plan.projects.flatMap((p): Line[] => [
    {
      kind: 'project',
      id: p.id,
      part_of: plan.id,
      ...told(p.title),
      status: p.status,
      holder: one(p.holderOrganization?.name ?? p.holder, language),
      progress: p.progress.share,
      gender_marker: p.genderMarker,
      migration_marker: p.migrationMarker,
    },
    ...p.costs.map((c) => ({
      kind: 'cost',
      id: `${p.id}/${c.year}/${c.source}`,
      part_of: p.id,
      year: c.year,
      source: c.source,
      value: c.amount,
    })),
    ...p.indicators.flatMap((i): Line[] => [
      {
        kind: 'indicator',
        id: i.id,
        part_of: p.id,
        ...told(i.name),
        year: i.targetYear,
        source: one(i.source, language),
        baseline: i.baseline,
        target: i.target,
        progress: i.progress,
      },
      ...i.values.map((v) => ({
        kind: 'value',
        id: `${i.id}/${v.year}/${v.part}`,
        part_of: i.id,
        year: v.year,
        part: v.part,
        value: v.value,
      })),
    ]),
  ]);
}

/** A published plan, one line for each project, cost, indicator and value. */
export const planCsv = (plan: Plan, language: string): string =>
  `${mark}${csvLine([...columns])}${linesOf(plan, language)
    .map((line) => csvLine(columns.map((column) => cellText(line[column]))))
    .join('')}`;

const listed = [
  'id',
  'commune_code',
  'commune',
  'title',
  'first_year',
  'stage',
  'projects',
  'done',
  'for_migration',
  'cost',
  'version',
  'published_at',
  'data',
];
/** The published plans, one line each; `data` is where each says the rest. */
export const plansCsv = (plans: readonly PublicSummary[], language: string, origin: string): string =>
  `${mark}${csvLine(listed)}${plans
    .map((p) =>
      csvLine(
        [
          p.id,
          p.communeCode,
          one(p.commune, language),
          one(p.title, language),
          p.firstYear,
          p.stage,
          p.projects,
          p.done,
          p.forMigration,
          p.cost,
          p.number,
          p.publishedAt,
          `${origin}/${language}/plans/${p.id}/data.csv`,
        ].map(cellText),
      ),
    )
    .join('')}`;
