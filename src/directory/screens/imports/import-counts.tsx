import { Card } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { ImportReport } from './answers.ts';

const counted = ['newRows', 'changedRows', 'unchangedRows', 'vanishedRows'] as const;
type Counts = Record<(typeof counted)[number], number>;
const labels = {
  newRows: 'imports.count.new',
  changedRows: 'imports.count.changed',
  unchangedRows: 'imports.count.unchanged',
  vanishedRows: 'imports.count.vanished',
} as const;
/** What people know by name; all else are details of these. */
const named = ['organization', 'service', 'location'] as const;

const add = (a: Counts, b: Counts): Counts => ({
  newRows: a.newRows + b.newRows,
  changedRows: a.changedRows + b.changedRows,
  unchangedRows: a.unchangedRows + b.unchangedRows,
  vanishedRows: a.vanishedRows + b.vanishedRows,
});

/** What came in, by what it is about. On a telephone each part is a list of its own. */
export function ImportCounts({ report, title }: { report: ImportReport; title: string }) {
  const t = useT();
  const dates = useDates();
  const isNamed = (table: string): boolean => named.some((known) => known === table);
  const others = report.tables.filter(({ table }) => !isNamed(table));
  const parts: { key: string; label: string; counts: Counts }[] = [
    ...named.flatMap((table) => {
      const counts = report.tables.find((each) => each.table === table);
      return counts ? [{ key: table, label: t(`imports.table.${table}`), counts }] : [];
    }),
    ...(others.length > 0
      ? [
          {
            key: 'other',
            label: t('imports.table.other'),
            counts: others.reduce<Counts>(add, { newRows: 0, changedRows: 0, unchangedRows: 0, vanishedRows: 0 }),
          },
        ]
      : []),
  ];
  return (
    <section className="flex flex-col gap-3">
      <h2>{title}</h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {parts.map(({ key, label, counts }) => (
          <li key={key}>
            <Card className="h-full gap-2!">
              <h3>{label}</h3>
              <dl className="grid grid-cols-2 gap-x-4 gap-y-2">
                {counted.map((count) => (
                  <div key={count} className="flex flex-col">
                    <dt className="text-sm text-quiet">{t(labels[count])}</dt>
                    <dd className="text-lg font-semibold tabular-nums">{dates.number(counts[count])}</dd>
                  </div>
                ))}
              </dl>
            </Card>
          </li>
        ))}
      </ul>
      {(report.keptEdits > 0 || report.skippedRows > 0) && (
        <dl className="flex flex-wrap gap-x-8 gap-y-2">
          {(
            [
              ['imports.count.kept', report.keptEdits],
              ['imports.count.skipped', report.skippedRows],
            ] as const
          ).map(([label, count]) => (
            <div key={label} className="flex flex-col">
              <dt className="text-sm text-quiet">{t(label)}</dt>
              <dd className="text-lg font-semibold tabular-nums">{dates.number(count)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
