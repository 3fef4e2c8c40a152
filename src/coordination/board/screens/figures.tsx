import { Link } from 'react-router';
import { useDates, useT } from '../../../workspace/language.tsx';
import { ProgressBar } from '../../screens/parts/progress-bar.tsx';
import type { Counts, Narrowed } from '../contract.ts';
import { addressOf } from './use-narrowed.ts';

const figures = [
  { key: 'underWay', choice: { status: 'under_way' }, tone: 'text-primary' },
  { key: 'late', choice: { signal: 'late' }, tone: 'text-bad' },
  { key: 'blocked', choice: { signal: 'blocked' }, tone: 'text-bad' },
  { key: 'stalled', choice: { signal: 'stalled' }, tone: 'text-warn' },
  { key: 'proposed', choice: { status: 'proposed' }, tone: 'text-ink' },
  { key: 'done', choice: { status: 'done' }, tone: 'text-good' },
] as const;
type Figure = (typeof figures)[number]['key'];
/** Of the whole these are said even when there are none. */
const always: readonly Figure[] = ['underWay', 'late', 'done'];

interface FiguresProps {
  counts: Counts;
  narrowed: Narrowed;
  /** Whether they are of the whole, and not of one line of it. */
  ofAll?: boolean;
}
/** How many actions stand how; each figure leads to those it counts. */
export function Figures({ counts, narrowed, ofAll = false }: FiguresProps) {
  const t = useT();
  const dates = useDates();
  return (
    <ul className="flex flex-wrap gap-x-2 gap-y-2">
      {figures
        .filter(({ key }) => counts[key] > 0 || (ofAll && always.includes(key)))
        .map(({ key, choice, tone }) => (
          <li key={key} className="rounded-xl border border-line bg-card">
            {counts[key] > 0 ? (
              <Link
                to={addressOf('/thread/board/list', { ...narrowed, ...choice })}
                className="flex min-h-11 items-center gap-2 px-4 py-1 underline-offset-4 hover:underline"
              >
                <span className={`text-xl font-bold tabular-nums ${tone}`}>{dates.number(counts[key])}</span> {t(`board.figure.${key}`)}
              </Link>
            ) : (
              <span className="flex min-h-11 items-center gap-2 px-4 py-1 text-quiet">
                <span className="text-xl tabular-nums">{dates.number(0)}</span> {t(`board.figure.${key}`)}
              </span>
            )}
          </li>
        ))}
    </ul>
  );
}

/** How far those under way and done came together. */
export function Came({ counts }: { counts: Counts }) {
  const t = useT();
  return <ProgressBar progress={counts.progress} none={t(counts.underWay + counts.done > 0 ? 'board.unknown' : 'thread.nothing_begun')} />;
}
