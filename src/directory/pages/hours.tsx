import type { Translate } from '../../platform/i18n/index.ts';
import type { OpeningOverview } from '../opening/overview.ts';
import { unsureHoliday } from '../opening/unsure-holiday.ts';
import type { SeasonHours, WeekHours } from '../opening/week.ts';
import { isWebAddress, Local } from './local-text.tsx';
import { dayAndMonth, fullDate, holidayName, openingLine, spansText, weekdayName, weekdaysText } from './opening-text.ts';

interface HoursProps {
  t: Translate;
  language: string;
  opening: OpeningOverview;
}

/** The sentence of a card: open or closed, and until when. */
export function OpeningLine({ t, language, opening }: HoursProps) {
  const { kind } = opening.state;
  return <span className={`state ${kind}`}>{openingLine(t, language, opening.state, opening, 'short')}</span>;
}

function Week({ t, language, week, today }: { t: Translate; language: string; week: WeekHours; today: number }) {
  return (
    <table className="hours">
      <caption>{t('directory.hours.table')}</caption>
      <tbody>
        {week.days.map(({ day, spans, holiday, because }) => (
          <tr key={day} className={day === today ? 'now' : undefined}>
            <th scope="row">
              {day === today ? (
                // A copy and a printed page outlive the day.
                <>
                  <span className="live">{t('directory.hours.today', { day: weekdayName(day, language) })}</span>
                  <span className="stored">{weekdayName(day, language)}</span>
                </>
              ) : (
                weekdayName(day, language)
              )}{' '}
              <small>{dayAndMonth(day, language)}</small>
            </th>
            <td>
              {spans.length > 0
                ? spans.map((span) => <div key={`${span.opens} ${span.byAppointment}`}>{spansText(t, [span], language)}</div>)
                : t('directory.hours.closedDay')}
              {holiday ? <small>{holidayName(t, holiday, language)}</small> : null}
              {because === 'closed' ? <small>{t('directory.hours.exception')}</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Season({ t, language, hours }: { t: Translate; language: string; hours: SeasonHours }) {
  const { season, period, days } = hours;
  return (
    <>
      <h3>{t('directory.hours.season', { season: season ?? 'other' })}</h3>
      {period ? <p className="meta">{seasonDates(t, language, period)}</p> : null}
      <ul>
        {days.map(({ weekdays, spans }) => (
          <li key={weekdays.join()}>
            {t('directory.hours.daysHours', {
              days: weekdaysText(t, weekdays, language),
              hours: spansText(t, spans, language),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
function seasonDates(t: Translate, language: string, { from, to, confirmed }: NonNullable<SeasonHours['period']>): string {
  const name = t('directory.hours.dates', { from: fullDate(from, language), to: fullDate(to, language) });
  return confirmed ? name : t('directory.hours.toBeConfirmed', { name });
}

/** That a holiday is near whose day the moon has not decided yet; nothing for a service whose hours no holiday changes. */
function UnsureHoliday({ t, language, opening }: HoursProps) {
  const isTouched = opening.places.some(({ week, onHolidays }) => week.days.length > 0 && onHolidays !== 'open');
  const unsure = isTouched ? unsureHoliday(opening.calendar, opening.today) : undefined;
  if (!unsure) return null;
  const date = `${weekdayName(unsure.from, language)} ${dayAndMonth(unsure.from, language)}`;
  // The sentence says itself that the date waits.
  const name = holidayName(t, { ...unsure.holiday, confirmed: true }, language);
  return <p className="note">{t('directory.hours.unsureHoliday', { name, date })}</p>;
}

/** When to come: one sentence, the seven days ahead, and what changes in Ramadan, in summer and on holidays. */
export function Hours({ t, language, opening, reach }: HoursProps & { reach: 'phone' | 'other' }) {
  if (opening.places.length === 0) return <p className="state unknown">{openingLine(t, language, { kind: 'unknown' }, opening, reach)}</p>;
  const places = opening.places.map(({ place, state, week, onHolidays }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the page is rendered once and never reordered.
    <div key={i}>
      {place ? (
        <h3>
          {t('directory.hours.ofPlace')} <Local text={place} page={language} />
        </h3>
      ) : null}
      <p className={`state ${state.kind}`}>{openingLine(t, language, state, opening, reach)}</p>
      {week.season && !week.season.ownHours && week.days.length > 0 ? (
        <p className="note">{t('directory.hours.noSeasonHours', { season: week.season.season })}</p>
      ) : null}
      {week.days.length > 0 ? <Week t={t} language={language} week={week} today={opening.today} /> : null}
      {week.later.length > 0 ? (
        <>
          <h3>{t('directory.hours.later')}</h3>
          <ul>
            {week.later.map(({ day, spans }) => (
              <li key={day}>
                {t('directory.hours.daysHours', {
                  days: `${weekdayName(day, language)} ${dayAndMonth(day, language)}`,
                  hours: spansText(t, spans, language),
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {week.closures.map(({ from, to }) => (
        <p key={from}>
          {from === to
            ? t('directory.hours.closedOn', { date: fullDate(from, language) })
            : t('directory.hours.closedFromTo', { from: fullDate(from, language), to: fullDate(to, language) })}
        </p>
      ))}
      {onHolidays ? <p>{t('directory.hours.onHolidays', { open: onHolidays })}</p> : null}
      {week.otherSeasons.map((hours) => (
        <Season key={`${hours.season} ${hours.period?.from}`} t={t} language={language} hours={hours} />
      ))}
      {week.links.filter(isWebAddress).map((url) => (
        <a className="act" key={url} href={url} rel="noreferrer">
          {t('directory.hours.link')} – <bdi>{new URL(url).hostname}</bdi>
        </a>
      ))}
      {week.texts.map((text) => (
        <p key={text}>
          <Local text={{ text, language: null }} page={language} />
        </p>
      ))}
    </div>
  ));
  return (
    <>
      <UnsureHoliday t={t} language={language} opening={opening} />
      {places}
    </>
  );
}
