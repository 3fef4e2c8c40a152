import { keepPreviousData } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { ProgressBar } from '../../screens/parts/progress-bar.tsx';
import { type Board, type BoardHeading, type BoardLine, headings, type Narrowed } from '../contract.ts';
import { BoardPage } from './board-page.tsx';
import { Came, Figures } from './figures.tsx';
import { NarrowRow } from './narrow-row.tsx';
import { OneOf } from './one-of.tsx';
import { ReportLinks } from './report-links.tsx';
import { addressOf, useNarrowed } from './use-narrowed.ts';

/** How the region's actions stand: all together, then by theme, by who carries them, or by commune. */
export function BoardScreen() {
  const t = useT();
  const { narrowed, search, set } = useNarrowed();
  const by = headings.find((each) => each === search.get('by')) ?? 'theme';
  const query = useRead<Board>(addressOf('/api/coordination/board', narrowed, { by }), true, keepPreviousData);
  return (
    <BoardPage title={t('board.title')} intro={t('board.intro')} actions={<ReportLinks />}>
      <NarrowRow by={['theme', 'audience', 'commune', 'owner']} />
      <Reading query={query}>
        {(board) => (
          <>
            <section className="flex flex-col gap-3">
              <h2>{t('board.together')}</h2>
              <Figures counts={board.total} narrowed={narrowed} ofAll />
              <Came counts={board.total} />
            </section>
            <OneOf
              legend={t('board.told_by')}
              values={headings}
              value={by}
              word={(each) => t(`board.told_by.${each}`)}
              onChange={(each) => set('by', each === 'theme' ? '' : each)}
            />
            <Lines board={board} narrowed={narrowed} />
          </>
        )}
      </Reading>
    </BoardPage>
  );
}

function Lines({ board, narrowed }: { board: Board; narrowed: Narrowed }) {
  const t = useT();
  const dates = useDates();
  if (board.lines.length === 0) return <Empty title={t('board.none')}>{t('board.none.text')}</Empty>;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t(`board.lines.${board.by}`)}</h2>
      <ul className="grid items-start gap-4 lg:grid-cols-2">
        {board.lines.map((line) => (
          <li key={line.key}>
            <Line by={board.by} line={line} narrowed={narrowed} />
          </li>
        ))}
      </ul>
      {board.lineCount > board.lines.length && (
        <p className="text-quiet">
          {t('board.more_lines', { count: board.lineCount - board.lines.length, name: dates.number(board.lines.length) })}
        </p>
      )}
    </section>
  );
}

/** What narrows the board to one of its lines. */
const choiceOf = (by: BoardHeading, key: string): Narrowed =>
  by === 'theme' ? { theme: key as Narrowed['theme'] } : by === 'owner' ? { owner: key || 'none' } : { commune: key || 'region' };

function Line({ by, line, narrowed }: { by: BoardHeading; line: BoardLine; narrowed: Narrowed }) {
  const t = useT();
  const chosen = { ...narrowed, ...choiceOf(by, line.key) };
  const isPressing = line.late + line.blocked > 0;
  const name = by === 'theme' ? t(`thread.theme.${line.key}`) : (line.name ?? t(by === 'owner' ? 'board.nobody' : 'board.whole_region'));
  return (
    <section
      className={`flex break-inside-avoid flex-col gap-3 rounded-card border bg-card p-4 sm:px-6 ${isPressing ? 'border-s-8 border-bad' : 'border-line'}`}
    >
      <h3>
        <Link
          to={addressOf('/thread/board/list', chosen)}
          className="inline-flex min-h-11 items-center text-primary underline-offset-4 hover:underline"
        >
          <bdi>{name}</bdi>
        </Link>
      </h3>
      {line.asked ? (
        <>
          <p className={line.asked.takenUp < line.asked.adopted ? 'font-semibold text-warn' : 'text-quiet'}>
            {t('board.asked', { count: line.asked.adopted, total: line.asked.takenUp })}
          </p>
          <ProgressBar progress={line.asked.progress} none={t('thread.nothing_begun')} />
        </>
      ) : (
        <Came counts={line} />
      )}
      <Figures counts={line} narrowed={chosen} />
    </section>
  );
}
