import type { Translate } from '../../platform/i18n/index.ts';
import { type Theme, themes } from '../lists.ts';
import { timelineOf } from '../open-data/timeline.ts';
import type { PublicMeeting, PublicRecommendation, PublicThread } from '../public.ts';
import { RecommendationStanding } from './standing.tsx';
import { Timeline } from './timeline.tsx';
import { Day, Organization, Source, Words } from './words.tsx';

interface Props {
  t: Translate;
  language: string;
}
/** So many that a page stays one round trip; the feed and the data hold the rest. */
const perPage = 20;
const newest = 10;

export interface OverviewAsked {
  theme?: Theme | undefined;
  page: number;
}
const addressOf = (language: string, { theme, page }: OverviewAsked): string => {
  const asked = new URLSearchParams({ ...(theme ? { theme } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return `/${language}/coordination${asked === '' ? '' : `?${asked}`}`;
};

const Themes = ({ t, language, counts, asked }: Props & { counts: ReadonlyMap<Theme, number>; asked: OverviewAsked }) => (
  <details className="panel no-print">
    <summary>
      {asked.theme
        ? t('coordination.public.ofTheme', { theme: t(`coordination.public.theme.${asked.theme}`) })
        : t('coordination.public.byTheme')}
    </summary>
    <ul className="plain grid">
      {asked.theme ? (
        <li>
          <a className="tile" href={`/${language}/coordination`}>
            {t('coordination.public.allThemes')}
          </a>
        </li>
      ) : null}
      {themes
        .filter((theme) => counts.has(theme) && theme !== asked.theme)
        .map((theme) => (
          <li key={theme}>
            <a className="tile" href={addressOf(language, { theme, page: 1 })}>
              <span>{t(`coordination.public.theme.${theme}`)}</span>
              <span>{counts.get(theme)}</span>
            </a>
          </li>
        ))}
    </ul>
  </details>
);

const Card = ({ t, language, recommendation }: Props & { recommendation: PublicRecommendation }) => (
  <li className="card">
    <h3>
      <a href={`/${language}/coordination/${recommendation.id}`}>
        <Words words={recommendation.title} page={language} />
      </a>
    </h3>
    <RecommendationStanding t={t} language={language} recommendation={recommendation} />
    <p className="meta">
      {recommendation.owner ? (
        <span>
          {t('coordination.public.takenBy')} <Organization organization={recommendation.owner} page={language} />
        </span>
      ) : null}
      {recommendation.actions.length > 0 ? <span>{t('coordination.public.actionCount', { n: recommendation.actions.length })}</span> : null}
      {recommendation.endorsedBy.length > 0 ? (
        <span>{t('coordination.public.behind', { n: recommendation.endorsedBy.length })}</span>
      ) : null}
    </p>
  </li>
);

function Meeting({ t, language, meeting }: Props & { meeting: PublicMeeting | undefined }) {
  if (!meeting) return <h2>{t('coordination.public.betweenMeetings')}</h2>;
  return (
    <>
      <h2>
        <MeetingLink meeting={meeting} language={language} />
      </h2>
      <p className="meta">
        <Day day={meeting.heldOn} page={language} />
        <bdi>{meeting.place}</bdi>
      </p>
      {meeting.summary ? (
        <p>
          <Words words={meeting.summary} page={language} />
        </p>
      ) : null}
      {meeting.sourceUrl ? <Source url={meeting.sourceUrl} words={t('coordination.public.source')} /> : null}
    </>
  );
}

const MeetingLink = ({ meeting, language }: { meeting: PublicMeeting; language: string }) => (
  <a className="act" href={`/${language}/coordination/meetings/${meeting.id}`}>
    <Words words={meeting.title} page={language} />
  </a>
);

/** Those that asked for nothing yet have their page all the same; the newest first. */
function OtherMeetings({ t, language, meetings }: Props & { meetings: readonly PublicMeeting[] }) {
  if (meetings.length === 0) return null;
  return (
    <>
      <h2>{t('minutes.public.meetings')}</h2>
      <ul className="plain log">
        {meetings
          .toReversed()
          .slice(0, newest)
          .map((meeting) => (
            <li key={meeting.id}>
              <p className="meta">
                <Day day={meeting.heldOn} page={language} />
                <bdi>{meeting.place}</bdi>
              </p>
              <p>
                <MeetingLink meeting={meeting} language={language} />
              </p>
            </li>
          ))}
      </ul>
    </>
  );
}

const countsOf = (recommendations: readonly PublicRecommendation[]): Map<Theme, number> => {
  const counts = new Map<Theme, number>();
  for (const theme of recommendations.flatMap((r) => r.themes)) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return counts;
};
/** Meeting by meeting as they were held, then what was asked between them. */
export function inOrder({ meetings, recommendations }: PublicThread, theme?: Theme): PublicRecommendation[] {
  const asked = recommendations.filter((r) => theme === undefined || r.themes.includes(theme));
  return [...meetings.map((m) => m.id), null].flatMap((id) => asked.filter((r) => r.meetingId === id));
}
export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / perPage));

/** What was asked for, by whom it was taken up, and how far it came. */
export function OverviewPage({ t, language, thread, asked }: Props & { thread: PublicThread; asked: OverviewAsked }) {
  const { recommendations, meetings } = thread;
  const all = inOrder(thread, asked.theme);
  const shown = all.slice((asked.page - 1) * perPage, asked.page * perPage);
  const groups = [...new Set(shown.map((r) => r.meetingId))];
  const last = pagesOf(all.length);
  const standing = recommendations.filter((r) => ['adopted', 'done'].includes(r.status));
  const happenings = asked.theme || asked.page > 1 ? [] : timelineOf(thread);
  return (
    <>
      <h1>{t('coordination.public.title')}</h1>
      <p className="lead">{t('coordination.public.lead')}</p>
      <p>
        {t('coordination.public.summary', {
          asked: standing.length,
          taken: standing.filter((r) => r.owner !== null || r.actions.length > 0).length,
          done: standing.filter((r) => r.status === 'done').length,
        })}
      </p>
      <Themes t={t} language={language} counts={countsOf(recommendations)} asked={asked} />
      {groups.length === 0 ? <p className="note">{t('coordination.public.nothing')}</p> : null}
      {groups.map((group) => (
        <section key={group}>
          <Meeting t={t} language={language} meeting={meetings.find((m) => m.id === group)} />
          <ul className="plain cards">
            {shown
              .filter((r) => r.meetingId === group)
              .map((r) => (
                <Card key={r.id} t={t} language={language} recommendation={r} />
              ))}
          </ul>
        </section>
      ))}
      {asked.theme === undefined && asked.page === last ? (
        <OtherMeetings t={t} language={language} meetings={meetings.filter((m) => !recommendations.some((r) => r.meetingId === m.id))} />
      ) : null}
      {last > 1 ? (
        <nav className="pages" aria-label={t('coordination.public.pages')}>
          {asked.page > 1 ? (
            <a className="go" rel="prev" href={addressOf(language, { ...asked, page: asked.page - 1 })}>
              {t('coordination.public.previous')}
            </a>
          ) : null}
          <span>{t('coordination.public.pageOf', { page: asked.page, last })}</span>
          {asked.page < last ? (
            <a className="go" rel="next" href={addressOf(language, { ...asked, page: asked.page + 1 })}>
              {t('coordination.public.next')}
            </a>
          ) : null}
        </nav>
      ) : null}
      {happenings.length > 0 ? (
        <>
          <h2>{t('coordination.public.happened')}</h2>
          <Timeline t={t} language={language} happenings={happenings.slice(0, newest)} />
        </>
      ) : null}
      <p className="acts no-print">
        <a className="go" href={`/${language}/coordination/data`}>
          {t('coordination.public.data')}
        </a>
        <a className="go" href={`/${language}/coordination/feed.atom`}>
          {t('coordination.public.feed')}
        </a>
      </p>
    </>
  );
}
