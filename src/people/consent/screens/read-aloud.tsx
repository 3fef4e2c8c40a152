import { useState } from 'react';
import { direction } from '../../../platform/i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { useT } from '../../../workspace/language.tsx';
import { type SpokenText, spokenTexts } from '../../lists.ts';
import { useCellName } from './cell-name.ts';
import { ListenButton } from './listen-button.tsx';
import { isUnproven, type SpokenOf, spokenNames, spokenSentences } from './spoken-words.ts';

interface ReadAloudProps {
  of: Omit<SpokenOf, 'cell'>;
  language: SpokenText;
  onLanguage: (language: SpokenText) => void;
}

/** What the agent says before asking for agreement, in the person's language and in large letters: to be read aloud, shown, or played. */
export function ReadAloud({ of, language, onLanguage }: ReadAloudProps) {
  const t = useT();
  const [isLarge, setLarge] = useState(false);
  const cell = useCellName(language);
  return (
    <div className="flex flex-col gap-4">
      <ChooseOne
        label={t('consent.read_aloud')}
        options={spokenTexts.map((value) => ({ value, label: spokenNames[value] }))}
        value={language}
        onChange={onLanguage}
      />
      <blockquote
        lang={language}
        dir={direction(language)}
        className={`flex flex-col rounded-xl border-s-8 border-primary bg-primary-soft p-5 leading-relaxed sm:p-7 ${isLarge ? 'gap-6 text-3xl sm:text-4xl' : 'gap-3 text-xl sm:text-2xl'}`}
      >
        {spokenSentences(language, { ...of, cell }).map((sentence) => (
          <p key={sentence} className="last:font-bold">
            {sentence}
          </p>
        ))}
      </blockquote>
      <div className="no-print flex flex-wrap gap-3">
        <ListenButton purpose={of.purpose} language={language} />
        <Button onPress={() => setLarge(!isLarge)}>{t(isLarge ? 'consent.smaller' : 'consent.larger')}</Button>
      </div>
      {isUnproven(language) && <p className="text-sm text-quiet">{t('consent.unproven')}</p>}
    </div>
  );
}
