import { Button } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import type { CalendarDate } from '../answers.ts';
import { useCalendarDays } from './calendar-days.ts';
import { useNameOf } from './name-of.ts';

const tones = { confirmed: 'good', expected: 'warn', past: 'plain', missing: 'plain' } as const;

interface DateCardProps {
  date: CalendarDate;
  today: string;
  acts: Acts;
  onEnter: () => void;
  onRemove: () => void;
}

/** One date of the year: when it falls in both calendars, how sure that is, and the one thing to do about it. */
export function DateCard({ date, today, acts, onEnter, onRemove }: DateCardProps) {
  const t = useT();
  const days = useCalendarDays();
  const name = useNameOf()(date.names);
  const { key, year, state, computed, toDo } = date;
  // A forecast nobody confirmed awaits nothing once its day is over.
  const standing = state === 'expected' && date.lastDay < today ? 'past' : state;
  const isSending = (['set', 'confirm', 'remove'] as const).some((act) => acts.isSending(`directory.${act}_calendar_period`, { key }));
  // A day of the moon has its own date in its own calendar, whichever day it is announced for.
  const hijri = computed
    ? t('care.calendar.hijri', { date: days.hijri(computed.firstDay) })
    : t('care.calendar.hijri_about', { date: days.hijri(date.firstDay) });
  const confirm = () =>
    acts.act({ kind: 'directory.confirm_calendar_period', payload: { key, year } }, t('care.calendar.confirmed', { name }));
  return (
    <Card className="gap-3! sm:flex-row sm:items-center">
      <div className="flex min-w-0 flex-col gap-1 sm:flex-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3>{name}</h3>
          <Badge tone={tones[standing]}>{t(`care.calendar.state.${standing}`)}</Badge>
        </div>
        {state !== 'missing' && <p className="font-semibold">{days.range(date)}</p>}
        <p className="text-quiet">{hijri}</p>
        {computed && (standing === 'expected' || standing === 'missing') && (
          <p className="text-sm text-quiet">{t('care.calendar.computed', { day: days.day(computed.firstDay) })}</p>
        )}
        <EditedBy date={date} />
      </div>
      {isSending ? (
        <p className="text-quiet">{t('outbox.this_waits')}</p>
      ) : (
        <div className="no-print flex flex-wrap gap-x-3 gap-y-2 sm:shrink-0">
          {state === 'expected' && toDo && (
            <Button look="main" aria-label={t('care.calendar.confirm_named', { name })} onPress={confirm}>
              {t('care.calendar.confirm')}
            </Button>
          )}
          {state === 'missing' ? (
            <Button look={toDo ? 'main' : 'second'} aria-label={t('care.calendar.enter_named', { name })} onPress={onEnter}>
              {t('care.calendar.enter')}
            </Button>
          ) : (
            <>
              <Button look="quiet" className="mx-0!" aria-label={t('care.calendar.change_named', { name })} onPress={onEnter}>
                {t('care.calendar.change')}
              </Button>
              <Button look="quiet" className="mx-0!" aria-label={t('care.calendar.remove_named', { name })} onPress={onRemove}>
                {t('care.calendar.remove')}
              </Button>
            </>
          )}
        </div>
      )}
    </Card>
  );
}

function EditedBy({ date: { editedAt, editedBy } }: { date: CalendarDate }) {
  const t = useT();
  const dates = useDates();
  if (!editedAt) return null;
  const day = dates.day(editedAt);
  return (
    <p className="text-sm text-quiet">
      {editedBy ? t('care.calendar.edited_by', { name: editedBy, day }) : t('care.calendar.edited', { day })}
    </p>
  );
}
