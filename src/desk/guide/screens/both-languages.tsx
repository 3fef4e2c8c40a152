import { Field } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { TypedWords } from './typed-words.ts';

interface BothProps {
  label: string;
  value: TypedWords;
  onChange: (value: TypedWords) => void;
  error?: string | undefined;
  rows?: number;
  maxLength: number;
  isRequired?: boolean;
}

/** One text in French and in Arabic, each in its own direction. */
export function BothLanguages({ label, value, onChange, error, ...rest }: BothProps) {
  const t = useT();
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        {...rest}
        label={t('guide.form.french', { label })}
        dir="ltr"
        value={value.fr}
        onChange={(fr) => onChange({ ...value, fr })}
        error={error && value.fr.trim() === '' ? error : undefined}
      />
      <Field
        {...rest}
        label={t('guide.form.arabic', { label })}
        dir="rtl"
        value={value.ar}
        onChange={(ar) => onChange({ ...value, ar })}
        error={error && value.ar.trim() === '' ? error : undefined}
      />
    </div>
  );
}
