import type { ReactNode } from 'react';
import type { Translate } from '../../../platform/i18n/index.ts';
import { Day, Words } from '../../pages/words.tsx';
import type { Asked } from '../by-link.ts';
import type { AwaitedStep } from '../letters.ts';

interface Props {
  t: Translate;
  language: string;
  token: string;
  asked: Asked;
  /** What was sent was not whole. */
  isWrong?: boolean;
}

/** Opening the link changes nothing, so that a scanner of mails cannot answer: each of four buttons does, once. */
export function AskedPage({ t, language, token, asked, isWrong = false }: Props) {
  const { awaited, title, organization, isSilent } = asked;
  const answer = (key: string, fields: ReactNode = null) => (
    <form method="post" action={`/${language}/coordination/asked/${token}`} className="panel">
      <h2>{t(`told.answer.${key}`)}</h2>
      <p>{t(`told.answer.${key}.lead`)}</p>
      <input type="hidden" name="answer" value={key} />
      {fields}
      <p className="acts">
        <button type="submit">{t(`told.answer.${key}.send`)}</button>
      </p>
    </form>
  );
  return (
    <>
      <h1>{t('told.page.title')}</h1>
      <p className="lead">{t('told.page.lead', { organization })}</p>
      <p>
        <strong>
          <Words words={title} page={language} />
        </strong>
      </p>
      {isWrong ? (
        <p className="notice" role="alert">
          {t('told.page.wrong')}
        </p>
      ) : null}
      <ul>
        {awaited.map((step) => (
          <li key={step.id}>
            <Words words={step.title} page={language} />
            {' – '}
            <span className={step.isLate ? 'mark' : 'state'}>{t(step.isLate ? 'told.page.late' : 'told.page.soon')}</span>{' '}
            <Day day={step.dueOn} page={language} />
          </li>
        ))}
        {isSilent ? <li>{t('told.asked.silent')}</li> : null}
      </ul>
      {answer('on_track', <Said t={t} id="on_track" />)}
      {awaited.length > 0 ? answer('proof_follows', <WhichStep t={t} language={language} id="proof_follows" steps={awaited} />) : null}
      {answer('blocked', <Said t={t} id="blocked" isNeeded />)}
      {awaited.length > 0
        ? answer(
            'new_date',
            <>
              <WhichStep t={t} language={language} id="new_date" steps={awaited} />
              <p>
                <label htmlFor="new_date-day">{t('told.answer.day')}</label>
                <input id="new_date-day" name="day" type="date" required />
              </p>
              <Said t={t} id="new_date" />
            </>,
          )
        : null}
      <p>{t('told.page.once')}</p>
    </>
  );
}

/** In their own words; read by every organisation. */
function Said({ t, id, isNeeded = false }: { t: Translate; id: string; isNeeded?: boolean }) {
  return (
    <p>
      <label htmlFor={`${id}-words`}>{t(isNeeded ? 'told.answer.why' : 'told.answer.words')}</label>
      <textarea id={`${id}-words`} name="words" rows={2} maxLength={1000} required={isNeeded} />
    </p>
  );
}

interface WhichProps {
  t: Translate;
  language: string;
  id: string;
  steps: readonly AwaitedStep[];
}
/** Which step it is about; where there is one, nothing is asked. */
function WhichStep({ t, language, id, steps }: WhichProps) {
  const [only] = steps;
  if (only && steps.length === 1) return <input type="hidden" name="step" value={only.id} />;
  return (
    <p>
      <label htmlFor={`${id}-step`}>{t('told.answer.step')}</label>
      <select id={`${id}-step`} name="step">
        {steps.map((step) => (
          <option key={step.id} value={step.id}>
            {step.title[language as 'fr'] ?? Object.values(step.title)[0]}
          </option>
        ))}
      </select>
    </p>
  );
}
