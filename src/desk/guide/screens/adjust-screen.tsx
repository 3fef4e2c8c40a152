import { useNavigate, useParams } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { NotFoundScreen } from '../../../workspace/broken-screen.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { useLanguage } from '../../../workspace/language.tsx';
import { Waiting } from '../../../workspace/page.tsx';
import { Reading } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { GuideProcedure } from '../contract.ts';
import { labels } from '../labels.ts';
import { inLanguage } from '../rules.ts';
import { adjustDraftName, adjustDraftOf, adjustPayloadOf, wrongInAdjustment } from './adjust-draft.ts';
import { BothLanguages } from './both-languages.tsx';
import { GuidePage } from './guide-page.tsx';
import { useGuide } from './use-guide.ts';

/** The limit and the note of the acting cell, or of the region when the programme acts. */
export function AdjustScreen() {
  const { procedureId } = useParams();
  const { roles } = useSession();
  const query = useGuide();
  if (!roles.has('cell_manager') && !roles.has('programme')) return <NotFoundScreen />;
  return (
    <Reading query={query}>
      {({ procedures }) => {
        const procedure = procedures.find(({ id, isOwn }) => id === procedureId && !isOwn);
        return procedure ? <AdjustForm procedure={procedure} /> : <NotFoundScreen />;
      }}
    </Reading>
  );
}

function AdjustForm({ procedure }: { procedure: GuideProcedure }) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const { roles, send } = useSession();
  const by = roles.has('cell_manager') ? 'cell' : 'region';
  const { value: draft, change, discard } = useDraft(adjustDraftName(procedure.id), () => adjustDraftOf(procedure, by));
  const wrong = draft ? wrongInAdjustment(draft) : {};
  const missing = useMissing(Object.keys(wrong).length > 0);
  if (!draft) return <Waiting />;
  async function save(): Promise<void> {
    if (!draft || !missing.mayGoOn()) return;
    await send({ kind: 'desk.adjust_procedure', payload: adjustPayloadOf(procedure.id, draft) });
    await discard();
    await navigate('/guide');
  }
  const { limit } = procedure;
  return (
    <GuidePage title={t('guide.adjust')} intro={t(`guide.adjust.intro_${by}`)}>
      <Card className="gap-5">
        <h2>{inLanguage(procedure.title, language)}</h2>
        {limit ? (
          <>
            <p>
              {inLanguage(limit.about, language)}
              <br />
              <span className="text-quiet">
                {t('guide.adjust.law', { days: labels[language].days(limit.days), source: inLanguage(limit.source, language) })}
              </span>
            </p>
            <Field
              label={t('guide.adjust.days')}
              type="number"
              dir="ltr"
              value={draft.days}
              onChange={(days) => change({ days })}
              error={missing.isShown && wrong.days ? t('guide.adjust.days.wrong') : undefined}
            />
            <BothLanguages
              label={t('guide.adjust.source')}
              maxLength={200}
              value={draft.source}
              onChange={(source) => change({ source })}
              error={missing.isShown && wrong.source ? t('guide.form.both') : undefined}
            />
          </>
        ) : (
          <p className="text-quiet">{t('guide.adjust.no_limit')}</p>
        )}
        <BothLanguages
          label={t('guide.adjust.note')}
          maxLength={400}
          rows={3}
          value={draft.note}
          onChange={(note) => change({ note })}
          error={missing.isShown && wrong.note ? t('guide.form.both') : undefined}
        />
        <p>
          <Button look="main" onPress={() => save()}>
            {t('guide.form.save')}
          </Button>
        </p>
      </Card>
    </GuidePage>
  );
}
