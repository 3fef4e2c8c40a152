import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { Done, useActs } from '../../../workspace/acts.tsx';
import type { CalendarAnswer, CalendarDate } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { AddPeriod } from './add-period.tsx';
import { DateCard } from './date-card.tsx';
import { EnterDate } from './enter-date.tsx';
import { FixedHolidays } from './fixed-holidays.tsx';
import { RemoveDate } from './remove-date.tsx';
import { YearLinks } from './year-links.tsx';

type Asked = { what: 'add' } | { what: 'enter' | 'remove'; date: CalendarDate };

/** One year of public holidays and seasons: what decides whether a service is said to be open. */
export function CalendarScreen() {
  const t = useT();
  const acts = useActs();
  const [params] = useSearchParams();
  const [asked, setAsked] = useState<Asked>();
  const year = params.get('year');
  const query = useRead<CalendarAnswer>(`/api/directory/care/calendar${year ? `?year=${encodeURIComponent(year)}` : ''}`);
  const close = (): void => setAsked(undefined);
  return (
    <CarePage
      title={t('care.calendar.title')}
      intro={t('care.calendar.intro')}
      actions={<Button onPress={() => setAsked({ what: 'add' })}>{t('care.calendar.add')}</Button>}
    >
      <Done acts={acts} />
      <Reading query={query}>
        {(calendar) => {
          const waiting = calendar.dates.filter(({ toDo }) => toDo).length;
          const entered = calendar.dates.filter(({ state }) => state !== 'missing');
          return (
            <>
              <YearLinks year={calendar.year} />
              {waiting > 0 && (
                <Notice tone="warn">
                  <p>{t('care.calendar.waiting', { count: waiting })}</p>
                </Notice>
              )}
              <section className="flex flex-col gap-3">
                <h2>{t('care.calendar.moving')}</h2>
                <p className="max-w-prose text-quiet">{t('care.calendar.moving.text')}</p>
                <ul className="flex flex-col gap-3">
                  {calendar.dates.map((date) => (
                    <li key={date.key}>
                      <DateCard
                        date={date}
                        today={calendar.today}
                        acts={acts}
                        onEnter={() => setAsked({ what: 'enter', date })}
                        onRemove={() => setAsked({ what: 'remove', date })}
                      />
                    </li>
                  ))}
                </ul>
              </section>
              <FixedHolidays holidays={calendar.fixed} />
              {asked?.what === 'enter' && <EnterDate date={asked.date} others={entered} acts={acts} onClose={close} />}
              {asked?.what === 'remove' && <RemoveDate date={asked.date} acts={acts} onClose={close} />}
              {asked?.what === 'add' && <AddPeriod year={calendar.year} others={entered} acts={acts} onClose={close} />}
            </>
          );
        }}
      </Reading>
    </CarePage>
  );
}
