import { useState } from 'react';
import { isPossiblePhone } from '../../people/screens/index.ts';
import { Button } from '../../ui/button.tsx';
import { Field, NativeSelect } from '../../ui/field.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { useDraft } from '../../workspace/draft.ts';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { useSession } from '../../workspace/session.tsx';
import { contactRoles } from '../lists.ts';

interface AddContactProps {
  caseId: string;
  /** Of a child's case one asks first who answers for them. */
  isMinor: boolean;
}
export function AddContact({ caseId, isMinor }: AddContactProps) {
  const t = useT();
  const { send } = useSession();
  const blank = { role: isMinor ? 'guardian' : 'family', name: '', phone: '', note: '' };
  const { value = blank, change, restart } = useDraft(`contact:${caseId}`, () => blank);
  const [errors, setErrors] = useState<{ name?: string; phone?: string }>({});
  const [name, phone, note] = [value.name.trim(), value.phone.trim(), value.note.trim()];

  async function add(): Promise<void> {
    const found = {
      ...(name ? {} : { name: t('contacts.name_missing') }),
      ...(phone && !(await isPossiblePhone(phone)) ? { phone: t('refusal.phone_not_possible') } : {}),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) return focusFirstProblem();
    await send({
      kind: 'cases.add_contact',
      payload: { contactId: uuidv7(), caseId, role: value.role, name, ...(phone ? { phone } : {}), ...(note ? { note } : {}) },
    });
    restart(blank);
  }
  return (
    <details className="no-print border-t border-line pt-2">
      <summary className="min-h-11 content-center font-semibold text-primary">{t('contacts.add')}</summary>
      <div className="grid gap-4 pt-2 sm:grid-cols-2">
        <Field
          label={t('contacts.name')}
          maxLength={120}
          autoComplete="off"
          value={value.name}
          onChange={(words) => change({ name: words })}
          error={errors.name}
        />
        <NativeSelect label={t('contacts.role')} value={value.role} onChange={(role) => change({ role })}>
          {optionsOf(t, 'contact_role', contactRoles).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </NativeSelect>
        <Field
          label={t('contacts.phone')}
          type="tel"
          dir="ltr"
          maxLength={30}
          autoComplete="off"
          value={value.phone}
          onChange={(number) => change({ phone: number })}
          error={errors.phone}
        />
        <Field label={t('contacts.note')} maxLength={500} value={value.note} onChange={(words) => change({ note: words })} />
        <p>
          <Button onPress={() => add()}>{t('contacts.add_action')}</Button>
        </p>
      </div>
    </details>
  );
}
