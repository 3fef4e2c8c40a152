import { useDates, useLanguage } from '../../../workspace/language.tsx';
import type { PastLine } from '../../contract.ts';

interface PastProps {
  of: 'recommendation' | 'action' | 'finding';
  past: readonly PastLine[];
}

/** What it was, newest first: nothing is overwritten. Changes that did not move it are not told here. */
export function Past({ of, past }: PastProps) {
  const { t, has } = useLanguage();
  const dates = useDates();
  const own = past.filter((line) => line.of === of && line.status !== null && has(`thread.${of}.${line.status}`));
  const moves = own.filter((line, place) => line.status !== own[place + 1]?.status);
  if (moves.length === 0) return null;
  return (
    <details className="rounded-card border border-line bg-card px-4 py-2 sm:px-6">
      <summary className="min-h-11 cursor-pointer py-2 font-bold">{t('thread.past')}</summary>
      <ol className="flex flex-col gap-3 pb-3">
        {moves.map((line) => (
          <li key={`${line.at} ${line.status}`} className="border-s-3 border-primary ps-3">
            <p>
              <span className="font-semibold">{t(`thread.${of}.${line.status}`)}</span>{' '}
              <span className="text-sm text-quiet">{dates.moment(line.at)}</span>
            </p>
            {line.reason && (
              <p dir="auto" className="whitespace-pre-line">
                {line.reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
