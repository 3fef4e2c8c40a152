import { type ReactNode, useState } from 'react';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card, Fact } from '../../../ui/card.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import type { Told } from '../../contract.ts';
import { Text } from './told.tsx';

interface PublishProps {
  subjectKind: 'finding' | 'recommendation' | 'action';
  subjectId: string;
  isPublished: boolean;
  /** Whether it is the reader's to decide, and no draft. */
  mayDecide: boolean;
  title: Told;
  text: Told | null;
  /** What else a stranger will read, in the order of the public page; what is nothing is left out. */
  facts: readonly (readonly [label: string, words: ReactNode])[];
  acts: Acts;
}

/** Whether everyone may read it. Before it is published the screen shows all that will be public. */
export function Publish({ subjectKind, subjectId, isPublished, mayDecide, acts, ...shown }: PublishProps) {
  const { t, language } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  if (!mayDecide && !isPublished) return null;
  const decide = () => {
    setAsking(false);
    return acts.act(
      { kind: 'coordination.publish', payload: { subjectKind, subjectId, publishes: !isPublished } },
      t(isPublished ? 'thread.publish.taken_back' : 'thread.publish.done'),
    );
  };
  const words = t(isPublished ? 'thread.publish.no_more' : 'thread.publish');
  return (
    <Card className="no-print">
      <h2>{t('thread.publish.title')}</h2>
      <p className="text-quiet">
        {t(isPublished ? (subjectKind === 'finding' ? 'thread.publish.is.finding' : 'thread.publish.is') : 'thread.publish.is_not')}
      </p>
      <p className="flex flex-wrap gap-3">
        {isPublished && subjectKind !== 'finding' && (
          <a className={buttonClass('second')} href={`/${language}/coordination/${subjectId}`}>
            {t('thread.publish.page')}
          </a>
        )}
        {mayDecide && (
          <Button
            look={isPublished ? 'danger' : 'second'}
            isDisabled={acts.isSending('coordination.publish', { subjectId })}
            onPress={() => setAsking(true)}
          >
            {words}
          </Button>
        )}
      </p>
      <Decision
        title={words}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        decide={words}
        cancel={t('workspace.cancel')}
        onDecide={decide}
      >
        {isPublished ? <p>{t('thread.publish.no_more.text')}</p> : <BecomesPublic {...shown} />}
      </Decision>
    </Card>
  );
}

/** All that a stranger will read. */
function BecomesPublic({ title, text, facts }: Pick<PublishProps, 'title' | 'text' | 'facts'>) {
  const { t } = useLanguage();
  return (
    <>
      <p>{t('thread.publish.becomes')}</p>
      <div className="flex flex-col gap-3 rounded-xl border border-line p-4">
        {(['fr', 'ar', 'en', 'es'] as const)
          .filter((language) => title[language] || text?.[language])
          .map((language) => (
            <div key={language} lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'} className="flex flex-col gap-1">
              {title[language] && <p className="font-bold">{title[language]}</p>}
              {text?.[language] && <Text told={{ [language]: text[language] }} />}
            </div>
          ))}
        <dl className="flex flex-col gap-3">
          {facts
            .filter(([, words]) => Boolean(words))
            .map(([label, words]) => (
              <Fact key={label} label={label}>
                <bdi>{words}</bdi>
              </Fact>
            ))}
        </dl>
      </div>
      <p className="text-sm text-quiet">{t('thread.publish.stays')}</p>
    </>
  );
}
