import { Card } from '../../../ui/card.tsx';
import { ChooseMany } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Fields } from '../answers.ts';
import { useFieldName } from '../field-value.tsx';
import { useLanguageName } from '../language-name.ts';
import { useAudiences, useNeeds } from '../terms.ts';
import { AreaFields } from './area-fields.tsx';
import { PaperFields } from './paper-fields.tsx';
import type { Texts, Touched } from './record-draft.ts';

interface FieldsProps {
  fields: Fields;
  touch: (part: Touched<Fields>) => void;
}
const numberOf = (text: string): number | null => (/^\d{1,3}$/.test(text) ? Number(text) : null);

/** For whom and for what. */
export function ScopeFields({ fields, touch, mayDecide, missing }: FieldsProps & { mayDecide: boolean; missing?: string }) {
  const t = useT();
  const fieldName = useFieldName();
  const needs = useNeeds();
  const audiences = useAudiences();
  const hint = mayDecide ? undefined : t('care.form.awaits');
  return (
    <Card>
      <h2>{t('care.form.scope')}</h2>
      <ChooseMany
        label={fieldName('needs')}
        hint={hint}
        error={fields.needs.length === 0 ? missing : undefined}
        size="tile"
        options={needs.options}
        value={fields.needs}
        onChange={(value) => touch({ needs: value })}
      />
      <ChooseMany
        label={fieldName('audiences')}
        hint={hint}
        error={fields.audiences.length === 0 ? missing : undefined}
        size="tile"
        options={audiences.options}
        value={fields.audiences}
        onChange={(value) => touch({ audiences: value })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        {(['minimumAge', 'maximumAge'] as const).map((name) => (
          <Field
            key={name}
            label={fieldName(name)}
            type="number"
            dir="ltr"
            value={fields[name] === null ? '' : String(fields[name])}
            onChange={(value) => touch({ [name]: numberOf(value) })}
          />
        ))}
      </div>
      <AreaFields areas={fields.areas} onChange={(areas) => touch({ areas })} />
    </Card>
  );
}

const spoken = ['ary', 'ar', 'rif', 'fr', 'en', 'es', 'nl', 'de', 'it'] as const;
/** What to bring, and which languages are spoken. */
export function PracticalFields({ fields, texts, touch }: FieldsProps & { texts: Texts | undefined }) {
  const t = useT();
  const fieldName = useFieldName();
  const languageName = useLanguageName();
  const known = [...new Set([...spoken, ...fields.languages.flatMap(({ code }) => code ?? [])])];
  return (
    <Card>
      <h2>{t('care.form.practical')}</h2>
      <PaperFields fields={fields} texts={texts} touch={touch} />
      <ChooseMany
        label={fieldName('languages')}
        options={known.map((code) => ({ value: code, label: languageName(code) }))}
        value={fields.languages.flatMap(({ code }) => code ?? [])}
        onChange={(codes) =>
          touch({
            languages: [
              ...codes.map((code) => fields.languages.find((l) => l.code === code) ?? { code, name: null }),
              ...fields.languages.filter(({ code }) => code === null),
            ],
          })
        }
      />
    </Card>
  );
}
