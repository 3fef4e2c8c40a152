import { Link } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/state.tsx';
import { useT } from '../../workspace/language.tsx';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import type { LikelyPair } from '../contract.ts';
import { PersonLines } from './person-row.tsx';
import { Reasons } from './reasons.tsx';

/** Records that are likely one person's: someone of the cell decides, never a machine. */
export function PairsScreen() {
  const t = useT();
  const query = useRead<{ pairs: LikelyPair[] }>('/api/people/pairs');
  return (
    <Page title={t('pairs.title')} intro={t('pairs.intro')}>
      <Reading query={query}>
        {({ pairs }) =>
          pairs.length === 0 ? (
            <Empty title={t('pairs.none')}>{t('pairs.none.text')}</Empty>
          ) : (
            <ul className="flex flex-col gap-4">
              {pairs.map(({ one, other, reasons }) => (
                <li key={`${one.id}${other.id}`}>
                  <Card>
                    <div className="grid gap-4 sm:grid-cols-2">
                      {[one, other].map((person) => (
                        <div key={person.id} className="flex min-w-0 flex-col gap-1">
                          <h2>
                            <bdi>{person.name}</bdi>
                          </h2>
                          <PersonLines person={person} />
                        </div>
                      ))}
                    </div>
                    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
                      <Reasons reasons={reasons} />
                      <Link
                        to={`/people/pairs/${one.id}/${other.id}`}
                        state={{ reasons }}
                        className={buttonClass('second')}
                        aria-label={t('pairs.compare_named', { one: one.name, other: other.name })}
                      >
                        {t('maybe_same.compare')}
                      </Link>
                    </div>
                  </Card>
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </Page>
  );
}
