import { useState } from 'react';
import { Link } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { useLanguage, useT } from '../../../workspace/language.tsx';
import { useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import type { CustomField, FieldValue } from '../contract.ts';
import { Answer } from './answer.tsx';
import { fieldTexts } from './messages/index.ts';
import { answerOf, problemIn, typedOf } from './typed-answer.ts';

interface RefusedProps {
  /** Of `desk.set_values`, written by our own form. */
  payload: Record<string, unknown>;
  onChange: (payload: Record<string, unknown>) => void;
}

/** Answers that were not taken, all of them since they went together: each is corrected here, or left out. */
export function RefusedAnswers(props: RefusedProps) {
  return (
    <RoomTexts catalogues={fieldTexts} waiting={null}>
      <Answers {...props} />
    </RoomTexts>
  );
}

function Answers({ payload, onChange }: RefusedProps) {
  const { t, language } = useLanguage();
  const { data } = useRead<{ fields: CustomField[] }>('/api/desk/fields');
  const values = payload.values as Record<string, FieldValue | null>;
  const [typed, setTyped] = useState(() =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [id, typedOf(value ?? undefined)])),
  );
  const fields = (data?.fields ?? []).filter(({ id }) => id in values);
  function type(field: CustomField, text: string): void {
    setTyped({ ...typed, [field.id]: text });
    // What is still no answer stays as it was: sent on, it would take the answer away.
    if (!problemIn(field, text)) onChange({ ...payload, values: { ...values, [field.id]: answerOf(field, text) } });
  }
  function leaveOut(field: CustomField): void {
    const { [field.id]: _, ...rest } = values;
    onChange({ ...payload, values: rest });
  }
  return (
    <div className="flex flex-col gap-5">
      <WhereAsked payload={payload} />
      {fields.map((field) => {
        const problem = problemIn(field, typed[field.id] ?? '');
        return (
          <div key={field.id} className="flex flex-col items-start gap-1">
            <div className="w-full">
              <Answer field={field} value={typed[field.id] ?? ''} onChange={(text) => type(field, text)} error={problem && t(problem)} />
            </div>
            <Button
              look="quiet"
              aria-label={t('answers.leave_out_named', { label: field.labels[language] })}
              onPress={() => leaveOut(field)}
            >
              {t('answers.leave_out')}
            </Button>
          </div>
        );
      })}
    </div>
  );
}

/** A visit has no page of its own. */
function WhereAsked({ payload: { subject, subjectId } }: Pick<RefusedProps, 'payload'>) {
  const t = useT();
  if (subject !== 'case' && subject !== 'person') return null;
  return (
    <p>
      <Link to={`/${subject === 'case' ? 'cases' : 'people'}/${String(subjectId)}`} className={buttonClass('quiet')}>
        {t(`answers.about.${subject}`)}
      </Link>
    </p>
  );
}
