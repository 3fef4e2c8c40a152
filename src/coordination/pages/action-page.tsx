import { localeOf, type Translate } from '../../platform/i18n/index.ts';
import type { PublicAction } from '../public.ts';
import { StepsAndProofs } from './steps.tsx';
import { ActionStanding } from './standing.tsx';
import { Behind, ThemeLinks } from './support.tsx';
import { Day, Organization, Source, Words } from './words.tsx';

interface Props {
  t: Translate;
  language: string;
  action: PublicAction;
}

/** A figure of the platform itself: what it stood at, what it is, what is aimed at. */
function Figure({ t, language, figure }: { t: Translate; language: string; figure: NonNullable<PublicAction['figure']> }) {
  const format = new Intl.NumberFormat(localeOf(language));
  const steps = [
    ['from', figure.from],
    ['now', figure.now],
    ['aim', figure.aim],
  ] as const;
  return (
    <section>
      <h2>{t(`coordination.public.figure.${figure.key}`)}</h2>
      <dl className="figure">
        {steps.map(([step, value]) =>
          value === null ? null : (
            <div key={step}>
              <dt>{t(`coordination.public.figureAt.${step}`)}</dt>
              <dd>{format.format(value)}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}

function Period({ t, language, action: { startsOn, endsOn } }: Props) {
  if (!startsOn && !endsOn) return null;
  return (
    <section>
      <h2>{t('coordination.public.when')}</h2>
      {startsOn ? (
        <p>
          {t('coordination.public.from')} <Day day={startsOn} page={language} />
        </p>
      ) : null}
      {endsOn ? (
        <p>
          {t('coordination.public.until')} <Day day={endsOn} page={language} />
        </p>
      ) : null}
    </section>
  );
}

/** One joint action: who does what of it, its steps with what was due, and what proves them. */
export function ActionPage({ t, language, action }: Props) {
  const { title, text, owner, partners, figure, communes, reason, sourceUrl } = action;
  const places = communes.map((commune) => commune[language === 'ar' ? 'ar' : 'fr']);
  return (
    <article>
      <h1>
        <Words words={title} page={language} />
      </h1>
      <ActionStanding t={t} language={language} action={action} />
      {text ? (
        <p className="lead said">
          <Words words={text} page={language} />
        </p>
      ) : null}
      {sourceUrl ? <Source url={sourceUrl} words={t('coordination.public.source')} /> : null}
      {reason ? (
        <p className="note said">
          <strong>{t('coordination.public.reason')}</strong> <bdi>{reason}</bdi>
        </p>
      ) : null}
      <div className="facts">
        {owner ? (
          <section>
            <h2>{t('coordination.public.owner')}</h2>
            <p>
              <Organization organization={owner} page={language} />
            </p>
          </section>
        ) : null}
        {figure ? <Figure t={t} language={language} figure={figure} /> : null}
        <Period t={t} language={language} action={action} />
        {places.length > 0 ? (
          <section>
            <h2>{t('coordination.public.where')}</h2>
            <p>
              <bdi>{new Intl.ListFormat(localeOf(language)).format(places)}</bdi>
            </p>
          </section>
        ) : null}
        {action.for.length > 0 ? (
          <section>
            <h2>{t('coordination.public.for')}</h2>
            <ul>
              {action.for.map((recommendation) => (
                <li key={recommendation.id}>
                  <a href={`/${language}/coordination/${recommendation.id}`}>
                    <Words words={recommendation.title} page={language} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <Behind t={t} language={language} organizations={action.endorsedBy} />
        <ThemeLinks t={t} language={language} themes={action.themes} />
      </div>
      {partners.length > 0 ? (
        <>
          <h2>{t('coordination.public.partners')}</h2>
          <ul className="plain log">
            {partners.map((partner) => (
              <li key={partner.id}>
                <p className="meta">
                  <Organization organization={partner.organization} page={language} />
                </p>
                <p className="said">
                  <Words words={partner.does} page={language} />
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <StepsAndProofs t={t} language={language} action={action} />
      <p className="acts no-print">
        <a className="go" href={`/${language}/coordination`}>
          {t('coordination.public.back')}
        </a>
      </p>
    </article>
  );
}
