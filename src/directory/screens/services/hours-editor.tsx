import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { scheduleWords, type WeekDay, weekDayName, weekDays } from '../schedule-words.ts';
import { DatedEditor } from './dated-editor.tsx';
import { MonthlyEditor } from './monthly-editor.tsx';
import { RowsEditor } from './rows-editor.tsx';
import {
  isComplete,
  isOpenOnHolidays,
  newOpening,
  type Opening,
  type Season,
  seasons,
  type WeekHours,
  withHolidays,
  writeWeeks,
} from './week-hours.ts';

const WeekPreview = lazy(() => import('./week-preview.tsx'));

interface HoursEditorProps {
  hours: WeekHours;
  isChecked: boolean;
  onChange: (hours: WeekHours) => void;
}

/** A week as a table, apart for Ramadan and for the summer; then what comes once a month, on certain dates, or in words only. */
export function HoursEditor({ hours, isChecked, onChange }: HoursEditorProps) {
  const { t, language } = useLanguage();
  const [season, setSeason] = useState<Season>('all_year');
  const week = hours.weeks[season];
  const setDay = (day: WeekDay, openings: Opening[]) =>
    onChange({ ...hours, weeks: { ...hours.weeks, [season]: { ...week, [day]: openings } } });
  const monday = week.MO;
  const onHolidays = isOpenOnHolidays(hours);
  const shown = useDeferredValue(hours);
  return (
    <div className="flex flex-col gap-4">
      <Tick
        label={t('care.hours.only_by_appointment')}
        isChosen={hours.onlyByAppointment}
        onChange={(onlyByAppointment) => onChange({ ...hours, onlyByAppointment })}
      />
      <ChooseOne label={t('care.hours.when')} options={optionsOf(t, 'care.season', seasons)} value={season} onChange={setSeason} />
      {season !== 'all_year' && <p className="text-sm text-quiet">{t(`care.hours.${season}.hint`)}</p>}
      <ul className="flex flex-col">
        {weekDays.map((day) => (
          <li key={day} className="flex flex-col gap-2 border-t border-line py-3">
            <DayEditor
              day={day}
              openings={week[day]}
              begin={() => ({ ...newOpening(), openOnHolidays: onHolidays ?? false })}
              isChecked={isChecked}
              onChange={(openings) => setDay(day, openings)}
            />
          </li>
        ))}
      </ul>
      {monday.length > 0 && (
        <p>
          <Button
            onPress={() =>
              onChange({
                ...hours,
                weeks: {
                  ...hours.weeks,
                  [season]: { ...week, TU: [...monday], WE: [...monday], TH: [...monday], FR: [...monday] },
                },
              })
            }
          >
            {t('care.hours.copy')}
          </Button>
        </p>
      )}
      {onHolidays !== undefined && (
        <Tick label={t('care.hours.open_on_holidays')} isChosen={onHolidays} onChange={(isOpen) => onChange(withHolidays(hours, isOpen))} />
      )}
      <MonthlyEditor openings={hours.monthly} isChecked={isChecked} onChange={(monthly) => onChange({ ...hours, monthly })} />
      <DatedEditor dated={hours.dated} isChecked={isChecked} onChange={(dated) => onChange({ ...hours, dated })} />
      <RowsEditor
        title={t('care.notes.title')}
        add={t('care.notes.add')}
        rows={hours.notes.map((text) => ({ text }))}
        begin={() => ({ text: '' })}
        onChange={(rows) => onChange({ ...hours, notes: rows.map(({ text }) => text) })}
        nameOf={({ text }) => text}
      >
        {({ text }, set) => (
          <div className="sm:col-span-2">
            <Field
              label={t('care.notes.text')}
              hint={t('care.notes.hint')}
              rows={2}
              maxLength={2000}
              value={text}
              onChange={(next) => set({ text: next })}
              error={isChecked && text.trim() === '' ? t('invitation.needed') : undefined}
            />
          </div>
        )}
      </RowsEditor>
      {hours.others.length > 0 && (
        <section className="flex flex-col gap-2">
          <h3>{t('care.hours.others')}</h3>
          <ul className="flex flex-col gap-1">
            {hours.others.map((row) => {
              const words = scheduleWords(t, language, row);
              return (
                <li key={JSON.stringify(row)} className="flex items-center justify-between gap-3">
                  <span dir="auto">{words}</span>
                  <Button
                    look="quiet"
                    className="mx-0! shrink-0"
                    aria-label={t('finder.remove_named', { name: words })}
                    onPress={() => onChange({ ...hours, others: hours.others.filter((other) => other !== row) })}
                  >
                    {t('finder.remove')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <Suspense>
        <WeekPreview schedules={writeWeeks(shown)} />
      </Suspense>
    </div>
  );
}

interface DayEditorProps {
  day: WeekDay;
  openings: Opening[];
  begin: () => Opening;
  isChecked: boolean;
  onChange: (openings: Opening[]) => void;
}
function DayEditor({ day, openings, begin, isChecked, onChange }: DayEditorProps) {
  const { t, language } = useLanguage();
  const name = weekDayName(language, day);
  const set = (index: number, part: Partial<Opening>) => onChange(openings.map((o, i) => (i === index ? { ...o, ...part } : o)));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3>{name}</h3>
        <span className="text-quiet">{openings.length === 0 && t('care.hours.closed')}</span>
        <Button
          look="quiet"
          className="mx-0!"
          aria-label={t('care.hours.add_named', { day: name })}
          onPress={() => onChange([...openings, openings.length === 0 ? begin() : { ...begin(), opens: '14:00', closes: '16:00' }])}
        >
          {t('care.hours.add')}
        </Button>
      </div>
      {openings.map((opening, index) => {
        const position = { day: name, count: index + 1 };
        const error = isChecked && !isComplete(opening) ? t('care.hours.both') : undefined;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an opening is only its place in the day; two may be alike while they are typed.
          <fieldset key={index} className="flex flex-wrap items-end gap-3">
            <legend className="sr-only">{t('care.hours.opening', position)}</legend>
            <div className="w-40">
              <Field
                label={t('care.hours.opens')}
                type="time"
                dir="ltr"
                value={opening.opens}
                onChange={(opens) => set(index, { opens })}
                error={error}
              />
            </div>
            <div className="w-40">
              <Field
                label={t('care.hours.closes')}
                type="time"
                dir="ltr"
                value={opening.closes === '24:00' ? '00:00' : opening.closes}
                onChange={(closes) => set(index, { closes: closes === '00:00' ? '24:00' : closes })}
              />
            </div>
            <Tick
              label={t('care.hours.by_appointment')}
              isChosen={opening.byAppointment}
              onChange={(byAppointment) => set(index, { byAppointment })}
            />
            <Button
              look="quiet"
              className="mx-0!"
              aria-label={t('care.hours.remove_named', position)}
              onPress={() => onChange(openings.filter((_, i) => i !== index))}
            >
              {t('finder.remove')}
            </Button>
          </fieldset>
        );
      })}
    </>
  );
}
