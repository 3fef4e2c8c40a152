import type { ReactNode } from 'react';
import { Card } from '../../../ui/card.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { OrganizationFields } from '../answers.ts';
import { useAreas } from '../areas.ts';
import { useFieldName } from '../field-value.tsx';
import { CommuneOptions } from './area-fields.tsx';
import { ContactFields, isContactRight } from './contact-fields.tsx';
import { type Touched, touchText, withTouched } from './record-draft.ts';
import { organizationTexts, TextFields } from './text-fields.tsx';

const contactOf = ({ phones, email, website }: OrganizationFields) => ({ phones, email, website });
/** Each organisation says who it is and what it does. */
export const isOrganizationComplete = (fields: OrganizationFields): boolean =>
  fields.name.trim() !== '' && fields.description.trim() !== '' && isContactRight(contactOf(fields));

interface OrganizationFormProps {
  record: OrganizationFields;
  touched: Touched<OrganizationFields>;
  onTouch: (touched: Touched<OrganizationFields>) => void;
  stale?: readonly string[];
  isChecked: boolean;
  mayDecide: boolean;
  children: ReactNode;
}
/** What an organisation says of itself: who it is, how to reach it, where it sits. */
export function OrganizationForm({ record, touched, onTouch, stale, isChecked, mayDecide, children }: OrganizationFormProps) {
  const t = useT();
  const fieldName = useFieldName();
  const areas = useAreas();
  const fields = withTouched(record, touched);
  const touch = (part: Touched<OrganizationFields>) => onTouch({ ...touched, ...part });
  const needed = (text: string) => (isChecked && text.trim() === '' ? t('invitation.needed') : undefined);
  return (
    // What has the focus is never under the bar that stays at the bottom.
    <div className="flex flex-col gap-6 [&_:focus]:scroll-mb-48">
      <TextFields
        members={organizationTexts}
        fields={fields}
        touch={(member, text) => touch({ [member]: text })}
        touchText={(language, member, text) => touch(touchText(touched.translations, language, member, text))}
        stale={stale}
        errors={{ name: needed(fields.name), description: needed(fields.description) }}
        mayDecide={mayDecide}
      />
      <ContactFields contact={contactOf(fields)} touch={touch} isChecked={isChecked} />
      <Card>
        <h2>{t('care.organization.place')}</h2>
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <NativeSelect
            label={fieldName('communeCode')}
            value={fields.communeCode ?? ''}
            onChange={(code) => touch({ communeCode: code || null })}
          >
            <option value="">{t('person.unknown')}</option>
            <CommuneOptions areas={areas} />
          </NativeSelect>
          <Field
            label={fieldName('alternateName')}
            hint={t('care.organization.alternate_hint')}
            value={fields.alternateName ?? ''}
            onChange={(alternateName) => touch({ alternateName })}
            maxLength={300}
          />
        </div>
      </Card>
      {children}
    </div>
  );
}
