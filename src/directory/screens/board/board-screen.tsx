import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { Board } from '../../care/contract.ts';
import { FailingImports } from './failing-imports.tsx';
import { SwitchedOff } from './switched-off.tsx';
import { Tile } from './tile.tsx';

type Count = keyof Board['counts'];
/** What is to be looked after, by what it is about. */
const groups: readonly (readonly [group: string, tiles: readonly (readonly [count: Count, to: string])[]])[] = [
  [
    'decide',
    [
      ['proposals', 'proposals'],
      ['openFeedback', 'feedback'],
      ['differences', 'differences'],
      ['duplicates', 'duplicates'],
    ],
  ],
  [
    'fresh',
    [
      ['updateMandatory', 'overdue/update_mandatory'],
      ['updateAdvised', 'overdue/update_advised'],
      ['neverConfirmed', 'overdue/never_confirmed'],
      ['calendarDates', 'calendar'],
    ],
  ],
  [
    'repair',
    [
      ['unansweredQueries', 'queries'],
      ['deadLinks', 'links'],
      ['staleTranslations', 'translations'],
      ['failingImports', 'imports'],
    ],
  ],
];

/** What else editors keep, whenever they wish. */
const kept = ['organizations', 'calendar', 'imports', 'words', 'merges'] as const;

/** What the directory needs from its editors today. */
export function BoardScreen() {
  const t = useT();
  const query = useRead<Board>('/api/directory/care/board');
  return (
    <Page wide title={t('care.board.title')} intro={query.data && t('care.board.intro', { count: query.data.counts.services })}>
      <Reading query={query}>
        {(board) => (
          <>
            {groups.map(([group, tiles]) => (
              <section key={group} className="flex flex-col gap-3">
                <h2>{t(`care.group.${group}`)}</h2>
                <ul className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-3 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]">
                  {tiles.map(([count, to]) => (
                    <li key={to}>
                      <Tile to={`/directory/${to}`} count={board.counts[count]} label={t(`care.count.${count}`)} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            <FailingImports imports={board.imports} />
            <SwitchedOff board={board} />
            <nav aria-labelledby="kept" className="flex flex-col gap-3">
              <h2 id="kept">{t('care.board.kept')}</h2>
              <ul className="flex flex-wrap gap-3">
                {kept.map((to) => (
                  <li key={to}>
                    <Link to={`/directory/${to}`} className={buttonClass('second')}>
                      {t(`care.${to}.title`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          </>
        )}
      </Reading>
    </Page>
  );
}
