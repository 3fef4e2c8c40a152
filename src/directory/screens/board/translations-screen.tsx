import { Link } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { type Acts, Done, useActs } from '../../../workspace/acts.tsx';
import type { TranslationsAnswer } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { Named, useName } from '../named.tsx';
import { useLanguageName } from '../language-name.ts';
import { formOf } from '../place.ts';

/** Translations that no longer follow their original. */
export function TranslationsScreen() {
  const t = useT();
  const acts = useActs();
  const query = useRead<TranslationsAnswer>('/api/directory/care/translations');
  return (
    <CarePage title={t('care.translations.title')} intro={t('care.translations.intro')}>
      <Done acts={acts} />
      <Reading query={query}>
        {({ translations }) =>
          translations.length === 0 ? (
            <Empty title={t('care.translations.none')}>{t('care.translations.none.text')}</Empty>
          ) : (
            <ul className="flex flex-col gap-4">
              {translations.map((old) => (
                <li key={`${old.id} ${old.language}`}>
                  <OldTranslation old={old} acts={acts} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </CarePage>
  );
}

function OldTranslation({ old, acts }: { old: TranslationsAnswer['translations'][number]; acts: Acts }) {
  const t = useT();
  const dates = useDates();
  const nameOf = useName();
  const languageName = useLanguageName();
  const { entity, id, name, language, translatedAt, originalChangedAt } = old;
  const isSending = acts.isSending('directory.confirm_translation', { id, language });
  const told = { name: nameOf(name), language: languageName(language) };
  return (
    <Card className="gap-2!">
      <h2 className="text-lg">
        <Named names={name} />
      </h2>
      <p>
        {t('care.translations.dates', {
          language: told.language,
          date: dates.moment(translatedAt),
          since: dates.moment(originalChangedAt),
        })}
      </p>
      <p className="flex flex-wrap gap-3">
        <Link to={formOf(entity, id)} aria-label={t('care.translations.mend_named', told)} className={buttonClass('main')}>
          {t('care.translations.mend')}
        </Link>
        <Button
          isDisabled={isSending}
          aria-label={isSending ? undefined : t('care.translations.right_named', told)}
          onPress={() =>
            acts.act(
              { kind: 'directory.confirm_translation', payload: { entity, id, language, originalChangedAt } },
              t('care.translations.kept', told),
            )
          }
        >
          {t(isSending ? 'outbox.this_waits' : 'care.translations.right')}
        </Button>
      </p>
    </Card>
  );
}
