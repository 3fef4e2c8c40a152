import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { useT } from '../../../workspace/language.tsx';

const arrow = (path: string) => (
  <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 rtl:-scale-x-100">
    <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
);

/** The year one looks at, between the one before and the one after. */
export function YearLinks({ year }: { year: number }) {
  const t = useT();
  return (
    <nav aria-label={t('care.calendar.years')} className="flex flex-wrap items-center gap-3 whitespace-nowrap">
      <Link to={`?year=${year - 1}`} className={buttonClass('second', 'px-3! gap-1!')}>
        {arrow('M10.5 3l-5 5 5 5')}
        {year - 1}
      </Link>
      <span aria-current="page" className="text-xl font-bold tabular-nums">
        {year}
      </span>
      <Link to={`?year=${year + 1}`} className={buttonClass('second', 'px-3! gap-1!')}>
        {year + 1}
        {arrow('M5.5 3l5 5-5 5')}
      </Link>
    </nav>
  );
}
