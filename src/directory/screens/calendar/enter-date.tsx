import { Decision } from '../../../ui/dialog.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import type { CalendarDate } from '../answers.ts';
import { useCalendarDays } from './calendar-days.ts';
import { useNameOf } from './name-of.ts';
import { PeriodFields } from './period-fields.tsx';
import { usePeriod } from './use-period.ts';

interface EnterDateProps {
  date: CalendarDate;
  others: readonly CalendarDate[];
  acts: Acts;
  onClose: () => void;
}

/** Enters a date of the year, moves it, or says that it was announced. */
export function EnterDate({ date, others, acts, onClose }: EnterDateProps) {
  const t = useT();
  const days = useCalendarDays();
  const name = useNameOf()(date.names);
  const { key, year, kind, names, computed, state } = date;
  const form = usePeriod({ firstDay: date.firstDay, lastDay: date.lastDay, sureness: state === 'missing' ? '' : state }, date, others);
  async function enter(): Promise<void> {
    if (!form.mayGoOn()) return;
    const { firstDay, lastDay, sureness } = form;
    onClose();
    await acts.act(
      {
        kind: 'directory.set_calendar_period',
        payload: { key, year, kind, firstDay, lastDay, names, confirmed: sureness === 'confirmed' },
      },
      t('care.calendar.entered', { name }),
    );
  }
  return (
    <Decision title={name} onClose={onClose} decide={t('care.calendar.save')} cancel={t('workspace.cancel')} onDecide={() => enter()}>
      <PeriodFields form={form} {...(computed ? { hint: t('care.calendar.computed', { day: days.day(computed.firstDay) }) } : {})} />
    </Decision>
  );
}
