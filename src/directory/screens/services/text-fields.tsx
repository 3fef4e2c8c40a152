import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import type { Fields } from '../answers.ts';
import { useFieldName } from '../field-value.tsx';
import { useLanguageName } from '../language-name.ts';
import type { Touched } from './service-draft.ts';

const members = ['name', 'description', 'eligibility', 'alert'] as const;
const rows = { name: undefined, description: 6, eligibility: 3, alert: 2 } as const;

interface TextFieldsProps {
  fields: Fields;
  touch: (part: Touched) => void;
  isNameMissing: boolean;
  mayDecide: boolean;
}

/** The words of a service in French and in Arabic, side by side. */
export function TextFields({ fields, touch, isNameMissing, mayDecide }: TextFieldsProps) {
  const { t } = useLanguage();
  const fieldName = useFieldName();
  const languageName = useLanguageName();
  const arabic = fields.translations.ar;
  return (
    <Card>
      <h2>{t('care.form.texts')}</h2>
      {members.map((member) => (
        <div key={member} className="grid gap-3 sm:grid-cols-2">
          <Field
            label={t('care.field_in', { name: fieldName(member), language: languageName('fr') })}
            hint={member === 'name' && !mayDecide ? t('care.form.awaits') : undefined}
            rows={rows[member]}
            value={fields[member] ?? ''}
            onChange={(value) => touch({ [member]: value })}
            error={member === 'name' && isNameMissing ? t('invitation.needed') : undefined}
          />
          <Field
            label={t('care.field_in', { name: fieldName(member), language: languageName('ar') })}
            hint={member === 'name' && !mayDecide ? t('care.form.awaits') : undefined}
            rows={rows[member]}
            dir="rtl"
            value={arabic?.[member] ?? ''}
            onChange={(value) =>
              touch({
                translations: {
                  ...fields.translations,
                  ar: { name: null, description: null, eligibility: null, alert: null, ...arabic, [member]: value },
                },
              })
            }
          />
        </div>
      ))}
    </Card>
  );
}
