import { Link } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import { Reasons } from './reasons.tsx';
import { useLikenesses } from './use-likenesses.ts';
import type { PersonRecord } from '../contract.ts';

/** Other records that are likely this same person's, to be looked at side by side. */
export function MaybeSame({ person }: { person: PersonRecord & { id: string } }) {
  const t = useT();
  const { data } = useLikenesses(person);
  // One that nothing but a different name, date or place is said of would only puzzle.
  const likely = (data?.alike ?? []).filter((l) => l.sure && l.reasons.some((reason) => !reason.startsWith('different_')));
  if (likely.length === 0) return null;
  return (
    <div className="no-print">
      <Notice tone="warn">
        <h2>{t('maybe_same.title')}</h2>
        {likely.map(({ person: other, reasons }) => (
          <div key={other.id} className="flex flex-wrap items-center justify-between gap-3 text-ink">
            <div className="flex min-w-0 flex-col gap-1">
              <bdi className="font-bold">{other.name}</bdi>
              <Reasons reasons={reasons} />
            </div>
            <Link
              to={`/people/pairs/${person.id}/${other.id}`}
              state={{ reasons }}
              className={buttonClass('second')}
              aria-label={t('maybe_same.compare_named', { name: other.name })}
            >
              {t('maybe_same.compare')}
            </Link>
          </div>
        ))}
      </Notice>
    </div>
  );
}
