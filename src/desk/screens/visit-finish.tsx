import { memo } from 'react';
import { CommuneSelect } from '../../territory/screens/index.ts';
import { Card } from '../../ui/card.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { visitOutcomes } from '../lists.ts';
import { outcomeOf, type VisitDraft } from './visit-draft.ts';

type Change = (part: Partial<VisitDraft>) => void;

const Outcome = memo(function Outcome({ value, change }: { value: VisitDraft['outcome']; change: Change }) {
  const t = useT();
  return (
    <ChooseOne
      label={t('desk.outcome')}
      options={optionsOf(t, 'outcome', visitOutcomes)}
      value={value}
      onChange={(outcome) => change({ outcome })}
    />
  );
});

const Commune = memo(function Commune({ value, change }: { value: string; change: Change }) {
  return <CommuneSelect value={value} onChange={(communeCode) => change({ communeCode })} />;
});

export function VisitFinish({ draft, change }: { draft: VisitDraft; change: Change }) {
  const t = useT();
  return (
    <Card className="gap-6">
      <Outcome value={outcomeOf(draft)} change={change} />
      <details open={draft.note !== '' || draft.communeCode !== ''} className="flex flex-col">
        <summary className="min-h-11 content-center font-semibold text-primary">{t('desk.more')}</summary>
        <div className="flex flex-col gap-4 pt-2">
          <Commune value={draft.communeCode} change={change} />
          <Field
            label={t('desk.note')}
            hint={t('desk.note.hint')}
            rows={3}
            maxLength={2000}
            value={draft.note}
            onChange={(note) => change({ note })}
          />
        </div>
      </details>
      <p className="text-sm text-quiet">{t('desk.kept')}</p>
    </Card>
  );
}
