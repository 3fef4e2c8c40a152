import { Decision } from '../../../ui/dialog.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import type { CalendarDate } from '../answers.ts';
import { useNameOf } from './name-of.ts';

/** Takes a date back: from then on it closes nothing. */
export function RemoveDate({ date, acts, onClose }: { date: CalendarDate; acts: Acts; onClose: () => void }) {
  const t = useT();
  const name = useNameOf()(date.names);
  const { key, year } = date;
  async function remove(): Promise<void> {
    onClose();
    await acts.act({ kind: 'directory.remove_calendar_period', payload: { key, year } }, t('care.calendar.removed', { name }));
  }
  return (
    <Decision
      title={t('care.calendar.remove_named', { name })}
      onClose={onClose}
      decide={t('care.calendar.remove')}
      cancel={t('workspace.cancel')}
      onDecide={() => remove()}
    >
      <p>{t('care.calendar.remove.text')}</p>
    </Decision>
  );
}
