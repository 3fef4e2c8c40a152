import type { ShareableField } from '../../people/contract.ts';
import { AnswerFields, ReadAloud } from '../../people/screens/index.ts';
import { Card } from '../../ui/card.tsx';
import { ChooseMany } from '../../ui/choice.tsx';
import { useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import type { ReferDraft, ReferErrors } from './refer-draft.ts';

interface ConsentStepProps {
  draft: ReferDraft;
  partnerName: string;
  available: readonly ShareableField[];
  values: { needs: string[]; summary: string | null; person: { name: string; phone: string | null; language: string | null } | null };
  isMinor: boolean;
  change: (part: Partial<ReferDraft>) => void;
  errors: ReferErrors;
}

/** Nothing is ticked beforehand: each thing shared is a thing the person said yes to. */
export function ConsentStep({ draft, partnerName, available, values, isMinor, change, errors }: ConsentStepProps) {
  const t = useT();
  const shown: Partial<Record<ShareableField, string | null | undefined>> = {
    name: values.person?.name,
    phone: values.person?.phone,
    language: values.person?.language && t(`language.${values.person.language}`),
    needs: wordsOf(t, 'need', values.needs),
    summary: values.summary,
  };
  return (
    <Card className="gap-6">
      <h2>{t('refer.step.consent')}</h2>
      <ChooseMany
        label={t('refer.fields')}
        hint={t('refer.fields.hint')}
        error={errors.fields && t(errors.fields)}
        size="row"
        options={available.map((f) => ({
          value: f,
          label: t(`share.${f}`),
          // A number runs from left to right in every language, a name as its own letters do.
          detail: shown[f] && <bdi dir={f === 'phone' ? 'ltr' : undefined}>{shown[f]}</bdi>,
        }))}
        value={draft.fields}
        onChange={(fields) => change({ fields })}
        isRequired
      />
      <ReadAloud
        of={{
          purpose: 'referral',
          until: draft.until,
          partner: partnerName || '…',
          fields: available.filter((f) => draft.fields.includes(f)),
        }}
        language={draft.textLanguage}
        onLanguage={(textLanguage) => change({ textLanguage })}
      />
      <AnswerFields draft={draft} change={change} isMinor={isMinor} errors={errors} />
    </Card>
  );
}
