import { useLanguage } from '../../../workspace/language.tsx';
import { useRead } from '../../../workspace/reading.tsx';
import { localeOf } from '../../../platform/i18n/index.ts';
import { type CalendarData, type Holiday, openingCalendar } from '../../opening/calendar.ts';
import { dateOf, type Day } from '../../opening/day.ts';
import { type DayOfWeek, type WallSpan, weekOf } from '../../opening/week.ts';
import type { Schedule } from '../answers.ts';
import { toOpening } from './to-opening.ts';

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The seven days to come as the public page will show them, by the same rules. Says nothing while the calendar cannot be read. */
export default function WeekPreview({ schedules }: { schedules: readonly Schedule[] }) {
  const { t, language } = useLanguage();
  const { data } = useRead<CalendarData>('/api/directory/care/opening-calendar');
  if (!data) return null;
  const week = weekOf(schedules.map(toOpening), openingCalendar(data), Math.floor(Date.now() / 60_000));
  const comma = t('workspace.list_comma');
  const dayFormat = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const dayName = (day: Day): string => dayFormat.format(dateOf(day));
  const spanText = ({ opens, closes, byAppointment }: WallSpan): string => {
    // First to last stands in that order for the eye in both directions of writing.
    const hours = `\u2066${clock(opens)}–${clock(closes)}\u2069`;
    return byAppointment ? `${hours} (${t('care.hours.by_appointment')})` : hours;
  };
  const spansText = (spans: readonly WallSpan[]): string => spans.map(spanText).join(comma);
  const holidayName = ({ names }: Holiday): string => names[language] ?? names.fr ?? '';
  const why = ({ holiday, because }: DayOfWeek): string =>
    [holiday ? holidayName(holiday) : '', because === 'closed' ? t('care.preview.exception') : ''].filter(Boolean).join(comma);
  return (
    <section className="flex flex-col gap-2 rounded-xl bg-paper p-3" aria-label={t('care.preview.title')}>
      <h3>{t('care.preview.title')}</h3>
      {week.days.length === 0 ? (
        <p className="text-quiet">{t('care.preview.none')}</p>
      ) : (
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
          {week.days.map((day) => (
            <div key={day.day} className="contents">
              <dt className="font-semibold">{dayName(day.day)}</dt>
              <dd>
                {day.spans.length > 0 ? spansText(day.spans) : t('care.hours.closed')}
                {why(day) && <span className="text-quiet"> · {why(day)}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {week.later.map(({ day, spans }) => (
        <p key={day}>
          {t('care.preview.later', { date: dayName(day) })} {spansText(spans)}
        </p>
      ))}
      {week.closures.map(({ from, to }) => (
        <p key={`${from} ${to}`}>
          {from === to
            ? t('care.preview.closed_on', { date: dayName(from) })
            : t('care.preview.closed_from', { since: dayName(from), until: dayName(to) })}
        </p>
      ))}
      {week.season && !week.season.ownHours && week.days.length > 0 && (
        <p className="text-quiet">{t('care.preview.no_season_hours', { name: t(`care.hours.${week.season.season}`) })}</p>
      )}
    </section>
  );
}
