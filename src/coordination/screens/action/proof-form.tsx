import { useState } from 'react';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { Tick } from '../../../ui/tick.tsx';
import { attachmentTexts, ChooseFile, usualLargest } from '../../../cases/screens/index.ts';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import type { ActionView } from '../../contract.ts';
import { figures, type FigureKey, proofKinds, type ProofKind } from '../../lists.ts';
import { today } from '../parts/source-fields.tsx';
import { useTold } from '../parts/told.tsx';
import { isTyped, nothingTyped, toTold, type Typed, TwoWords } from '../parts/two-words.tsx';

interface ProofDraft {
  kind: ProofKind;
  words: Typed;
  datedOn: string;
  url: string;
  figure: FigureKey | '';
  stepId: string;
  isPublic: boolean;
  /** Kept with the words: a telephone that takes a photograph may close this page meanwhile. */
  file: Blob | null;
  fileName: string;
}
const isAddress = (url: string): boolean => /^https?:\/\//.test(url) && URL.canParse(url);

interface ProofFormProps {
  it: ActionView;
  /** Of which step, where that is known. */
  stepId?: string;
  acts: Acts;
  onClose: () => void;
}

/** Something dated that one can look at: a document, a photograph, an address, someone's word, or a figure this platform counts itself. */
export function ProofForm({ it, stepId, acts, onClose }: ProofFormProps) {
  const t = useT();
  const told = useTold();
  const [isChecked, setChecked] = useState(false);
  const { value, change, discard } = useDraft<ProofDraft>(`proof:${stepId ?? it.id}`, () => ({
    kind: 'document',
    words: nothingTyped,
    datedOn: today(),
    url: '',
    figure: '',
    stepId: stepId ?? '',
    isPublic: false,
    file: null,
    fileName: '',
  }));
  if (!value) return null;
  const { kind, words, datedOn, url, figure, isPublic, file } = value;
  const isFile = kind === 'document' || kind === 'photo';
  const isAhead = datedOn > today();
  const isComplete =
    isTyped(words) &&
    datedOn !== '' &&
    !isAhead &&
    (!isFile || file !== null) &&
    (kind !== 'link' || isAddress(url.trim())) &&
    (kind !== 'figure' || figure !== '');
  async function save(): Promise<void> {
    if (!isComplete) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    onClose();
    await acts.act(
      {
        kind: 'coordination.add_proof',
        payload: {
          proofId: uuidv7(),
          actionId: it.id,
          ...(value?.stepId ? { stepId: value.stepId } : {}),
          kind,
          datedOn,
          words: toTold(words),
          ...(kind === 'link' ? { url: url.trim() } : {}),
          ...(kind === 'figure' ? { figure } : {}),
          ...(isFile ? { fileId: uuidv7() } : {}),
          isPublic,
        },
        ...(isFile && file ? { file } : {}),
      },
      t('thread.proof.added'),
    );
    await discard();
  }
  return (
    <Decision title={t('thread.proof.add')} onClose={onClose} decide={t('thread.save')} cancel={t('workspace.cancel')} onDecide={save}>
      <ChooseOne
        label={t('thread.proof.kind')}
        options={optionsOf(t, 'thread.proof', proofKinds)}
        value={kind}
        onChange={(next) => change({ kind: next })}
      />
      <TwoWords
        label={t('thread.proof.words')}
        value={words}
        onChange={(typed) => change({ words: typed })}
        maxLength={500}
        rows={2}
        error={isChecked && !isTyped(words) ? t('thread.one_language') : undefined}
      />
      {isFile && (
        <RoomTexts catalogues={attachmentTexts} waiting={null}>
          <ProofFile
            chosen={file ? { name: value.fileName, size: file.size } : undefined}
            isMissing={isChecked && file === null}
            onChoose={async (blob, fileName) => change({ file: blob, fileName })}
          />
        </RoomTexts>
      )}
      {kind === 'link' && (
        <Field
          label={t('thread.proof.url')}
          type="url"
          dir="ltr"
          maxLength={500}
          value={url}
          onChange={(text) => change({ url: text })}
          {...(isChecked && !isAddress(url.trim()) ? { error: t('thread.proof.url.wrong') } : {})}
        />
      )}
      {kind === 'figure' && (
        <>
          <NativeSelect
            label={t('thread.figure')}
            value={figure}
            onChange={(key) => change({ figure: figures.find((each) => each === key) ?? '' })}
          >
            <option value="">{t('thread.choose')}</option>
            {figures.map((key) => (
              <option key={key} value={key}>
                {t(`thread.figure.${key}`)}
              </option>
            ))}
          </NativeSelect>
          {isChecked && figure === '' && (
            <p role="alert" className="font-semibold text-bad">
              {t('thread.figure.missing')}
            </p>
          )}
        </>
      )}
      <Field
        label={t('thread.proof.dated_on')}
        type="date"
        dir="ltr"
        value={datedOn}
        onChange={(date) => change({ datedOn: date })}
        {...(isChecked && (datedOn === '' || isAhead) ? { error: t(isAhead ? 'thread.date_ahead' : 'invitation.needed') } : {})}
      />
      {stepId === undefined && it.steps.length > 0 && (
        <NativeSelect label={t('thread.proof.step')} value={value.stepId} onChange={(id) => change({ stepId: id })}>
          <option value="">{t('thread.proof.step.whole')}</option>
          {it.steps.map((step) => (
            <option key={step.id} value={step.id}>
              {told(step.title)}
            </option>
          ))}
        </NativeSelect>
      )}
      <div className="flex flex-col">
        <Tick label={t('thread.proof.public')} isChosen={isPublic} onChange={(next) => change({ isPublic: next })} />
        <p className="text-sm text-quiet">{t('thread.proof.public.hint')}</p>
      </div>
    </Decision>
  );
}

interface ProofFileProps {
  chosen: { name: string; size: number } | undefined;
  isMissing: boolean;
  onChoose: (file: Blob, name: string) => Promise<void>;
}

/** The document or photograph itself: with the words of whoever attaches papers to cases, which are the same. */
function ProofFile({ chosen, isMissing, onChoose }: ProofFileProps) {
  const t = useT();
  return (
    <div className="flex flex-col gap-1">
      <ChooseFile
        largest={usualLargest}
        chosen={chosen}
        missing={isMissing ? t('attachments.file.missing') : undefined}
        onChoose={onChoose}
      />
      <p className="text-sm text-quiet">{t('thread.proof.file.hint')}</p>
    </div>
  );
}
