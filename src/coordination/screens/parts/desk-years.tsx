import { Card } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { NeedYear } from '../../contract.ts';

/** How often the desks of the region hear of it: whole years, small numbers hidden. */
export function DeskYears({ need }: { need: string }) {
  const t = useT();
  const query = useRead<NeedYear[]>(`/api/observatory/needs/${encodeURIComponent(need)}`);
  return (
    <Card>
      <h2>{t('thread.years')}</h2>
      <p>{t('thread.years.need', { name: t(`need.${need}`) })}</p>
      <Reading query={query}>
        {(years) =>
          years.length === 0 ? (
            <p className="text-quiet">{t('thread.years.none')}</p>
          ) : (
            <dl className="grid w-fit grid-cols-[auto_auto] gap-x-6 gap-y-1">
              {years.map(({ year, people }) => (
                <div key={year} className="contents">
                  <dt className="font-semibold tabular-nums">{year}</dt>
                  <dd>{people === null ? t('thread.years.hidden') : t('thread.years.people', { count: people })}</dd>
                </div>
              ))}
            </dl>
          )
        }
      </Reading>
    </Card>
  );
}
