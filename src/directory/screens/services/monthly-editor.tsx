import { Field, NativeSelect } from '../../../ui/field.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import { scheduleWords, weekDayName, weekDays } from '../schedule-words.ts';
import { isDateOfMonth, type MonthlyOpening, newMonthly, whichOfMonth, writeMonthly } from './monthly-hours.ts';
import { RowsEditor } from './rows-editor.tsx';
import { Times } from './times.tsx';
import { isComplete } from './week-hours.ts';

interface MonthlyEditorProps {
  openings: readonly MonthlyOpening[];
  isChecked: boolean;
  onChange: (openings: MonthlyOpening[]) => void;
}
/** What comes back once a month: the first Monday, the last Friday, the 15th. */
export function MonthlyEditor({ openings, isChecked, onChange }: MonthlyEditorProps) {
  const { t, language } = useLanguage();
  return (
    <RowsEditor
      title={t('care.monthly.title')}
      add={t('care.monthly.add')}
      rows={openings}
      begin={newMonthly}
      onChange={onChange}
      nameOf={(opening) => scheduleWords(t, language, writeMonthly(opening))}
    >
      {(opening, set) => (
        <>
          <NativeSelect
            label={t('care.monthly.which')}
            value={opening.which}
            onChange={(value) => set({ which: whichOfMonth.find((one) => one === value) ?? '1' })}
          >
            {whichOfMonth.map((which) => (
              <option key={which} value={which}>
                {t(`care.monthly.which.${which}`)}
              </option>
            ))}
          </NativeSelect>
          {opening.which === 'date' ? (
            <Field
              label={t('care.monthly.date')}
              type="number"
              dir="ltr"
              value={opening.date}
              onChange={(date) => set({ date })}
              error={isChecked && !isDateOfMonth(opening) ? t('care.monthly.date_wrong') : undefined}
            />
          ) : (
            <NativeSelect
              label={t('care.monthly.day')}
              value={opening.day}
              onChange={(value) => set({ day: weekDays.find((one) => one === value) ?? 'MO' })}
            >
              {weekDays.map((day) => (
                <option key={day} value={day}>
                  {weekDayName(language, day)}
                </option>
              ))}
            </NativeSelect>
          )}
          <Times times={opening} onChange={set} error={isChecked && !isComplete(opening) ? t('care.hours.both') : undefined} />
          <Tick
            label={t('care.hours.by_appointment')}
            isChosen={opening.byAppointment}
            onChange={(byAppointment) => set({ byAppointment })}
          />
        </>
      )}
    </RowsEditor>
  );
}
