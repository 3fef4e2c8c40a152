import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ChooseMany, ChooseOne } from '../../../ui/choice.tsx';
import { Window } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { useSession } from '../../../workspace/session.tsx';
import { needs } from '../../lists.ts';
import type { CustomField } from '../contract.ts';
import { fieldKinds, fieldSubjects, sensitivities } from '../lists.ts';
import { blankField, changeableOf, draftOf, type FieldDraft, noOption, problemsIn } from './field-draft.ts';

interface FormProps {
  /** The one to change; without it a new one is made. */
  field?: CustomField;
  position: number;
  onDone: () => void;
}

/** A question of the cell's own. What it is cannot change later, since answers stand on it; its words can. */
export function FieldForm({ field, position, onDone }: FormProps) {
  const t = useT();
  const { send } = useSession();
  const {
    value = blankField,
    change,
    discard,
  } = useDraft<FieldDraft>(`field:${field?.id ?? 'new'}`, () => (field ? draftOf(field) : blankField));
  const [isChecked, setChecked] = useState(false);
  const problems = isChecked ? problemsIn(value) : {};
  async function save(): Promise<void> {
    if (Object.keys(problemsIn(value)).length > 0) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    const changeable = changeableOf(value, field?.position ?? position);
    await send(
      field
        ? { kind: 'desk.change_field', payload: { fieldId: field.id, ...changeable } }
        : {
            kind: 'desk.define_field',
            payload: { fieldId: uuidv7(), subject: value.subject, kind: value.kind, sensitivity: value.sensitivity, ...changeable },
          },
    );
    await discard();
    onDone();
  }
  const setOption = (at: number, words: Partial<FieldDraft['options'][number]>): void =>
    change({ options: value.options.map((o, i) => (i === at ? { ...o, ...words } : o)) });
  return (
    <Window
      title={t(field ? 'fields.change' : 'fields.add')}
      onClose={onDone}
      foot={
        <>
          <Button look="main" onPress={() => save()}>
            {t('fields.save')}
          </Button>
          <Button onPress={onDone}>{t('workspace.cancel')}</Button>
        </>
      }
    >
      <Field
        label={t('fields.label_fr')}
        dir="ltr"
        maxLength={120}
        value={value.labelFr}
        onChange={(labelFr) => change({ labelFr })}
        {...(problems.label && !value.labelFr.trim() ? { error: t(problems.label) } : {})}
      />
      <Field
        label={t('fields.label_ar')}
        dir="rtl"
        maxLength={120}
        value={value.labelAr}
        onChange={(labelAr) => change({ labelAr })}
        {...(problems.label && !value.labelAr.trim() ? { error: t(problems.label) } : {})}
      />
      {!field && (
        <>
          <ChooseOne
            label={t('fields.subject')}
            options={optionsOf(t, 'field_subject', fieldSubjects)}
            value={value.subject}
            onChange={(subject) => change({ subject })}
          />
          <ChooseOne
            label={t('fields.kind')}
            options={optionsOf(t, 'field_kind', fieldKinds)}
            value={value.kind}
            onChange={(kind) => change({ kind })}
          />
        </>
      )}
      {value.kind === 'choice' && (
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-2 font-bold">{t('fields.options')}</legend>
          {value.options.map((option, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a choice has no other name until it is saved, and none moves.
            <div key={i} className="grid gap-3 sm:grid-cols-2">
              <Field
                label={t('fields.option_fr', { number: i + 1 })}
                dir="ltr"
                maxLength={120}
                value={option.fr}
                onChange={(fr) => setOption(i, { fr })}
              />
              <Field
                label={t('fields.option_ar', { number: i + 1 })}
                dir="rtl"
                maxLength={120}
                value={option.ar}
                onChange={(ar) => setOption(i, { ar })}
              />
            </div>
          ))}
          {problems.options && (
            <p role="alert" className="font-semibold text-bad">
              {t(problems.options)}
            </p>
          )}
          <p>
            <Button look="quiet" isDisabled={value.options.length >= 30} onPress={() => change({ options: [...value.options, noOption] })}>
              {t('fields.option.add')}
            </Button>
          </p>
        </fieldset>
      )}
      <details open={value.needs.length > 0}>
        <summary className="min-h-11 content-center font-semibold text-primary">{t('fields.needs')}</summary>
        <ChooseMany
          label={t('fields.needs')}
          hint={t('fields.needs.hint')}
          options={optionsOf(t, 'need', needs)}
          value={value.needs}
          onChange={(chosen) => change({ needs: chosen })}
          isLongList
        />
      </details>
      {!field && (
        <ChooseOne
          label={t('fields.sensitivity')}
          size="row"
          options={sensitivities.map((s) => ({ value: s, label: t(`sensitivity.${s}`), detail: t(`sensitivity.${s}.hint`) }))}
          value={value.sensitivity}
          onChange={(sensitivity) => change({ sensitivity })}
        />
      )}
      {value.sensitivity !== 'plain' && (
        <Field
          label={t('fields.retention')}
          inputMode="numeric"
          dir="ltr"
          maxLength={3}
          value={value.retention}
          onChange={(retention) => change({ retention })}
          {...(problems.retention ? { error: t(problems.retention) } : {})}
        />
      )}
    </Window>
  );
}
