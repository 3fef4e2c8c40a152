import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { TranslationsAnswer } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { Named, useName } from '../named.tsx';
import { useLanguageName } from '../language-name.ts';
import { formOf } from '../place.ts';

/** Translations that no longer follow their original. */
export function TranslationsScreen() {
  const t = useT();
  const dates = useDates();
  const nameOf = useName();
  const languageName = useLanguageName();
  const query = useRead<TranslationsAnswer>('/api/directory/care/translations');
  return (
    <CarePage title={t('care.translations.title')} intro={t('care.translations.intro')}>
      <Reading query={query}>
        {({ translations }) =>
          translations.length === 0 ? (
            <Empty title={t('care.translations.none')}>{t('care.translations.none.text')}</Empty>
          ) : (
            <ul className="flex flex-col gap-4">
              {translations.map(({ entity, id, name, language, translatedAt, originalChangedAt }) => (
                <li key={`${id} ${language}`}>
                  <Card className="gap-2!">
                    <h2 className="text-lg">
                      <Named names={name} />
                    </h2>
                    <p>
                      {t('care.translations.dates', {
                        language: languageName(language),
                        date: dates.moment(translatedAt),
                        since: dates.moment(originalChangedAt),
                      })}
                    </p>
                    <p>
                      <Link
                        to={formOf(entity, id)}
                        aria-label={t('care.translations.mend_named', { name: nameOf(name) })}
                        className={buttonClass('main')}
                      >
                        {t('care.translations.mend')}
                      </Link>
                    </p>
                  </Card>
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </CarePage>
  );
}
