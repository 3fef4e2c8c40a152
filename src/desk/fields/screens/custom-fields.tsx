import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { useDraft } from '../../../workspace/draft.ts';
import { useT } from '../../../workspace/language.tsx';
import { isOnItsWay } from '../../../workspace/outbox/pending.ts';
import { useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { CustomField, FieldValue } from '../contract.ts';
import type { FieldSubject } from '../lists.ts';
import { isAskedFor } from '../rules.ts';
import { Answer } from './answer.tsx';
import { fieldTexts } from './messages/index.ts';
import { answerOf, problemIn, typedOf } from './typed-answer.ts';

interface CustomFieldsProps {
  subject: FieldSubject;
  subjectId: string;
  /** What the visit, the case or the person is about: it decides which questions are asked. */
  needs: readonly string[];
}

/** The cell's own questions about one thing; nothing at all where the cell asks none. */
export function CustomFields(props: CustomFieldsProps) {
  const { data } = useRead<{ fields: CustomField[] }>('/api/desk/fields');
  const asked = (data?.fields ?? []).filter((f) => f.subject === props.subject && isAskedFor(f, props.needs));
  if (asked.length === 0) return null;
  return (
    <RoomTexts catalogues={fieldTexts} waiting={null}>
      <Answers {...props} fields={asked} />
    </RoomTexts>
  );
}

function Answers({ subject, subjectId, fields }: CustomFieldsProps & { fields: readonly CustomField[] }) {
  const t = useT();
  const { send, outbox } = useSession();
  const { data } = useRead<{ values: Record<string, FieldValue> }>(`/api/desk/fields/values/${subjectId}`);
  // Only what was touched: an answer somebody else gave meanwhile is not sent back as it was.
  const { value: typed = {}, change, restart } = useDraft<Record<string, string>>(`fields:${subjectId}`, () => ({}));
  const [isChecked, setChecked] = useState(false);
  const isLeaving = isOnItsWay(outbox, 'desk.set_values', { subjectId });
  const shown = (field: CustomField): string => typed[field.id] ?? typedOf(data?.values[field.id]);
  const touched = fields.filter((f) => typed[f.id] !== undefined);
  const problemOf = (field: CustomField): string | undefined => problemIn(field, typed[field.id] ?? '');
  function save(): void {
    if (touched.some(problemOf)) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    void send({
      kind: 'desk.set_values',
      payload: { subject, subjectId, values: Object.fromEntries(touched.map((f) => [f.id, answerOf(f, typed[f.id] ?? '')])) },
    });
    setChecked(false);
    restart({});
  }
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('answers.title')}</h2>
      <Card className="gap-5">
        {fields.map((field) => {
          const problem = isChecked ? problemOf(field) : undefined;
          return (
            <Answer
              key={field.id}
              field={field}
              value={shown(field)}
              onChange={(value) => change({ [field.id]: value })}
              error={problem && t(problem)}
            />
          );
        })}
        <p className="no-print flex flex-wrap items-center gap-3">
          <Button isDisabled={touched.length === 0} onPress={save}>
            {t('answers.save')}
          </Button>
          {isLeaving && <Badge>{t('outbox.this_waits')}</Badge>}
        </p>
      </Card>
    </section>
  );
}
