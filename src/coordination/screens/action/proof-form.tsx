import { useState } from 'react';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { Tick } from '../../../ui/tick.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import type { ActionView } from '../../contract.ts';
import { figures, type FigureKey } from '../../lists.ts';
import { today } from '../parts/source-fields.tsx';
import { useTold } from '../parts/told.tsx';
import { isTyped, nothingTyped, toTold, type Typed, TwoWords } from '../parts/two-words.tsx';

/** What can be shown without a file. */
const kinds = ['link', 'statement', 'figure'] as const;
interface ProofDraft {
  kind: (typeof kinds)[number];
  words: Typed;
  datedOn: string;
  url: string;
  figure: FigureKey | '';
  stepId: string;
  isPublic: boolean;
}
const isAddress = (url: string): boolean => /^https?:\/\//.test(url) && URL.canParse(url);

interface ProofFormProps {
  it: ActionView;
  /** Of which step, where that is known. */
  stepId?: string;
  acts: Acts;
  onClose: () => void;
}

/** Something dated that anyone can look at: an address, someone's word, or a figure this platform counts itself. */
export function ProofForm({ it, stepId, acts, onClose }: ProofFormProps) {
  const t = useT();
  const told = useTold();
  const [isChecked, setChecked] = useState(false);
  const { value, change, discard } = useDraft<ProofDraft>(`proof:${stepId ?? it.id}`, () => ({
    kind: 'link',
    words: nothingTyped,
    datedOn: today(),
    url: '',
    figure: '',
    stepId: stepId ?? '',
    isPublic: false,
  }));
  if (!value) return null;
  const { kind, words, datedOn, url, figure, isPublic } = value;
  const isAhead = datedOn > today();
  const isComplete =
    isTyped(words) && datedOn !== '' && !isAhead && (kind !== 'link' || isAddress(url.trim())) && (kind !== 'figure' || figure !== '');
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
          isPublic,
        },
      },
      t('thread.proof.added'),
    );
    await discard();
  }
  return (
    <Decision title={t('thread.proof.add')} onClose={onClose} decide={t('thread.save')} cancel={t('workspace.cancel')} onDecide={save}>
      <ChooseOne
        label={t('thread.proof.kind')}
        options={optionsOf(t, 'thread.proof', kinds)}
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
