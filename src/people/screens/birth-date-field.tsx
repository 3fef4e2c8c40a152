import { useId } from 'react';
import { localeOf } from '../../platform/i18n/index.ts';
import { Field, NativeSelect } from '../../ui/field.tsx';
import { Tick } from '../../ui/tick.tsx';
import { useLanguage } from '../../workspace/language.tsx';

interface BirthDateProps {
  value: string;
  isAbout: boolean;
  error?: string | undefined;
  onChange: (value: string) => void;
  onAbout: (isAbout: boolean) => void;
}
const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));

/** A birth date as far as the person knows it: many know their year alone. */
export function BirthDateField({ value, isAbout, error, onChange, onAbout }: BirthDateProps) {
  const { t, language } = useLanguage();
  const id = useId();
  const [year = '', month = '', day = ''] = value.split('-');
  const set = (parts: string[]) => onChange(parts.join('-').replace(/-+$/, ''));
  const nameOf = new Intl.DateTimeFormat(localeOf(language), { month: 'long', timeZone: 'UTC' });
  return (
    <fieldset aria-describedby={`${id}-hint`} className="flex flex-col gap-1">
      <legend className="font-bold">{t('person.birth')}</legend>
      <p id={`${id}-hint`} className="text-sm text-quiet">
        {t('person.birth.hint')}
      </p>
      <div className="grid grid-cols-[4.5rem_1fr_6rem] gap-2 sm:max-w-md">
        <Field label={t('person.birth.day')} value={day} inputMode="numeric" dir="ltr" onChange={(v) => set([year, month, v])} />
        <NativeSelect label={t('person.birth.month')} value={month} onChange={(v) => set([year, v, day])}>
          <option value="">—</option>
          {months.map((m) => (
            <option key={m} value={m}>
              {nameOf.format(new Date(`2000-${m}-01`))}
            </option>
          ))}
        </NativeSelect>
        <Field
          label={t('person.birth.year')}
          value={year}
          inputMode="numeric"
          dir="ltr"
          error={error === undefined ? undefined : ''}
          onChange={(v) => set([v, month, day])}
        />
      </div>
      {error && (
        <p role="alert" className="font-semibold text-bad">
          {error}
        </p>
      )}
      <Tick label={t('person.birth.about')} isChosen={isAbout} onChange={onAbout} />
    </fieldset>
  );
}
