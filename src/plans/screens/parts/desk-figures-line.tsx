import { useDates, useT } from '../../../workspace/language.tsx';
import type { DeskFigures } from '../../contract.ts';

/** What the desks counted, as it was shown when the sheet was written. */
export function DeskFiguresLine({ figures }: { figures: DeskFigures }) {
  const t = useT();
  const dates = useDates();
  const shown = (count: number | null) => (count === null ? t('plans.too_few') : dates.number(count));
  const { year, count, women, men } = figures;
  return (
    <p className="rounded-xl bg-paper px-3 py-2 text-sm">
      {t('plans.desk_figures', { year: String(year), count: shown(count), women: shown(women), men: shown(men) })}
    </p>
  );
}
