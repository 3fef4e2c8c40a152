import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { visitOutcomes } from '../lists.ts';
import { CommuneSelect } from '../../territory/screens/index.ts';
import { outcomeOf, type VisitDraft } from './visit-draft.ts';

interface FinishProps {
  draft: VisitDraft;
  change: (part: Partial<VisitDraft>) => void;
  onSave: () => void;
}

export function VisitFinish({ draft, change, onSave }: FinishProps) {
  const t = useT();
  return (
    <Card className="gap-6">
      <ChooseOne
        label={t('desk.outcome')}
        options={optionsOf(t, 'outcome', visitOutcomes)}
        value={outcomeOf(draft)}
        onChange={(outcome) => change({ outcome })}
      />
      <details open={draft.note !== '' || draft.communeCode !== ''} className="flex flex-col">
        <summary className="min-h-11 content-center font-semibold text-primary">{t('desk.more')}</summary>
        <div className="flex flex-col gap-4 pt-2">
          <CommuneSelect value={draft.communeCode} onChange={(communeCode) => change({ communeCode })} />
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
      <div className="flex flex-wrap items-center gap-4">
        <Button look="main" className="w-full sm:w-auto sm:px-8" onPress={onSave}>
          {t('desk.save')}
        </Button>
        <p className="text-sm text-quiet">{t('desk.kept')}</p>
      </div>
    </Card>
  );
}
