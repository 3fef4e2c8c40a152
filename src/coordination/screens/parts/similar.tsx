import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Notice } from '../../../ui/card.tsx';
import { useAsking } from '../../../workspace/asking.ts';
import { useT } from '../../../workspace/language.tsx';
import type { FindingRow, Told } from '../../contract.ts';
import { Words } from './told.tsx';

interface SimilarProps {
  title: Told;
  kind: string;
  themes: readonly string[];
  /** The finding itself, where it exists already. */
  but?: string;
  /** What is asked of the reader, and the button beside each. */
  hint: string;
  renderAct: (row: FindingRow) => ReactNode;
}
/** Fewer letters are like too much. */
const fewest = 8;

/** Findings that say nearly the same, while one is written or on its page. Without a network nothing is said, and writing goes on. */
export function Similar({ title, kind, themes, but, hint, renderAct }: SimilarProps) {
  const t = useT();
  const isEnough = [title.fr, title.ar].some((words) => (words?.trim().length ?? 0) >= fewest) && (kind !== '' || themes.length > 0);
  const query = useAsking<FindingRow[]>(
    '/api/coordination/findings-like',
    { title, ...(kind ? { kind } : {}), themes, ...(but ? { but } : {}) },
    isEnough,
  );
  const rows = isEnough ? (query.data ?? []) : [];
  if (rows.length === 0) return null;
  return (
    <Notice>
      <p className="font-semibold">{t('thread.similar')}</p>
      <p>{hint}</p>
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Link to={`/thread/findings/${row.id}`} className="font-semibold text-primary underline underline-offset-4">
              <Words told={row.title} />
            </Link>
            <span className="text-sm text-quiet">{t('thread.said', { count: row.sources })}</span>
            {renderAct(row)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
