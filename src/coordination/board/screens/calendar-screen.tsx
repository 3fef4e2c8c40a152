import { buttonClass } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useLanguage, useT } from '../../../workspace/language.tsx';
import { Reading } from '../../../workspace/reading.tsx';
import { Link } from 'react-router';
import { localeOf } from '../../../platform/i18n/index.ts';
import type { Calendar } from '../contract.ts';
import { BoardPage } from './board-page.tsx';
import { Gantt } from './gantt.tsx';
import { MorePages } from './more-pages.tsx';
import { NarrowRow } from './narrow-row.tsx';
import { addressOf, useNarrowed } from './use-narrowed.ts';
import { usePages } from './use-pages.ts';

/** A month moved on by so many. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, of - 1 + by, 1)).toISOString().slice(0, 7);
}

/** What runs when, over twelve months. */
export function CalendarScreen() {
  const t = useT();
  const { narrowed, search } = useNarrowed();
  const from = /^20\d{2}-(0[1-9]|1[0-2])$/.exec(search.get('from') ?? '')?.[0];
  const query = usePages<Calendar>(addressOf('/api/coordination/board/calendar', narrowed, { from }));
  return (
    <BoardPage title={t('board.calendar.title')} intro={t('board.calendar.intro')}>
      <NarrowRow by={['theme', 'signal', 'commune', 'owner']} />
      <Reading query={query}>
        {({ pages }) => {
          const [first] = pages;
          if (!first) return null;
          const actions = pages.flatMap((page) => page.actions);
          return (
            <>
              <Period calendar={first} />
              {actions.length === 0 ? (
                <Empty title={t('board.calendar.none')}>{t('board.calendar.none.text')}</Empty>
              ) : (
                <>
                  <Gantt calendar={first} actions={actions} />
                  <Legend />
                </>
              )}
              <MorePages query={query} label={t('board.list.more')} />
            </>
          );
        }}
      </Reading>
    </BoardPage>
  );
}

function Period({ calendar }: { calendar: Calendar }) {
  const { t, language } = useLanguage();
  const { narrowed } = useNarrowed();
  const month = new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const named = (day: string) => month.format(new Date(`${day}T00:00:00Z`));
  const to = (by: number) => addressOf('/thread/board/calendar', narrowed, { from: monthAfter(calendar.from.slice(0, 7), by) });
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <h2>{t('board.calendar.period', { from: named(calendar.from), until: named(calendar.to) })}</h2>
      <p className="no-print flex flex-wrap gap-2">
        <Link to={to(-6)} replace className={buttonClass('second')}>
          {t('board.calendar.before')}
        </Link>
        <Link to={to(6)} replace className={buttonClass('second')}>
          {t('board.calendar.after')}
        </Link>
      </p>
    </div>
  );
}

function Legend() {
  const t = useT();
  const mark = 'inline-block size-3.5 shrink-0 border-2 border-ink rotate-45';
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm text-quiet">
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className={`${mark} rounded-full bg-card`} /> {t('board.calendar.step')}
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className={`${mark} bg-card`} /> {t('board.calendar.milestone')}
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className={`${mark} bg-ink`} /> {t('board.calendar.ended')}
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className="inline-block h-4 border-s-2 border-dashed border-warn" /> {t('board.calendar.today')}
      </li>
    </ul>
  );
}
