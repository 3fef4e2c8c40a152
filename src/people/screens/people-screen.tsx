import { Link } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/card.tsx';
import { Empty } from '../../ui/state.tsx';
import { useT } from '../../workspace/language.tsx';
import { Page } from '../../workspace/page.tsx';
import { useRead } from '../../workspace/reading.tsx';
import type { LikelyPair } from '../contract.ts';
import { PersonFinder } from './person-finder.tsx';
import { PersonLines } from './person-row.tsx';

/** Those the cell knows, found by what they themselves say. */
export function PeopleScreen() {
  const t = useT();
  const { data } = useRead<{ pairs: LikelyPair[] }>('/api/people/pairs');
  const pairs = data?.pairs.length ?? 0;
  return (
    <Page
      title={t('people.title')}
      intro={t('people.intro')}
      actions={
        <Link to="/people/new" className={buttonClass('second')}>
          {t('people.new')}
        </Link>
      }
    >
      {pairs > 0 && (
        <Notice tone="warn">
          <p>
            <Link to="/people/pairs" className="font-semibold underline underline-offset-4">
              {t('people.pairs_waiting', { count: pairs })}
            </Link>
          </p>
        </Notice>
      )}
      <PersonFinder nobody={<Empty title={t('people.none')}>{t('people.none.text')}</Empty>}>
        {(person) => (
          <div className="relative flex flex-col gap-1 rounded-card border border-line bg-card p-4 hover:border-primary sm:p-5">
            <Link
              to={`/people/${person.id}`}
              dir="auto"
              className="w-fit text-lg font-bold text-primary underline-offset-4 after:absolute after:inset-0 hover:underline"
            >
              {person.name}
            </Link>
            <PersonLines person={person} />
          </div>
        )}
      </PersonFinder>
    </Page>
  );
}
