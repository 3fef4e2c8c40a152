import { useT } from '../../../workspace/language.tsx';
import type { CalendarAnswer } from '../answers.ts';
import { useCalendarDays } from './calendar-days.ts';
import { useNameOf } from './name-of.ts';

/** The holidays that nobody has to enter: the same date each year. */
export function FixedHolidays({ holidays }: { holidays: CalendarAnswer['fixed'] }) {
  const t = useT();
  const days = useCalendarDays();
  const nameOf = useNameOf();
  if (holidays.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('care.calendar.fixed')}</h2>
      <p className="max-w-prose text-quiet">{t('care.calendar.fixed.text')}</p>
      <ul className="flex flex-col rounded-card border border-line bg-card px-4 sm:px-6">
        {holidays.map(({ key, day, names }) => (
          <li key={key} className="flex flex-col gap-x-6 border-t border-line py-3 first:border-0 sm:flex-row sm:justify-between">
            <span className="font-semibold">{nameOf(names)}</span>
            <span className="flex flex-col sm:items-end">
              <span>{days.day(day)}</span>
              <span className="text-sm text-quiet">{t('care.calendar.hijri_about', { date: days.hijri(day) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
