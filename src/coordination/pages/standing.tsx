import { localeOf, type Translate } from '../../platform/i18n/index.ts';
import type { PublicAction, PublicRecommendation } from '../public.ts';

interface Props {
  t: Translate;
  language: string;
}

/** How far something came: the figure, and the bar that shows it. */
export function Progress({ t, language, progress, words = 'coordination.public.progress' }: Props & { progress: number; words?: string }) {
  const share = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 0 }).format(progress);
  return (
    <p className="came">
      <svg className="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="rail" width="100" height="6" />
        <rect width={Math.round(progress * 100)} height="6" />
      </svg>
      <span>{t(words, { share })}</span>
    </p>
  );
}

/** Silence is told as silence: nothing taken up is not the same as nothing achieved. */
function Silent({ t, recommendation: { status, actions } }: { t: Translate; recommendation: PublicRecommendation }) {
  if (status !== 'adopted') return null;
  return <span>{t(actions.length === 0 ? 'coordination.public.noAction' : 'coordination.public.noFigure')}</span>;
}

/** Where a recommendation stands, in words. */
export function RecommendationStanding({ t, language, recommendation }: Props & { recommendation: PublicRecommendation }) {
  const { status, urgent, isLate, progress } = recommendation;
  return (
    <>
      <p className="meta">
        <span className={status === 'done' ? 'state open' : 'state'}>{t(`coordination.public.status.${status}`)}</span>
        {urgent ? <span className="mark">{t('coordination.public.urgent')}</span> : null}
        {isLate ? <span className="mark">{t('coordination.public.signal.late')}</span> : null}
        {progress === null ? <Silent t={t} recommendation={recommendation} /> : null}
      </p>
      {progress === null ? null : <Progress t={t} language={language} progress={progress} />}
    </>
  );
}

/** Where a joint action stands; a figure somebody typed is told as theirs, beside the one that its steps give. */
export function ActionStanding({ t, language, action }: Props & { action: PublicAction }) {
  const { status, signals, progress, declaredProgress } = action;
  return (
    <>
      <p className="meta">
        <span className={status === 'done' ? 'state open' : 'state'}>{t(`coordination.public.actionStatus.${status}`)}</span>
        {signals.map((signal) => (
          <span className="mark" key={signal}>
            {t(`coordination.public.signal.${signal}`)}
          </span>
        ))}
      </p>
      {declaredProgress === null ? null : (
        <Progress t={t} language={language} progress={declaredProgress} words="coordination.public.declared" />
      )}
      {progress === null ? null : <Progress t={t} language={language} progress={progress} words="coordination.public.progress" />}
      {progress === null && declaredProgress === null ? <p className="meta">{t('coordination.public.noFigure')}</p> : null}
    </>
  );
}
