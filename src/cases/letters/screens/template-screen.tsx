import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { Tick } from '../../../ui/tick.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { Page, Waiting } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { Template, TemplatesAnswer } from '../contract.ts';
import { letterLanguages } from '../lists.ts';
import { blanksIn } from '../rules.ts';
import { Paper } from './paper.tsx';
import { TextEditor } from './text-editor.tsx';
import { withLetterTexts } from './with-letter-texts.tsx';

export const TemplateScreen = withLetterTexts(TemplateFor);

function TemplateFor() {
  const t = useT();
  const { templateId = '' } = useParams();
  const query = useRead<TemplatesAnswer>('/api/cases/letters/templates');
  return (
    <Reading query={query}>
      {({ templates }) => {
        const template = templates.find((one) => one.id === templateId);
        return template ? (
          <EditTemplate key={`${template.id} ${template.version}`} template={template} />
        ) : (
          <Page title={t('letters.of_cell')}>
            <Notice tone="bad">{t('refusal.template_not_found')}</Notice>
          </Page>
        );
      }}
    </Reading>
  );
}

interface Draft {
  title: string;
  fr: string;
  ar: string;
  isFr: boolean;
  isAr: boolean;
}

/** Changes one of the cell's letters, or makes one from what comes with the product. */
function EditTemplate({ template }: { template: Template }) {
  const t = useT();
  const navigate = useNavigate();
  const { send } = useSession();
  const { id, version, isOwn, kind, texts } = template;
  const {
    value: draft,
    change,
    discard,
  } = useDraft<Draft>(`template:${id}:${version}`, () => ({
    title: template.title,
    fr: texts.fr ?? '',
    ar: texts.ar ?? '',
    isFr: texts.fr !== undefined,
    isAr: texts.ar !== undefined,
  }));
  const [problem, setProblem] = useState<string>();
  const [isRetiring, setRetiring] = useState(false);
  if (!draft) return <Waiting />;
  const chosen = letterLanguages.filter((l) => (l === 'fr' ? draft.isFr : draft.isAr));
  const unknown = chosen.flatMap((l) => blanksIn(draft[l])).filter((blank) => !blank.isKnown);

  async function save(isRetired: boolean): Promise<void> {
    if (!draft) return;
    const isMissing = draft.title.trim() === '' || chosen.length === 0 || chosen.some((l) => draft[l].trim() === '');
    if (isMissing || unknown.length > 0) {
      setProblem(
        isMissing ? t('letters.template.missing') : t('letters.unknown', { names: unknown.map(({ name }) => `{${name}}`).join(' ') }),
      );
      focusFirstProblem();
      return;
    }
    await send({
      kind: 'cases.save_letter_template',
      payload: {
        templateId: isOwn ? id : uuidv7(),
        version: isOwn ? version + 1 : 1,
        kind,
        title: draft.title.trim(),
        texts: Object.fromEntries(chosen.map((l) => [l, draft[l]])),
        isRetired,
      },
    });
    await discard();
    await navigate('/letters');
  }
  return (
    <Page
      title={t(isOwn ? 'letters.change' : 'letters.copy')}
      intro={t(isOwn ? 'letters.change.intro' : 'letters.copy.intro')}
      actions={
        <Link to="/letters" className={buttonClass('second')}>
          {t('letters.of_cell')}
        </Link>
      }
    >
      <Card className="gap-5">
        <Field label={t('letters.name')} maxLength={120} autoComplete="off" value={draft.title} onChange={(title) => change({ title })} />
        <div className="flex flex-wrap gap-x-8">
          <Tick label={t('letters.language.fr')} isChosen={draft.isFr} onChange={(isFr) => change({ isFr })} />
          <Tick label={t('letters.language.ar')} isChosen={draft.isAr} onChange={(isAr) => change({ isAr })} />
        </div>
      </Card>
      {chosen.map((l) => (
        <Card key={l} className="gap-5">
          <h2>{t(`letters.language.${l}`)}</h2>
          <TextEditor label={t(`letters.text.${l}`)} language={l} value={draft[l]} onChange={(text) => change({ [l]: text })} />
          <Paper text={draft[l]} language={l} />
        </Card>
      ))}
      {problem && (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="main" onPress={() => save(false)}>
          {t(isOwn ? 'letters.save' : 'letters.save_copy')}
        </Button>
        {isOwn && (
          <Button look="danger" onPress={() => setRetiring(true)}>
            {t('letters.retire')}
          </Button>
        )}
      </div>
      <Decision
        title={t('letters.retire')}
        isOpen={isRetiring}
        onClose={() => setRetiring(false)}
        decide={t('letters.retire.confirm')}
        cancel={t('workspace.cancel')}
        onDecide={() => {
          setRetiring(false);
          void save(true);
        }}
      >
        <p>{t('letters.retire.explained')}</p>
      </Decision>
    </Page>
  );
}
