import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { Done, useActs } from '../../../workspace/acts.tsx';
import type { WordsAnswer } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { useLanguageName } from '../language-name.ts';
import { useAudiences, useNeeds } from '../terms.ts';
import { AddWord } from './add-word.tsx';

/** How people say it: the everyday words the search understands besides the official ones. */
export function WordsScreen() {
  const { t, language } = useLanguage();
  const languageName = useLanguageName();
  const needs = useNeeds();
  const audiences = useAudiences();
  const acts = useActs();
  const [isAdding, setAdding] = useState(false);
  const [filter, setFilter] = useState('');
  const query = useRead<WordsAnswer>('/api/directory/care/words');
  const meaning = (code: string) => (needs.options.some((o) => o.value === code) ? needs.nameOf(code) : audiences.nameOf(code));
  return (
    <CarePage
      title={t('care.words.title')}
      intro={t('care.words.intro')}
      actions={
        <Button look="main" onPress={() => setAdding(true)}>
          {t('care.words.add')}
        </Button>
      }
    >
      <Done acts={acts} />
      <Reading query={query}>
        {({ words }) => {
          if (words.length === 0) return <Empty title={t('care.words.none')}>{t('care.words.none.text')}</Empty>;
          const wanted = filter.trim().toLocaleLowerCase();
          const shown = words.filter(({ word, termCode }) => `${word} ${meaning(termCode)}`.toLocaleLowerCase().includes(wanted));
          const byTerm = Map.groupBy(shown, ({ termCode }) => termCode);
          return (
            <>
              {words.length > 20 && <Field label={t('care.words.filter')} type="search" value={filter} onChange={setFilter} />}
              {[...byTerm].map(([code, its]) => (
                <Card key={code} className="gap-2!">
                  <h2 className="text-lg">{meaning(code)}</h2>
                  <ul className="flex flex-col">
                    {its.map(({ id, word, language: spoken }) => {
                      const isSending = acts.isSending('directory.remove_everyday_word', { wordId: id });
                      return (
                        <li key={id} className="flex items-center justify-between gap-3 border-t border-line py-1 first:border-0">
                          <span className="min-w-0">
                            <bdi className="font-semibold">{word}</bdi> <span className="text-sm text-quiet">{languageName(spoken)}</span>
                          </span>
                          <Button
                            look="quiet"
                            className="mx-0! shrink-0"
                            isDisabled={isSending}
                            aria-label={isSending ? undefined : t('care.words.remove_named', { word })}
                            onPress={() =>
                              acts.act(
                                { kind: 'directory.remove_everyday_word', payload: { wordId: id } },
                                t('care.words.removed', { word }),
                              )
                            }
                          >
                            {t(isSending ? 'outbox.this_waits' : 'finder.remove')}
                          </Button>
                        </li>
                      );
                    })}
                  </ul>
                </Card>
              ))}
            </>
          );
        }}
      </Reading>
      {isAdding && <AddWord word="" language={language} acts={acts} onClose={() => setAdding(false)} />}
    </CarePage>
  );
}
