import { Card } from '../../../ui/card.tsx';
import { ChooseMany } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Fields } from '../answers.ts';
import { useFieldName } from '../field-value.tsx';
import { useLanguageName } from '../language-name.ts';
import { useAudiences, useNeeds } from '../terms.ts';
import { AreaFields } from './area-fields.tsx';
import { RowsEditor } from './rows-editor.tsx';
import type { Touched } from './record-draft.ts';

interface FieldsProps {
  fields: Fields;
  touch: (part: Touched<Fields>) => void;
}
const numberOf = (text: string): number | null => (/^\d{1,3}$/.test(text) ? Number(text) : null);
const orNull = (text: string): string | null => (text === '' ? null : text);

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
/** What to bring, how to ask, what it costs, and which languages are spoken. */
export function PracticalFields({ fields, touch }: FieldsProps) {
  const t = useT();
  const fieldName = useFieldName();
  const languageName = useLanguageName();
  const known = [...new Set([...spoken, ...fields.languages.flatMap(({ code }) => code ?? [])])];
  return (
    <Card>
      <h2>{t('care.form.practical')}</h2>
      <RowsEditor
        title={fieldName('documents')}
        add={t('care.documents.add')}
        rows={fields.documents}
        begin={() => ({ procedure: fields.documents.at(-1)?.procedure ?? null, document: '', uri: null })}
        onChange={(documents) => touch({ documents })}
        nameOf={(paper) => paper.document}
      >
        {(paper, set) => (
          <>
            <Field label={t('care.documents.document')} value={paper.document} onChange={(document) => set({ document })} />
            <Field
              label={t('care.documents.procedure')}
              hint={t('care.documents.procedure.hint')}
              value={paper.procedure ?? ''}
              onChange={(procedure) => set({ procedure: orNull(procedure) })}
            />
          </>
        )}
      </RowsEditor>
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
      {(['applicationProcess', 'fees'] as const).map((name) => (
        <Field key={name} label={fieldName(name)} rows={3} value={fields[name] ?? ''} onChange={(value) => touch({ [name]: value })} />
      ))}
    </Card>
  );
}
