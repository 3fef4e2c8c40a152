import { ChooseMany, ChooseOne } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { longestException } from '../../opening/schedule.ts';
import { scheduleWords, weekDayName, weekDays } from '../schedule-words.ts';
import { type DatedHours, datedKinds, datedProblem, hasWeekdays, newDated, writeDated } from './dated-hours.ts';
import { RowsEditor } from './rows-editor.tsx';
import { Times } from './times.tsx';

interface DatedEditorProps {
  dated: readonly DatedHours[];
  isChecked: boolean;
  onChange: (dated: DatedHours[]) => void;
}
/** Closures, days with other hours, and what runs for a part of the year. */
export function DatedEditor({ dated, isChecked, onChange }: DatedEditorProps) {
  const { t, language } = useLanguage();
  return (
    <RowsEditor
      title={t('care.dated.title')}
      add={t('care.dated.add')}
      rows={dated}
      begin={newDated}
      onChange={onChange}
      nameOf={(one) => (one.from ? scheduleWords(t, language, writeDated(one)) : t('care.dated.new'))}
    >
      {(one, set) => {
        const problem = isChecked ? datedProblem(one) : undefined;
        const errorFor = (...keys: string[]) =>
          problem && keys.some((key) => problem === `care.dated.${key}`) ? t(problem, { count: longestException }) : undefined;
        return (
          <>
            <div className="flex flex-col gap-1 sm:col-span-2">
              <ChooseOne
                label={t('care.dated.kind')}
                options={optionsOf(t, 'care.dated', datedKinds)}
                value={one.kind}
                onChange={(kind) => set({ kind })}
              />
              <p className="text-sm text-quiet">{t(`care.dated.${one.kind}.hint`, { count: longestException })}</p>
            </div>
            <Field
              label={t('care.dated.from')}
              type="date"
              dir="ltr"
              value={one.from}
              onChange={(from) => set({ from })}
              error={errorFor('from_missing')}
            />
            <Field
              label={t(one.kind === 'other' || one.kind === 'closed' ? 'care.dated.to' : `care.dated.to_${one.kind}`)}
              type="date"
              dir="ltr"
              value={one.to}
              onChange={(to) => set({ to })}
              error={errorFor('backwards', 'too_long', 'one_day', 'to_missing')}
            />
            {hasWeekdays(one.kind) && (
              <div className="sm:col-span-2">
                <ChooseMany
                  label={t('care.dated.days')}
                  options={weekDays.map((day) => ({ value: day, label: weekDayName(language, day) }))}
                  value={one.days}
                  onChange={(days) => set({ days: weekDays.filter((day) => days.includes(day)) })}
                  error={errorFor('days_missing')}
                />
              </div>
            )}
            {one.kind !== 'closed' && (
              <>
                <Times times={one} onChange={set} error={errorFor('times_missing')} />
                <Tick
                  label={t('care.hours.by_appointment')}
                  isChosen={one.byAppointment}
                  onChange={(byAppointment) => set({ byAppointment })}
                />
              </>
            )}
          </>
        );
      }}
    </RowsEditor>
  );
}
