import { Link } from 'react-router';
import { Badge, Card, Reference } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { Today } from '../contract.ts';

/** People who ask that their data be erased: the law gives days, and only the head of the cell may answer. */
export function Erasures({ erasures }: Pick<Today, 'erasures'>) {
  const t = useT();
  const dates = useDates();
  if (erasures.length === 0) return null;
  return (
    <Card className={erasures.some((e) => e.isLate) ? 'border-bad! border-s-8!' : ''}>
      <h2>{t('cell.erasures', { count: erasures.length })}</h2>
      <ul className="flex flex-col divide-y divide-line">
        {erasures.map((erasure) => (
          <li key={erasure.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3 first:pt-0 last:pb-0">
            <Link
              to={`/people/erasures/${erasure.id}`}
              className="inline-flex min-h-11 items-center font-semibold text-primary underline-offset-4 hover:underline"
            >
              <bdi>{erasure.personName ?? t('cell.erasures.nobody')}</bdi>
            </Link>
            <Reference className="text-sm text-quiet">{erasure.reference}</Reference>
            <span className="sm:ms-auto">
              <Badge tone={erasure.isLate ? 'bad' : 'warn'}>
                {t(erasure.isLate ? 'cell.erasures.late' : 'cell.erasures.due', { date: dates.day(erasure.dueAt) })}
              </Badge>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
