import type { ReactNode } from 'react';
import type { Translate } from '../../../platform/i18n/index.ts';
import type { Told } from '../../contract.ts';
import { Day, Source, Words } from '../../pages/words.tsx';
import { byKnownKind } from '../kinds.ts';
import { organizationKinds, sexes } from '../lists.ts';
import type { PublicMeetingView } from '../public.ts';
import { decisionLabel } from '../rules.ts';

interface Props {
  t: Translate;
  language: string;
  view: PublicMeetingView;
}
/** So many that a page stays one round trip. */
const most = 30;

/** A meeting in public: when and where, who came in figures, what it found, asked for and decided, and where that stands. */
export function MeetingPage({ t, language, view }: Props) {
  const { meeting, sourceUrl, agenda, attendance, groups, findings, recommendations, actions, decisions, version } = view;
  const say = (words: Told) => <Words words={words} page={language} />;
  const thing = ({ id, title, hasPage }: { id: string; title: Told; hasPage: boolean }) =>
    hasPage ? <a href={`/${language}/coordination/${id}`}>{say(title)}</a> : say(title);
  return (
    <article>
      <h1>{say(meeting.title)}</h1>
      <p className="meta">
        <span>
          <Day day={meeting.heldOn} page={language} />
          {meeting.endedOn ? (
            <>
              {' – '}
              <Day day={meeting.endedOn} page={language} />
            </>
          ) : null}
        </span>
        {meeting.begins ? (
          <bdi dir="ltr">
            {meeting.begins}–{meeting.ends}
          </bdi>
        ) : null}
        {meeting.place ? <bdi>{meeting.place}</bdi> : null}
        {meeting.body ? <span>{say(meeting.body)}</span> : null}
        {meeting.organization ? <span>{say(meeting.organization)}</span> : null}
      </p>
      {isSaid(meeting.purpose) ? <p className="lead said">{say(meeting.purpose)}</p> : null}
      {isSaid(meeting.opening) ? <p className="said">{say(meeting.opening)}</p> : null}
      {sourceUrl ? <Source url={sourceUrl} words={t('coordination.public.source')} /> : null}
      {attendance ? <Attendance t={t} attendance={attendance} /> : null}
      <Part title={t('minutes.agenda')} rows={agenda.filter((item) => item.kind !== 'break')} t={t}>
        {(item) => (
          <>
            <p>
              {say(item.title)} <span className="meta">{t('minutes.lasts', { count: item.minutes })}</span>
            </p>
            {isSaid(item.words) ? <p className="said">{say(item.words)}</p> : null}
          </>
        )}
      </Part>
      {groups.map((group) =>
        isSaid(group.words) ? (
          <section key={group.id}>
            <h2>{say(group.title)}</h2>
            <p className="said">{say(group.words)}</p>
          </section>
        ) : null,
      )}
      <Part title={t('minutes.findings')} rows={findings} t={t}>
        {(finding) => (
          <p>
            {t(`minutes.found.${finding.kind}`)} – {say(finding.title)}
          </p>
        )}
      </Part>
      <Part title={t('minutes.recommendations')} rows={recommendations} t={t}>
        {(row) => (
          <p>
            {thing(row)} {row.urgent ? <span className="mark">{t('minutes.urgent')}</span> : null}
          </p>
        )}
      </Part>
      <Part title={t('minutes.decisions')} rows={decisions} t={t}>
        {(decision) => (
          <>
            <p>
              <bdi dir="ltr">{decisionLabel({ meetingNumber: meeting.number, heldOn: meeting.heldOn, number: decision.number })}</bdi>{' '}
              {say(decision.words)}
            </p>
            <p className="meta">
              <span className={decision.status === 'done' ? 'state open' : 'state'}>{t(`minutes.decision.${decision.status}`)}</span>
              {decision.owner ? <span>{say(decision.owner)}</span> : null}
              {(decision.endedOn ?? decision.dueOn) ? (
                <span>
                  {decision.endedOn ? null : `${t('minutes.decision.due')} `}
                  <Day day={decision.endedOn ?? decision.dueOn ?? ''} page={language} />
                </span>
              ) : null}
            </p>
          </>
        )}
      </Part>
      <Part title={t('minutes.actions')} rows={actions} t={t}>
        {(row) => <p>{thing(row)}</p>}
      </Part>
      {isSaid(meeting.closing) ? (
        <section>
          <h2>{t('minutes.closing')}</h2>
          <p className="said">{say(meeting.closing)}</p>
        </section>
      ) : null}
      {version ? (
        <p className="meta">
          <span>{t('minutes.public.version', { count: version.number })}</span>
          <Day day={version.on} page={language} />
        </p>
      ) : null}
    </article>
  );
}

const isSaid = (words: Told | null): words is Told => words !== null && Object.keys(words).length > 0;

interface PartProps<Row> {
  title: string;
  rows: readonly Row[];
  t: Translate;
  children: (row: Row) => ReactNode;
}
function Part<Row extends { id: string }>({ title, rows, t, children }: PartProps<Row>) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="plain log">
        {rows.slice(0, most).map((row) => (
          <li key={row.id}>{children(row)}</li>
        ))}
      </ul>
      {rows.length > most ? <p>{t('minutes.public.rest', { count: rows.length - most })}</p> : null}
    </section>
  );
}

function Attendance({ t, attendance }: { t: Translate; attendance: NonNullable<PublicMeetingView['attendance']> }) {
  const kinds = byKnownKind(attendance.kind);
  const counted = (keys: readonly string[], counts: Record<string, number>, family: string) =>
    keys.flatMap((key) => (counts[key] ? [`${t(`${family}.${key}`)} ${counts[key]}`] : [])).join(' · ');
  return (
    <section>
      <h2>{t('minutes.attendance')}</h2>
      <p>
        <strong>{attendance.all}</strong> {t('minutes.public.people', { count: attendance.all })}
      </p>
      <p>{counted(sexes, attendance.sex, 'minutes.sex')}</p>
      <p>{counted(organizationKinds, kinds, 'minutes.from')}</p>
    </section>
  );
}
