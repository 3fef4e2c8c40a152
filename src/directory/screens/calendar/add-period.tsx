import { useState } from 'react';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import type { Acts } from '../../../workspace/acts.tsx';
import type { CalendarDate } from '../answers.ts';
import { PeriodFields } from './period-fields.tsx';
import { usePeriod } from './use-period.ts';

const summer = { fr: 'Horaires d’été', ar: 'التوقيت الصيفي', en: 'Summer hours', es: 'Horario de verano' };
const nameFields = [
  ['fr', 'ltr'],
  ['ar', 'rtl'],
] as const;

interface AddPeriodProps {
  year: number;
  others: readonly CalendarDate[];
  acts: Acts;
  onClose: () => void;
}

/** Adds what no calendar foresees: a day off that was decreed, or the summer hours of that year. */
export function AddPeriod({ year, others, acts, onClose }: AddPeriodProps) {
  const t = useT();
  const [key] = useState(uuidv7);
  const [kind, setKind] = useState<'holiday' | 'summer'>('holiday');
  const [names, setNames] = useState({ fr: '', ar: '' });
  const [tried, setTried] = useState(false);
  const form = usePeriod({ firstDay: '', lastDay: '', sureness: '' }, { key, year, kind }, others);
  const isNamed = kind === 'summer' || nameFields.every(([language]) => names[language].trim() !== '');
  async function add(): Promise<void> {
    setTried(true);
    if (!form.mayGoOn() || !isNamed) return;
    const { firstDay, lastDay, sureness } = form;
    const said = kind === 'summer' ? summer : { fr: names.fr.trim(), ar: names.ar.trim() };
    onClose();
    await acts.act(
      {
        kind: 'directory.set_calendar_period',
        payload: { key, year, kind, firstDay, lastDay, names: said, confirmed: sureness === 'confirmed' },
      },
      t('care.calendar.entered', { name: said.fr }),
    );
  }
  return (
    <Decision
      title={t('care.calendar.add_to', { year: String(year) })}
      onClose={onClose}
      decide={t('care.calendar.save')}
      cancel={t('workspace.cancel')}
      onDecide={() => add()}
    >
      <ChooseOne
        label={t('care.calendar.kind')}
        value={kind}
        onChange={setKind}
        options={(['holiday', 'summer'] as const).map((value) => ({ value, label: t(`care.calendar.kind.${value}`) }))}
      />
      {kind === 'holiday' &&
        nameFields.map(([language, dir]) => (
          <Field
            key={language}
            label={t(`care.calendar.name.${language}`)}
            dir={dir}
            value={names[language]}
            maxLength={120}
            onChange={(name) => setNames((now) => ({ ...now, [language]: name }))}
            error={tried && names[language].trim() === '' ? t('invitation.needed') : undefined}
            isRequired
          />
        ))}
      <PeriodFields form={form} />
    </Decision>
  );
}
