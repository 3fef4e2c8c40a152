import { Link, useParams, useSearchParams } from 'react-router';
import { buttonClass } from '../../../../ui/button.tsx';
import { Notice } from '../../../../ui/card.tsx';
import { ChooseOne } from '../../../../ui/choice.tsx';
import { Empty } from '../../../../ui/state.tsx';
import { Done, useActs } from '../../../../workspace/acts.tsx';
import { useDates, useT } from '../../../../workspace/language.tsx';
import { Page } from '../../../../workspace/page.tsx';
import { Reading } from '../../../../workspace/reading.tsx';
import { WayBack } from '../../../../workspace/way-back.tsx';
import { useTold } from '../../../screens/parts/told.tsx';
import type { LiveMeeting } from '../../contract.ts';
import { NoteItem } from './note-item.tsx';
import { type Live, useLive } from './use-live.ts';
import { WritePanel } from './write-panel.tsx';

const plenary = 'plenary';

/** A meeting written down while it lasts, from as many tablets as there are groups. */
export function LiveScreen() {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const { id = '' } = useParams();
  const live = useLive(id);
  const meeting = live.query.data;
  return (
    <Page
      wide
      title={t('live.title')}
      intro={meeting && [told(meeting.title), dates.day(meeting.heldOn), meeting.place].filter(Boolean).join(' · ')}
      focusHeading={false}
      actions={
        meeting?.isOwn && (
          <Link to={`/thread/meetings/${id}/minutes`} className={buttonClass('second', 'justify-center')}>
            {t('live.to_minutes')}
          </Link>
        )
      }
    >
      <WayBack to={`/thread/meetings/${id}`} label={t('thread.way')}>
        {t('live.back')}
      </WayBack>
      <Reading query={live.query}>{(read) => <Notes meeting={read} live={live} />}</Reading>
    </Page>
  );
}

function Notes({ meeting, live }: { meeting: LiveMeeting; live: Live }) {
  const t = useT();
  const told = useTold();
  const acts = useActs();
  const [search, setSearch] = useSearchParams();
  const chosen = meeting.groups.find((group) => group.id === search.get('group'))?.id ?? null;
  const notes = live.notes.filter((note) => note.groupId === chosen).reverse();
  const isOver = meeting.status === 'validated' || meeting.status === 'cancelled';
  const countOf = (groupId: string | null) => live.notes.filter((note) => note.groupId === groupId).length;
  const label = (name: string, groupId: string | null) => t('live.group', { name, count: countOf(groupId) });
  return (
    <>
      <Done acts={acts} />
      {meeting.groups.length > 0 && (
        <div className="no-print">
          <ChooseOne
            label={t('live.where')}
            options={[
              { value: plenary, label: label(t('minutes.plenary'), null) },
              ...meeting.groups.map((group) => ({ value: group.id, label: label(told(group.title), group.id) })),
            ]}
            value={chosen ?? plenary}
            onChange={(next) => setSearch(next === plenary ? {} : { group: next }, { replace: true })}
          />
        </div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        {isOver ? (
          <Notice>{t('live.over')}</Notice>
        ) : (
          <div className="lg:sticky lg:top-4">
            <WritePanel
              key={chosen ?? plenary}
              draft={`live:${meeting.id}:${chosen ?? plenary}`}
              onWrite={(kind, words) => live.write(chosen, kind, words)}
            />
          </div>
        )}
        <section className="flex flex-col gap-3" aria-label={t('live.notes')}>
          <h2>{t('live.notes')}</h2>
          {notes.length === 0 ? (
            <Empty title={t('live.none')}>{t('live.none.text')}</Empty>
          ) : (
            <ol className="flex flex-col gap-3">
              {notes.map((note) => (
                <li key={note.id}>
                  <NoteItem note={note} meeting={meeting} live={live} acts={acts} />
                </li>
              ))}
            </ol>
          )}
        </section>
      </div>
    </>
  );
}
