import { useEffect, useState } from 'react';
import { Field } from '../../../ui/field.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Reading } from '../../../workspace/reading.tsx';
import { ActionLine } from '../../screens/parts/rows.tsx';
import type { ActionPage } from '../contract.ts';
import { BoardPage } from './board-page.tsx';
import { MorePages } from './more-pages.tsx';
import { NarrowRow } from './narrow-row.tsx';
import { addressOf, useNarrowed } from './use-narrowed.ts';
import { usePages } from './use-pages.ts';

/** The actions behind a figure, those that moved last first. */
export function ListScreen() {
  const t = useT();
  const { narrowed } = useNarrowed();
  const query = usePages<ActionPage>(addressOf('/api/coordination/board/actions', narrowed));
  return (
    <BoardPage title={t('board.list.title')} intro={t('board.list.intro')}>
      <NarrowRow by={['theme', 'signal', 'commune', 'owner']} />
      <Words />
      <Reading query={query}>
        {({ pages }) => {
          const actions = pages.flatMap((page) => page.actions);
          if (actions.length === 0) return <Empty title={t('board.none')}>{t('board.none.text')}</Empty>;
          return (
            <>
              <ul className="grid items-start gap-3 lg:grid-cols-2">
                {actions.map((row) => (
                  <li key={row.id}>
                    <ActionLine row={row} />
                  </li>
                ))}
              </ul>
              <MorePages query={query} label={t('board.list.more')} />
            </>
          );
        }}
      </Reading>
    </BoardPage>
  );
}

/** Words of a title; asked for when typing rests. */
function Words() {
  const t = useT();
  const { narrowed, search, set } = useNarrowed();
  const [typed, setTyped] = useState(search.get('q') ?? '');
  const asked = typed.trim().length < 2 ? '' : typed.trim();
  useEffect(() => {
    if (asked === (narrowed.q ?? '')) return;
    const timer = setTimeout(() => set('q', asked), 300);
    return () => clearTimeout(timer);
  });
  return (
    <div className="no-print max-w-md">
      <Field type="search" label={t('board.list.words')} value={typed} onChange={setTyped} maxLength={100} />
    </div>
  );
}
