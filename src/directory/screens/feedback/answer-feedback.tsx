import { Decision } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { useDraft } from '../../../workspace/draft.ts';
import { useT } from '../../../workspace/language.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import type { FeedbackView } from '../answers.ts';
import { useLanguageName } from '../language-name.ts';

/** The person reads the answer with the code they were given, in the language they wrote. */
export function AnswerFeedback({ feedback, acts, onClose }: { feedback: FeedbackView; acts: Acts; onClose: () => void }) {
  const t = useT();
  const languageName = useLanguageName();
  const draft = useDraft(`feedback:${feedback.id}`, () => ({ answer: '' }));
  const answer = draft.value?.answer ?? '';
  const missing = useMissing(answer.trim() === '');
  async function send(): Promise<void> {
    if (!missing.mayGoOn()) return;
    onClose();
    await acts.act(
      { kind: 'directory.answer_feedback', payload: { feedbackId: feedback.id, answer: answer.trim(), state: 'answered' } },
      t('care.feedback.answered_now', { reference: feedback.reference }),
    );
    await draft.discard();
  }
  return (
    <Decision
      title={t('care.feedback.answer_named', { reference: feedback.reference })}
      onClose={onClose}
      decide={t('care.feedback.send')}
      cancel={t('workspace.cancel')}
      onDecide={() => send()}
    >
      <Field
        label={t('care.feedback.answer_text')}
        hint={t('care.feedback.answer.hint', { language: languageName(feedback.language) })}
        rows={4}
        maxLength={2000}
        value={answer}
        onChange={(text) => draft.change({ answer: text })}
        error={missing.isShown ? t('care.feedback.answer.missing') : undefined}
        isRequired
      />
    </Decision>
  );
}
