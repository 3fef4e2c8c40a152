import { ChooseOne } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import { useCalendarDays } from './calendar-days.ts';
import type { PeriodForm } from './use-period.ts';

/** Which days, and whether they were announced. */
export function PeriodFields({ form, hint }: { form: PeriodForm; hint?: string }) {
  const t = useT();
  const days = useCalendarDays();
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          type="date"
          dir="ltr"
          label={t('care.calendar.first_day')}
          value={form.firstDay}
          onChange={form.moveFirst}
          error={form.error}
          isRequired
        />
        <Field
          type="date"
          dir="ltr"
          label={t('care.calendar.last_day')}
          value={form.lastDay}
          onChange={(lastDay) => form.change({ lastDay })}
          isRequired
        />
      </div>
      {/* Said in words too: not every browser writes the day before the month. */}
      {form.hasDays && (
        <p role="status" className="font-semibold">
          {days.range(form)}
        </p>
      )}
      {hint && <p className="text-sm text-quiet">{hint}</p>}
      <ChooseOne
        label={t('care.calendar.sureness')}
        size="row"
        value={form.sureness}
        onChange={(sureness) => form.change({ sureness })}
        options={(['confirmed', 'expected'] as const).map((value) => ({
          value,
          label: t(`care.calendar.sureness.${value}`),
          detail: t(`care.calendar.sureness.${value}.text`),
        }))}
        error={form.surenessError}
        isRequired
      />
    </>
  );
}
