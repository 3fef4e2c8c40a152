import { localeOf, type Translate } from '../../platform/i18n/index.ts';
import type { AnsweredFeedback } from '../care/feedback-store.ts';
import { feedbackKinds } from '../care/lists.ts';

interface Props {
  t: Translate;
  language: string;
}

/** Two taps, no name, no script: open it, then press what happened. */
export const FeedbackBlock = ({ t, language, serviceId }: Props & { serviceId: string }) => (
  <details className="no-print">
    <summary>{t('feedback.title')}</summary>
    <form className="panel" method="post" action={`/${language}/services/${serviceId}/feedback`}>
      <p>{t('feedback.lead')}</p>
      <p>
        <label htmlFor="feedback-text">{t('feedback.text')}</label>
        <textarea id="feedback-text" name="text" rows={2} maxLength={2000} />
      </p>
      <p className="acts">
        {feedbackKinds.map((kind) => (
          <button key={kind} name="kind" value={kind} type="submit">
            {t(`feedback.kind.${kind}`)}
          </button>
        ))}
      </p>
      {/* Programs fill in every field they find; people do not see this one. */}
      <p hidden>
        <label htmlFor="feedback-website">{t('feedback.trap')}</label>
        <input id="feedback-website" name="website" tabIndex={-1} autoComplete="off" />
      </p>
    </form>
  </details>
);

export const FeedbackSentPage = ({ t, language, serviceId, code }: Props & { serviceId: string; code: string }) => (
  <>
    <h1>{t('feedback.sentTitle')}</h1>
    <p className="lead">{t('feedback.sent')}</p>
    <p className="panel">
      {t('feedback.code')}
      <strong className="code">
        <bdi dir="ltr">{code}</bdi>
      </strong>
    </p>
    <p className="acts no-print">
      <a className="go" href={`/${language}/feedback`}>
        {t('feedback.readTitle')}
      </a>
      <a className="go" href={`/${language}/services/${serviceId}`}>
        {t('feedback.back')}
      </a>
    </p>
  </>
);

function Answer({ t, language, feedback }: Props & { feedback: AnsweredFeedback }) {
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <section className="panel" aria-live="polite">
      <p>
        {t('feedback.about')}{' '}
        <a href={`/${language}/services/${feedback.serviceId}`}>
          <bdi>{feedback.serviceName}</bdi>
        </a>{' '}
        – {t(`feedback.kind.${feedback.kind}`)}
      </p>
      <p>
        <strong>{t(`feedback.state.${feedback.state}`, { date: feedback.answeredAt ? day.format(feedback.answeredAt) : '' })}</strong>
      </p>
      {feedback.answer ? (
        <p className="said">
          <bdi>{feedback.answer}</bdi>
        </p>
      ) : null}
    </section>
  );
}

/** Where a code is typed, and what it opens. The code travels in the form, never in an address. */
export const FeedbackAnswerPage = ({ t, language, found, typed }: Props & { found?: AnsweredFeedback | undefined; typed?: string }) => (
  <>
    <h1>{t('feedback.readTitle')}</h1>
    {found ? <Answer t={t} language={language} feedback={found} /> : null}
    {typed !== undefined && !found ? (
      <p className="note warn" role="alert">
        {t('feedback.unknown')}
      </p>
    ) : null}
    <form className="panel" method="post" action={`/${language}/feedback`}>
      <p>
        <label htmlFor="code">{t('feedback.code')}</label>
        <input
          className="short"
          id="code"
          name="code"
          dir="ltr"
          required
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="code-hint"
          defaultValue={found ? '' : (typed ?? '')}
        />
        <span className="hint" id="code-hint">
          {t('feedback.codeHint')}
        </span>
      </p>
      <button type="submit">{t('feedback.read')}</button>
    </form>
  </>
);
