import { useNavigate, useParams } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { ChooseMany } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { Tick } from '../../../ui/tick.tsx';
import { NotFoundScreen } from '../../../workspace/broken-screen.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { Waiting } from '../../../workspace/page.tsx';
import { Reading } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { audiences, needs } from '../../lists.ts';
import type { GuideProcedure } from '../contract.ts';
import { BothLanguages } from './both-languages.tsx';
import { GuidePage } from './guide-page.tsx';
import { PaperRows } from './paper-rows.tsx';
import type { TypedWords } from './typed-words.ts';
import { useGuide } from './use-guide.ts';
import { newProcedure, type WriteDraft, writeDraftName, writeDraftOf, writePayloadOf, wrongInProcedure } from './write-draft.ts';

/** A procedure of the cell's own: new, or reworded. */
export function WriteScreen() {
  const { procedureId = '' } = useParams();
  const { roles } = useSession();
  const query = useGuide();
  if (!roles.has('cell_manager')) return <NotFoundScreen />;
  return (
    <Reading query={query}>
      {({ procedures }) => {
        const known = procedures.find(({ id }) => id === procedureId);
        return known && !known.isOwn ? <NotFoundScreen /> : <WriteForm key={procedureId} procedureId={procedureId} known={known} />;
      }}
    </Reading>
  );
}

/** The texts in the order one tells them; the papers stand between the second group and the third. */
const texts = [
  { field: 'title', label: 'guide.form.name', maxLength: 120 },
  { field: 'about', label: 'guide.form.about', maxLength: 400, rows: 3 },
  { field: 'warning', label: 'guide.form.warning', maxLength: 400, rows: 2 },
] as const;
const facts = [
  { field: 'cost', label: 'guide.form.cost', maxLength: 240 },
  { field: 'delay', label: 'guide.form.delay', maxLength: 240 },
  { field: 'office', label: 'guide.form.office', maxLength: 240, rows: 2 },
  { field: 'training', label: 'guide.form.training', maxLength: 160, rows: 2 },
] as const;

function WriteForm({ procedureId, known }: { procedureId: string; known: GuideProcedure | undefined }) {
  const t = useT();
  const navigate = useNavigate();
  const { send } = useSession();
  const {
    value: draft,
    change,
    discard,
  } = useDraft<WriteDraft>(writeDraftName(procedureId), () => (known ? writeDraftOf(known) : newProcedure));
  const wrong = draft ? wrongInProcedure(draft) : new Set();
  const missing = useMissing(wrong.size > 0);
  if (!draft) return <Waiting />;
  const problem = (field: keyof WriteDraft, text: string) => (missing.isShown && wrong.has(field) ? t(text) : undefined);
  async function save(): Promise<void> {
    if (!draft || !missing.mayGoOn()) return;
    await send({ kind: 'desk.write_procedure', payload: writePayloadOf(procedureId, draft) });
    await discard();
    await navigate('/guide');
  }
  const both = ({ field, label, ...rest }: (typeof texts)[number] | (typeof facts)[number]) => (
    <BothLanguages
      key={field}
      {...rest}
      label={t(label)}
      value={draft[field]}
      onChange={(typed: TypedWords) => change({ [field]: typed })}
      error={problem(field, 'guide.form.both')}
    />
  );
  return (
    <GuidePage title={t(known ? 'guide.form.edit' : 'guide.form.new')}>
      <Card className="gap-5">
        {texts.map(both)}
        <ChooseMany
          label={t('guide.form.needs')}
          size="tile"
          options={optionsOf(t, 'need', needs)}
          value={draft.needs}
          onChange={(chosen) => change({ needs: chosen })}
          error={problem('needs', draft.needs.length === 0 ? 'guide.form.choose' : 'desk.needs.too_many')}
        />
        <ChooseMany
          label={t('guide.form.audiences')}
          options={optionsOf(t, 'audience', audiences)}
          value={draft.audiences}
          onChange={(chosen) => change({ audiences: chosen })}
          error={problem('audiences', 'guide.form.choose')}
        />
        <PaperRows papers={draft.papers} onChange={(papers) => change({ papers })} error={problem('papers', 'guide.form.both')} />
        {facts.map(both)}
        <Field
          label={t('guide.form.link')}
          type="url"
          dir="ltr"
          maxLength={500}
          value={draft.link}
          onChange={(link) => change({ link })}
          error={problem('link', 'guide.form.address')}
        />
        <Field
          label={t('guide.form.source')}
          type="url"
          dir="ltr"
          maxLength={500}
          value={draft.source}
          onChange={(source) => change({ source })}
          error={problem('source', 'guide.form.address')}
        />
        <Tick label={t('guide.form.unsure')} isChosen={draft.toBeConfirmed} onChange={(toBeConfirmed) => change({ toBeConfirmed })} />
        {missing.isShown && (
          <Notice tone="bad" live>
            {t('guide.form.missing')}
          </Notice>
        )}
        <p>
          <Button look="main" onPress={() => save()}>
            {t('guide.form.save')}
          </Button>
        </p>
      </Card>
    </GuidePage>
  );
}
