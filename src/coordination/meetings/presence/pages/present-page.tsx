import type { Language, Translate } from '../../../../platform/i18n/index.ts';
import { Day, Words, wordsFor } from '../../../pages/words.tsx';
import { sexes } from '../../lists.ts';
import type { Present } from '../by-code.ts';

interface PresentPageProps {
  t: Translate;
  language: Language;
  token: string;
  present: Present;
  /** Made with the page, so that a form sent twice counts once. */
  once: string;
  isWrong?: boolean;
}

/** What somebody who is in the room says of themselves: never a name. */
export function PresentPage({ t, language, token, present, once, isWrong = false }: PresentPageProps) {
  return (
    <>
      <h1>{t('present.title')}</h1>
      <p className="lead">
        <Words words={present.title} page={language} />
      </p>
      <p>
        <Day day={present.heldOn} page={language} />
        {present.place && (
          <>
            {' · '}
            <bdi>{present.place}</bdi>
          </>
        )}
      </p>
      {present.isOpen ? (
        <form className="panel" method="post" action={`/${language}/meetings/present/${token}`}>
          <p>{t('present.nameless')}</p>
          {isWrong && (
            <p className="note" role="alert">
              {t('present.wrong')}
            </p>
          )}
          <input type="hidden" name="once" value={once} />
          {present.organizations.length > 0 && (
            <p>
              <label htmlFor="organization">{t('present.organization')}</label>
              <select id="organization" name="organization" defaultValue="">
                <option value="">{t('present.organization.other')}</option>
                {present.organizations.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </p>
          )}
          <p>
            <label htmlFor="words">{t(present.organizations.length > 0 ? 'present.words' : 'present.organization')}</label>
            <input id="words" name="words" maxLength={200} dir="auto" autoComplete="organization" />
          </p>
          <p>
            <label htmlFor="role">{t('present.role')}</label>
            <input id="role" name="role" maxLength={100} dir="auto" autoComplete="organization-title" />
          </p>
          <fieldset>
            <legend>{t('present.sex')}</legend>
            {sexes.map((sex) => (
              <label key={sex} className="tick">
                <input type="radio" name="sex" value={sex} required />
                {t(`present.sex.${sex}`)}
              </label>
            ))}
          </fieldset>
          {present.groups.length > 0 && (
            <p>
              <label htmlFor="group">{t('present.group')}</label>
              <select id="group" name="group" defaultValue="">
                <option value="">{t('present.group.none')}</option>
                {present.groups.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {wordsFor(title, language).text}
                  </option>
                ))}
              </select>
            </p>
          )}
          <p className="acts">
            <button type="submit">{t('present.send')}</button>
          </p>
        </form>
      ) : (
        <p className="note">{t('present.closed')}</p>
      )}
    </>
  );
}
