import { ChooseOne } from '../../../ui/choice.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import type { CustomField } from '../contract.ts';

interface AnswerProps {
  field: CustomField;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

/** One question with the way of answering that fits its kind. */
export function Answer({ field, value, onChange, error }: AnswerProps) {
  const { t, language } = useLanguage();
  const label = field.labels[language];
  const hint = field.sensitivity === 'sensitive' ? t('answers.sensitive') : undefined;
  if (field.kind === 'yes_no')
    return (
      <ChooseOne
        label={label}
        {...(hint ? { hint } : {})}
        options={[
          { value: 'true', label: t('answers.yes') },
          { value: 'false', label: t('answers.no') },
          { value: '', label: t('answers.unanswered') },
        ]}
        value={value}
        onChange={onChange}
      />
    );
  if (field.kind === 'choice')
    return (
      <NativeSelect label={label} value={value} onChange={onChange}>
        <option value="">{t('answers.unanswered')}</option>
        {field.options.map((o) => (
          <option key={o.key} value={o.key}>
            {o.labels[language]}
          </option>
        ))}
      </NativeSelect>
    );
  return (
    <Field
      label={label}
      {...(hint ? { hint } : {})}
      {...(error ? { error } : {})}
      {...(field.kind === 'date' ? { type: 'date' as const, dir: 'ltr' as const } : {})}
      {...(field.kind === 'text' ? { rows: 2, maxLength: 2000 } : {})}
      {...(field.kind === 'number' ? { inputMode: 'numeric' as const, dir: 'ltr' as const, maxLength: 20 } : {})}
      value={value}
      onChange={onChange}
    />
  );
}
