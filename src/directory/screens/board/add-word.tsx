import { Decision } from '../../../ui/dialog.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { useDraft } from '../../../workspace/draft.ts';
import { useT } from '../../../workspace/language.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import type { Acts } from '../../../workspace/acts.tsx';
import { textLanguages, type TextLanguage } from '../../care/lists.ts';
import { useLanguageName } from '../language-name.ts';
import { useAudiences, useNeeds } from '../terms.ts';

interface AddWordProps {
  word: string;
  language: TextLanguage;
  acts: Acts;
  onClose: () => void;
}

/** Teaches the search how people say it: a word, its language, and what is meant. */
export function AddWord({ word: begun, language: spoken, acts, onClose }: AddWordProps) {
  const t = useT();
  const languageName = useLanguageName();
  const needs = useNeeds();
  const audiences = useAudiences();
  const draft = useDraft(`word:${begun}`, () => ({ word: begun, language: spoken, termCode: '' }));
  const { word, language, termCode } = draft.value ?? { word: begun, language: spoken, termCode: '' };
  const missing = useMissing(word.trim() === '' || termCode === '');
  async function add(): Promise<void> {
    if (!missing.mayGoOn()) return;
    const said = t('care.words.added', { word: word.trim() });
    onClose();
    await acts.act({ kind: 'directory.add_everyday_word', payload: { wordId: uuidv7(), language, word: word.trim(), termCode } }, said);
    await draft.discard();
  }
  return (
    <Decision
      title={t('care.words.add')}
      onClose={onClose}
      decide={t('care.words.add_action')}
      cancel={t('workspace.cancel')}
      onDecide={() => add()}
    >
      <Field
        label={t('care.words.word')}
        hint={t('care.words.word.hint')}
        value={word}
        onChange={(text) => draft.change({ word: text })}
        maxLength={80}
        error={missing.isShown && word.trim() === '' ? t('invitation.needed') : undefined}
        isRequired
      />
      <NativeSelect
        label={t('care.words.language')}
        value={language}
        onChange={(code) => draft.change({ language: textLanguages.find((known) => known === code) ?? language })}
      >
        {textLanguages.map((code) => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect label={t('care.words.means')} value={termCode} onChange={(code) => draft.change({ termCode: code })}>
        <option value="">{t('invite.organization.choose')}</option>
        <optgroup label={t('care.words.needs')}>
          {needs.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('care.words.audiences')}>
          {audiences.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </optgroup>
      </NativeSelect>
      {missing.isShown && termCode === '' && (
        <p role="alert" className="font-semibold text-bad">
          {t('care.words.means.missing')}
        </p>
      )}
    </Decision>
  );
}
