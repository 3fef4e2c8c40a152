import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { Done, useActs } from '../../../workspace/acts.tsx';
import type { QueriesAnswer, UnansweredQuery } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { useLanguageName } from '../language-name.ts';
import { AddWord } from './add-word.tsx';

/** What people searched for in vain, most asked first. */
export function QueriesScreen() {
  const t = useT();
  const dates = useDates();
  const languageName = useLanguageName();
  const acts = useActs();
  const [adding, setAdding] = useState<UnansweredQuery>();
  const query = useRead<QueriesAnswer>('/api/directory/care/queries');
  return (
    <CarePage title={t('care.queries.title')} intro={t('care.queries.intro')}>
      <Done acts={acts} />
      <Reading query={query}>
        {({ queries }) =>
          queries.length === 0 ? (
            <Empty title={t('care.queries.none')}>{t('care.queries.none.text')}</Empty>
          ) : (
            <ul className="flex flex-col gap-4">
              {queries.map((asked) => {
                const { query: word, language, count, lastDay } = asked;
                const isSending = acts.isSending('directory.settle_query', { query: word, language });
                return (
                  <li key={`${language} ${word}`}>
                    <Card className="gap-2!">
                      <h2 className="text-lg">
                        <bdi>{word}</bdi>
                      </h2>
                      <p className="text-sm text-quiet">
                        {t('care.queries.times', { count })} · {languageName(language)} ·{' '}
                        {t('care.queries.last', { date: dates.day(lastDay) })}
                      </p>
                      <div className="flex flex-wrap gap-3 pt-1">
                        <Button look="main" aria-label={t('care.queries.teach_named', { word })} onPress={() => setAdding(asked)}>
                          {t('care.queries.teach')}
                        </Button>
                        <Button
                          isDisabled={isSending}
                          aria-label={isSending ? undefined : t('care.queries.settle_named', { word })}
                          onPress={() =>
                            acts.act(
                              { kind: 'directory.settle_query', payload: { query: word, language } },
                              t('care.queries.settled', { word }),
                            )
                          }
                        >
                          {t(isSending ? 'outbox.this_waits' : 'care.queries.settle')}
                        </Button>
                      </div>
                    </Card>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Reading>
      {adding && <AddWord word={adding.query} language={adding.language} acts={acts} onClose={() => setAdding(undefined)} />}
    </CarePage>
  );
}
