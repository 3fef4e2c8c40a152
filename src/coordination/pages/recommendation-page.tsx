import type { Translate } from '../../platform/i18n/index.ts';
import type { PublicRecommendation, PublicThread } from '../public.ts';
import { ActionStanding, RecommendationStanding } from './standing.tsx';
import { Behind, ThemeLinks } from './support.tsx';
import { Day, Organization, Source, Words } from './words.tsx';

interface Props {
  t: Translate;
  language: string;
  recommendation: PublicRecommendation;
  thread: PublicThread;
}

/** One recommendation: its words, where it was made, who took it up, and what comes of it. */
export function RecommendationPage({ t, language, recommendation, thread }: Props) {
  const { title, text, owner, dueOn, addressedTo, measure, reason, mergedInto, findings, endorsedBy, decidedOn, status } = recommendation;
  const meeting = thread.meetings.find((m) => m.id === recommendation.meetingId);
  const actions = recommendation.actions.flatMap(({ id }) => thread.actions.filter((a) => a.id === id));
  return (
    <article>
      <h1>
        <Words words={title} page={language} />
      </h1>
      <RecommendationStanding t={t} language={language} recommendation={recommendation} />
      <p className="lead said">
        <Words words={text} page={language} />
      </p>
      {reason ? (
        <p className="note said">
          <strong>{t('coordination.public.reason')}</strong> <bdi>{reason}</bdi>
        </p>
      ) : null}
      {mergedInto ? (
        <p>
          {t('coordination.public.mergedInto')}{' '}
          <a href={`/${language}/coordination/${mergedInto.id}`}>
            <Words words={mergedInto.title} page={language} />
          </a>
        </p>
      ) : null}
      <div className="facts">
        {meeting ? (
          <section>
            <h2>{t('coordination.public.saidAt')}</h2>
            <p>
              <a className="act" href={`/${language}/coordination/meetings/${meeting.id}`}>
                <Words words={meeting.title} page={language} />
              </a>
            </p>
            <p className="meta">
              <Day day={meeting.heldOn} page={language} />
              <bdi>{meeting.place}</bdi>
            </p>
            {meeting.sourceUrl ? <Source url={meeting.sourceUrl} words={t('coordination.public.source')} /> : null}
          </section>
        ) : null}
        <section>
          <h2>{t('coordination.public.owner')}</h2>
          <p>{owner ? <Organization organization={owner} page={language} /> : t('coordination.public.nobody')}</p>
          {dueOn ? (
            <p>
              {t('coordination.public.due')} <Day day={dueOn} page={language} />
            </p>
          ) : null}
        </section>
        {addressedTo ? (
          <section>
            <h2>{t('coordination.public.addressedTo')}</h2>
            <p>
              <Words words={addressedTo} page={language} />
            </p>
          </section>
        ) : null}
        {measure ? (
          <section>
            <h2>{t('coordination.public.measure')}</h2>
            <p className="said">
              <Words words={measure} page={language} />
            </p>
          </section>
        ) : null}
        {decidedOn && status !== 'proposed' ? (
          <section>
            <h2>{t(`coordination.public.happened.${status}`)}</h2>
            <p>
              <Day day={decidedOn} page={language} />
            </p>
          </section>
        ) : null}
        <Behind t={t} language={language} organizations={endorsedBy} />
        <ThemeLinks t={t} language={language} themes={recommendation.themes} />
      </div>
      {findings.length > 0 ? (
        <>
          <h2>{t('coordination.public.because')}</h2>
          <ul>
            {findings.map((finding) => (
              <li key={finding.id}>
                {t(`coordination.public.finding.${finding.kind}`)} <Words words={finding.title} page={language} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>{t('coordination.public.actions')}</h2>
      {actions.length === 0 ? <p>{t('coordination.public.noAction')}</p> : null}
      <ul className="plain cards">
        {actions.map((action) => (
          <li className="card" key={action.id}>
            <h3>
              <a href={`/${language}/coordination/${action.id}`}>
                <Words words={action.title} page={language} />
              </a>
            </h3>
            <ActionStanding t={t} language={language} action={action} />
            {action.owner ? (
              <p className="meta">
                <span>
                  {t('coordination.public.ledBy')} <Organization organization={action.owner} page={language} />
                </span>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="acts no-print">
        <a className="go" href={`/${language}/coordination`}>
          {t('coordination.public.back')}
        </a>
      </p>
    </article>
  );
}
