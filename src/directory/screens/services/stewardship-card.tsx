import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { OrganizationRecord } from '../../care/contract.ts';
import { rhythms, textLanguages } from '../../care/lists.ts';
import { Done, useActs } from '../../../workspace/acts.tsx';
import type { Stewardship } from '../answers.ts';
import { useLanguageName } from '../language-name.ts';

type Wished = Pick<Stewardship, 'rhythmMonths' | 'language'> & { contactEmail: string };

/** How often the organisation is asked whether all is still true, and where. The rhythm is an editor's to choose. */
export function StewardshipCard({ record: { id, stewardship, mayDecide } }: { record: OrganizationRecord }) {
  const t = useT();
  const dates = useDates();
  const languageName = useLanguageName();
  const acts = useActs();
  const draft = useDraft<Wished>(`stewardship:${id}`, () => ({
    rhythmMonths: stewardship.rhythmMonths,
    contactEmail: stewardship.contactEmail ?? '',
    language: stewardship.language,
  }));
  if (!draft.value) return null;
  const { rhythmMonths: rhythm, contactEmail: email, language } = draft.value;
  return (
    <Card>
      <h2>{t('care.stewardship.title')}</h2>
      <p className="text-quiet">
        {stewardship.remindedAt
          ? t('care.stewardship.reminded', { date: dates.day(stewardship.remindedAt) })
          : t('care.stewardship.explained')}
      </p>
      {mayDecide ? (
        <NativeSelect
          label={t('care.stewardship.rhythm')}
          value={String(rhythm ?? '')}
          onChange={(value) => draft.change({ rhythmMonths: rhythms.find((months) => String(months) === value) ?? null })}
        >
          {rhythms.map((months) => (
            <option key={months} value={months}>
              {t('care.stewardship.months', { count: months })}
            </option>
          ))}
          <option value="">{t('care.stewardship.never')}</option>
        </NativeSelect>
      ) : (
        <p>{rhythm === null ? t('care.stewardship.never') : t('care.stewardship.months', { count: rhythm })}</p>
      )}
      <Field
        label={t('care.stewardship.email')}
        type="email"
        dir="ltr"
        value={email}
        onChange={(contactEmail) => draft.change({ contactEmail })}
      />
      <NativeSelect
        label={t('care.stewardship.language')}
        value={language}
        onChange={(code) => draft.change({ language: textLanguages.find((known) => known === code) ?? language })}
      >
        {textLanguages.map((code) => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </NativeSelect>
      <Done acts={acts} />
      <p>
        <Button
          onPress={() =>
            acts
              .act(
                {
                  kind: 'directory.set_stewardship',
                  payload: { organizationId: id, rhythmMonths: rhythm, contactEmail: email.trim() || null, language },
                },
                t('care.stewardship.saved'),
              )
              .then(draft.discard)
          }
        >
          {t('care.stewardship.save')}
        </Button>
      </p>
    </Card>
  );
}
