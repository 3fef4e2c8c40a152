import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Field } from '../../../../ui/field.tsx';
import { focusFirstProblem } from '../../../../ui/focus.ts';
import { useDraft } from '../../../../workspace/draft.ts';
import { useT } from '../../../../workspace/language.tsx';
import { isEmail } from '../../../../workspace/typed-email.ts';
import { editService, type ServiceFields, ServiceReading } from './service-record.tsx';
import type { StepProps } from './setup-screen.tsx';

type Props = Pick<StepProps, 'acts'> & { serviceId: string };
const isNumber = (typed: string): boolean => typed === '' || /^[+\d][\d\s().-]{2,}$/.test(typed);
const isAddress = (typed: string): boolean => typed === '' || isEmail(typed);

/** How people reach the cell without coming. Other numbers the directory knows stay. */
export function ContactForm(props: Props) {
  return <ServiceReading serviceId={props.serviceId}>{(fields) => <Form {...props} {...fields} />}</ServiceReading>;
}

function Form({ acts, serviceId, phones, email }: Props & Pick<ServiceFields, 'phones' | 'email'>) {
  const t = useT();
  const whatsapp = phones.find((p) => p.type === 'whatsapp');
  const voice = phones.find((p) => p.type !== 'whatsapp' && p.type !== 'fax');
  const {
    value: draft,
    change,
    discard,
  } = useDraft(`cell-contact:${serviceId}`, () => ({
    phone: voice?.number ?? '',
    whatsapp: whatsapp?.number ?? '',
    email: email ?? '',
  }));
  const [isChecked, setChecked] = useState(false);
  if (!draft) return null;
  const typed = { phone: draft.phone.trim(), whatsapp: draft.whatsapp.trim(), email: draft.email.trim() };
  const isWrong = !isNumber(typed.phone) || !isNumber(typed.whatsapp) || !isAddress(typed.email);
  async function save(): Promise<void> {
    if (isWrong) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    const rest = phones.filter((p) => p !== voice && p !== whatsapp);
    const given = [
      ...(typed.phone ? [{ ...voice, number: typed.phone }] : []),
      ...(typed.whatsapp ? [{ ...whatsapp, number: typed.whatsapp, type: 'whatsapp' }] : []),
    ];
    await acts.act(editService(serviceId, { phones: [...rest, ...given], email: typed.email || null }), t('cell.step.channels.saved'));
    await discard();
  }
  const number = (value: string) => (isChecked && !isNumber(value) ? { error: t('cell.step.channels.wrong_number') } : {});
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('cell.step.channels.phone')}
          type="tel"
          dir="ltr"
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          {...number(typed.phone)}
        />
        <Field
          label={t('cell.step.channels.whatsapp')}
          type="tel"
          dir="ltr"
          value={draft.whatsapp}
          onChange={(next) => change({ whatsapp: next })}
          {...number(typed.whatsapp)}
        />
        <Field
          label={t('cell.step.channels.email')}
          type="email"
          dir="ltr"
          value={draft.email}
          onChange={(next) => change({ email: next })}
          {...(isChecked && !isAddress(typed.email) ? { error: t('invite.email.wrong') } : {})}
        />
      </div>
      <p className="text-sm text-quiet">{t('cell.step.channels.public')}</p>
      <p>
        <Button look="main" onPress={() => save()}>
          {t('cell.save')}
        </Button>
      </p>
    </>
  );
}
