import { exchangeLanguages } from '../../desk/contract.ts';
import { consentWays, type ShareableField } from '../../people/contract.ts';
import { Card } from '../../ui/card.tsx';
import { ChooseMany, ChooseOne } from '../../ui/choice.tsx';
import { NativeSelect } from '../../ui/field.tsx';
import { useT } from '../../workspace/language.tsx';
import { optionsOf, wordsOf } from '../../workspace/options.ts';
import { ReadAloud } from './read-aloud.tsx';
import type { ReferDraft, ReferErrors } from './refer-draft.ts';

interface ConsentStepProps {
  draft: ReferDraft;
  partnerName: string;
  available: readonly ShareableField[];
  values: { needs: string[]; summary: string | null; person: { name: string; phone: string | null; language: string | null } | null };
  change: (part: Partial<ReferDraft>) => void;
  errors: ReferErrors;
}

/** Nothing is ticked beforehand: each thing shared is a thing the person said yes to. */
export function ConsentStep({ draft, partnerName, available, values, change, errors }: ConsentStepProps) {
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
        options={available.map((f) => ({ value: f, label: t(`share.${f}`), detail: shown[f] ?? undefined }))}
        value={draft.fields}
        onChange={(fields) => change({ fields })}
        isRequired
      />
      <NativeSelect label={t('refer.explained_in')} value={draft.explainedIn} onChange={(explainedIn) => change({ explainedIn })}>
        {exchangeLanguages.map((code) => (
          <option key={code} value={code}>
            {t(`language.${code}`)}
          </option>
        ))}
      </NativeSelect>
      <div className="flex flex-col gap-2">
        <h3>{t('refer.read_aloud')}</h3>
        <ReadAloud spoken={draft.explainedIn} partner={partnerName || '…'} fields={draft.fields.filter((f) => available.includes(f))} />
      </div>
      <ChooseOne
        label={t('refer.given_how')}
        error={errors.givenHow && t(errors.givenHow)}
        size="row"
        options={optionsOf(t, 'given_how', consentWays)}
        value={draft.givenHow}
        onChange={(givenHow) => change({ givenHow })}
        isRequired
      />
    </Card>
  );
}
