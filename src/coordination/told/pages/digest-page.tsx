import type { Translate } from '../../../platform/i18n/index.ts';
import { type DigestRhythm, digestRhythms } from '../../lists.ts';

interface Props {
  t: Translate;
  language: string;
  token: string;
  rhythm: DigestRhythm;
}

/** How often to be told, without an account: it is chosen as easily as the letter came. */
export function DigestPage({ t, language, token, rhythm }: Props) {
  return (
    <>
      <h1>{t('told.choice.title')}</h1>
      <p className="lead">{t('told.choice.lead')}</p>
      <form method="post" action={`/${language}/coordination/told/${token}`}>
        <fieldset className="panel">
          <legend>{t('told.choice.how_often')}</legend>
          {digestRhythms.map((each) => (
            <label key={each} className="tick">
              <input type="radio" name="rhythm" value={each} defaultChecked={each === rhythm} />
              {t(`told.rhythm.${each}`)}
            </label>
          ))}
        </fieldset>
        <p className="acts">
          <button type="submit">{t('told.choice.save')}</button>
        </p>
      </form>
    </>
  );
}
