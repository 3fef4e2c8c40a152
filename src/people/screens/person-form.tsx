import { type ReactNode, useState } from 'react';
import { CommuneSelect } from '../../territory/screens/index.ts';
import { ChooseMany, ChooseOne } from '../../ui/choice.tsx';
import { Field, NativeSelect } from '../../ui/field.tsx';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { audiences, contactPreferences, sexes, spokenLanguages } from '../lists.ts';
import { BirthDateField } from './birth-date-field.tsx';
import { CountrySelect } from './country-select.tsx';
import { OtherNamesField } from './other-names-field.tsx';
import type { PersonDraft, PersonErrors } from './person-draft.ts';

interface PersonFormProps {
  draft: PersonDraft;
  change: (part: Partial<PersonDraft>) => void;
  errors: PersonErrors;
  /** What is said between the name and the rest: who this may be. */
  children?: ReactNode;
  /** Without a name the case stays anonymous. */
  isNameNeeded?: boolean;
}

/** Only a way to call the person is compulsory, so only that and what tells two people apart is in sight. */
export function PersonForm({ draft, change, errors, children, isNameNeeded = true }: PersonFormProps) {
  const t = useT();
  const problem = (field: keyof PersonErrors) => (errors[field] ? t(errors[field]) : undefined);
  return (
    <div className="flex flex-col gap-6">
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label={t('person.name')}
          hint={t('person.name.hint')}
          error={problem('name')}
          autoComplete="off"
          maxLength={120}
          isRequired={isNameNeeded}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <Field
          label={t('person.phone')}
          hint={t('person.phone.hint')}
          error={problem('phone')}
          type="tel"
          dir="ltr"
          autoComplete="off"
          maxLength={30}
          value={draft.phone}
          onChange={(phone) => change({ phone })}
        />
      </div>
      <BirthDateField
        value={draft.birthDate}
        isAbout={draft.birthDateAbout}
        error={problem('birthDate')}
        onChange={(birthDate) => change({ birthDate })}
        onAbout={(birthDateAbout) => change({ birthDateAbout })}
      />
      {children}
      <Folded label={t('person.reach')} isFilled={draft.contactPreference !== 'any' || Boolean(draft.phoneBelongsTo || draft.safeHours)}>
        <ChooseOne
          label={t('person.contact')}
          options={optionsOf(t, 'contact', contactPreferences)}
          value={draft.contactPreference}
          onChange={(contactPreference) => change({ contactPreference })}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            label={t('person.phone_belongs_to')}
            hint={t('person.phone_belongs_to.hint')}
            maxLength={120}
            value={draft.phoneBelongsTo}
            onChange={(phoneBelongsTo) => change({ phoneBelongsTo })}
          />
          <Field
            label={t('person.safe_hours')}
            hint={t('person.safe_hours.hint')}
            maxLength={200}
            value={draft.safeHours}
            onChange={(safeHours) => change({ safeHours })}
          />
        </div>
        <Field
          label={t('person.email')}
          error={problem('email')}
          type="email"
          dir="ltr"
          autoComplete="off"
          maxLength={254}
          value={draft.email}
          onChange={(email) => change({ email })}
        />
      </Folded>
      <Folded label={t('person.more')} isFilled={draft.otherNames.length > 0}>
        <OtherNamesField names={draft.otherNames} onChange={(otherNames) => change({ otherNames })} />
        <ChooseOne label={t('person.sex')} options={optionsOf(t, 'sex', sexes)} value={draft.sex} onChange={(sex) => change({ sex })} />
        <ChooseOne
          label={t('person.audience')}
          options={optionsOf(t, 'audience', audiences)}
          value={draft.audience}
          onChange={(audience) => change({ audience })}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <NativeSelect
            label={t('person.language')}
            value={draft.language}
            onChange={(language) => change({ language: language as PersonDraft['language'] })}
          >
            <option value="">{t('person.unknown')}</option>
            {optionsOf(t, 'language', spokenLanguages).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </NativeSelect>
          <CountrySelect value={draft.residenceCountry} onChange={(residenceCountry) => change({ residenceCountry })} />
        </div>
        <ChooseMany
          label={t('person.languages')}
          options={optionsOf(
            t,
            'language',
            spokenLanguages.filter((l) => l !== draft.language),
          )}
          value={draft.languages}
          onChange={(languages) => change({ languages })}
        />
        <CommuneSelect value={draft.communeCode} onChange={(communeCode) => change({ communeCode })} />
      </Folded>
    </div>
  );
}

function Folded({ label, isFilled, children }: { label: string; isFilled: boolean; children: ReactNode }) {
  // Only how it stands at first: emptied again it does not close under the finger.
  const [isOpen] = useState(isFilled);
  return (
    <details open={isOpen} className="flex flex-col border-t border-line pt-2">
      <summary className="min-h-11 content-center font-semibold text-primary">{label}</summary>
      <div className="flex flex-col gap-6 pt-3">{children}</div>
    </details>
  );
}
