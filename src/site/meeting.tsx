import { z } from 'zod';
import { readPublicMeeting, MeetingPage, wordsFor } from '../coordination/index.ts';
import type { AppContext } from '../platform/http/context.ts';
import { notFound } from './errors.tsx';
import { translators } from './messages.ts';
import type { Show } from './show.ts';

/** A meeting that was published: what its newest minutes say. */
export const showMeeting =
  ({ databases }: AppContext): Show =>
  async (shelf, language, c, origin) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    const view = id.success ? await readPublicMeeting(databases.app, id.data) : undefined;
    if (!view) return notFound(shelf, language, c, origin);
    const t = translators[language];
    const about = view.meeting.opening ?? view.meeting.purpose;
    return {
      title: wordsFor(view.meeting.title, language).text,
      description: about ? wordsFor(about, language).text : undefined,
      body: (
        <>
          <MeetingPage t={t} language={language} view={view} />
          <p className="acts no-print">
            <a className="go" href={`/${language}/coordination`}>
              {t('coordination.public.back')}
            </a>
          </p>
        </>
      ),
    };
  };
