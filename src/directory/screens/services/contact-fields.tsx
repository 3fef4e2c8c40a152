import { Card } from '../../../ui/card.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Fields } from '../answers.ts';
import { useFieldName } from '../field-value.tsx';
import { isEmail, isPhoneNumber, isWebAddress } from './contact-checks.ts';
import { RowsEditor } from './rows-editor.tsx';

const phoneTypes = ['voice', 'cell', 'whatsapp', 'fax'] as const;
export interface Contact {
  phones: Fields['phones'];
  email: string | null;
  website: string | null;
}
export const isContactRight = ({ phones, email, website }: Contact): boolean =>
  phones.every(({ number }) => isPhoneNumber(number)) && isEmail(email) && isWebAddress(website);

/** A service says `url` where an organisation says `website`. */
export const serviceContact = ({ website, ...rest }: Partial<Contact>): Partial<Fields> => ({
  ...rest,
  ...(website === undefined ? {} : { url: website }),
});

interface ContactFieldsProps {
  contact: Contact;
  touch: (part: Partial<Contact>) => void;
  isChecked: boolean;
}
/** How to reach a service or an organisation. */
export function ContactFields({ contact: { phones, email, website }, touch, isChecked }: ContactFieldsProps) {
  const t = useT();
  const fieldName = useFieldName();
  const wrong = (isRight: boolean, key: string) => (isChecked && !isRight ? t(key) : undefined);
  return (
    <Card>
      <h2>{t('care.form.contact')}</h2>
      <RowsEditor
        title={fieldName('phones')}
        add={t('care.phones.add')}
        rows={phones}
        begin={() => ({ number: '', extension: null, type: 'voice', description: null })}
        onChange={(rows) => touch({ phones: rows })}
        nameOf={(phone) => phone.number}
      >
        {(phone, set) => (
          <>
            <Field
              label={t('care.phones.number')}
              type="tel"
              dir="ltr"
              value={phone.number}
              onChange={(number) => set({ number })}
              error={wrong(isPhoneNumber(phone.number), 'care.phones.wrong')}
            />
            <NativeSelect label={t('care.phones.type')} value={phone.type ?? ''} onChange={(type) => set({ type: type || null })}>
              <option value="">{t('person.unknown')}</option>
              {phoneTypes.map((type) => (
                <option key={type} value={type}>
                  {t(`care.phone_type.${type}`)}
                </option>
              ))}
            </NativeSelect>
          </>
        )}
      </RowsEditor>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label={fieldName('email')}
          type="email"
          dir="ltr"
          value={email ?? ''}
          onChange={(text) => touch({ email: text })}
          error={wrong(isEmail(email), 'care.contact.email_wrong')}
        />
        <Field
          label={fieldName('website')}
          hint={t('care.contact.website_hint')}
          type="url"
          dir="ltr"
          value={website ?? ''}
          onChange={(text) => touch({ website: text })}
          error={wrong(isWebAddress(website), 'care.contact.website_wrong')}
        />
      </div>
    </Card>
  );
}
