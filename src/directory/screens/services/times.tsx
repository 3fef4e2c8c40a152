import { Field } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';

interface Hours {
  opens: string;
  closes: string;
}
interface TimesProps {
  times: Hours;
  onChange: (part: Partial<Hours>) => void;
  error?: string | undefined;
}
/** From when to when. A form shows the end of the day as its beginning. */
export function Times({ times: { opens, closes }, onChange, error }: TimesProps) {
  const t = useT();
  return (
    <>
      <Field
        label={t('care.hours.opens')}
        type="time"
        dir="ltr"
        value={opens}
        onChange={(next) => onChange({ opens: next })}
        error={error}
      />
      <Field
        label={t('care.hours.closes')}
        type="time"
        dir="ltr"
        value={closes === '24:00' ? '00:00' : closes}
        onChange={(next) => onChange({ closes: next === '00:00' ? '24:00' : next })}
      />
    </>
  );
}
