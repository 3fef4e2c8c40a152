import { memo } from 'react';
import { CommuneSelect } from '../../territory/screens/index.ts';
import { Card } from '../../ui/card.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { useShown } from '../../workspace/shown.ts';
import { visitOutcomes } from '../lists.ts';
import type { VisitDraft } from './visit-draft.ts';

type Change = (part: Partial<VisitDraft>) => void;

const Outcome = memo(function Outcome({ value, change }: { value: VisitDraft['outcome']; change: Change }) {
  const t = useT();
  const [shown, choose] = useShown(value, (outcome) => change({ outcome }));
  return <ChooseOne label={t('desk.outcome')} options={optionsOf(t, 'outcome', visitOutcomes)} value={shown} onChange={choose} />;
});

const Commune = memo(function Commune({ value, change }: { value: string; change: Change }) {
  return <CommuneSelect value={value} onChange={(communeCode) => change({ communeCode })} />;
});

const Note = memo(function Note({ value, change }: { value: string; change: Change }) {
  const t = useT();
  const [shown, type] = useShown(value, (note) => change({ note }));
  return <Field label={t('desk.note')} hint={t('desk.note.hint')} rows={3} maxLength={2000} value={shown} onChange={type} />;
});

interface FinishProps extends Pick<VisitDraft, 'outcome' | 'note' | 'communeCode'> {
  change: Change;
}
export const VisitFinish = memo(function VisitFinish({ outcome, note, communeCode, change }: FinishProps) {
  const t = useT();
  return (
    <Card className="gap-6">
      <Outcome value={outcome} change={change} />
      <details open={note !== '' || communeCode !== ''} className="flex flex-col">
        <summary className="min-h-11 content-center font-semibold text-primary">{t('desk.more')}</summary>
        <div className="flex flex-col gap-4 pt-2">
          <Commune value={communeCode} change={change} />
          <Note value={note} change={change} />
        </div>
      </details>
      <p className="text-sm text-quiet">{t('desk.kept')}</p>
    </Card>
  );
});
