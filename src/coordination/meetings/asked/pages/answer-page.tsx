import type { Language, Translate } from '../../../../platform/i18n/index.ts';
import { Words } from '../../../pages/words.tsx';
import type { InvitedByLink } from '../../contract.ts';
import { answers } from '../../lists.ts';
import { hoursOf } from '../../rules.ts';
import { whenOf } from '../letters.ts';

interface AnswerPageProps {
  t: Translate;
  language: Language;
  token: string;
  asked: InvitedByLink;
  /** What was sent could not be read. */
  isWrong?: boolean;
  /** It was just taken. */
  isTaken?: boolean;
}

/** A meeting and the form that answers. Opening the link changes nothing: only the button does. */
export function AnswerPage({ t, language, token, asked, isWrong = false, isTaken = false }: AnswerPageProps) {
  const { meeting } = asked;
  return (
    <>
      <h1>
        <Words words={meeting.title} page={language} />
      </h1>
      {isTaken && (
        <p className="note" role="status">
          {t(`asked.taken.${asked.status}`)}
        </p>
      )}
      <p className="lead">{t('asked.lead', { name: asked.invited })}</p>
      <p>
        <strong>{whenOf(meeting, language)}</strong>
        {meeting.place && (
          <>
            <br />
            <bdi>{meeting.place}</bdi>
          </>
        )}
        {meeting.organization && (
          <>
            <br />
            {t('asked.by')} <bdi>{meeting.organization}</bdi>
          </>
        )}
      </p>
      {meeting.link && (
        <p>
          <a href={meeting.link}>{t('asked.join')}</a>
        </p>
      )}
      {meeting.purpose && (
        <p>
          <Words words={meeting.purpose} page={language} />
        </p>
      )}
      {meeting.status === 'cancelled' && <p className="note">{t('asked.cancelled')}</p>}
      {meeting.status !== 'cancelled' && !asked.takesAnswers && <p className="note">{t('asked.over')}</p>}
      {asked.takesAnswers && <AnswerForm {...{ t, language, token, asked, isWrong }} />}
      <AgendaOf t={t} language={language} meeting={meeting} />
    </>
  );
}

function AnswerForm({ t, language, token, asked, isWrong }: Omit<AnswerPageProps, 'isTaken'>) {
  return (
    <form className="panel" method="post" action={`/${language}/meetings/answer/${token}`}>
      {isWrong && (
        <p className="note" role="alert">
          {t('asked.wrong')}
        </p>
      )}
      <fieldset>
        <legend>{t('asked.come')}</legend>
        {answers.map((answer) => (
          <label key={answer} className="tick">
            <input type="radio" name="status" value={answer} required defaultChecked={asked.status === answer} />
            {t(`asked.answer.${answer}`)}
          </label>
        ))}
      </fieldset>
      <p>
        <label htmlFor="seats">{t('asked.seats')}</label>
        <input id="seats" name="seats" type="number" min="1" max="99" inputMode="numeric" defaultValue={asked.seats ?? ''} />
      </p>
      <p>
        <label htmlFor="note">{t('asked.note')}</label>
        <textarea id="note" name="note" rows={2} maxLength={500} dir="auto" defaultValue={asked.note ?? ''} />
      </p>
      <p className="acts">
        <button type="submit">{t('asked.send')}</button>
      </p>
    </form>
  );
}

function AgendaOf({ t, language, meeting }: Pick<AnswerPageProps, 't' | 'language'> & { meeting: InvitedByLink['meeting'] }) {
  if (meeting.agenda.length === 0) return null;
  const hours = hoursOf(meeting.agenda, meeting.begins ?? '00:00');
  return (
    <>
      <h2>{t('asked.agenda')}</h2>
      <ul className="plain">
        {meeting.agenda.map((item) => (
          <li key={item.id}>
            {meeting.endedOn && `${t('asked.day', { n: item.day })} · `}
            <bdi dir="ltr">{hours.get(item.id)?.from}</bdi> · <Words words={item.title} page={language} />
          </li>
        ))}
      </ul>
    </>
  );
}
