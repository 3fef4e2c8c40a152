import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from '../../../ui/button.tsx';
import { Loading } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Reading } from '../../../workspace/reading.tsx';
import type { ActionPage } from '../../board/contract.ts';
import { ActionList } from './lists.tsx';

interface ActionsProps {
  query: UseInfiniteQueryResult<InfiniteData<ActionPage>>;
  isNarrowed: boolean;
}

/** Joint actions, page by page: those that moved last first, and of what was read those that need a hand before the others. */
export function Actions({ query, isNarrowed }: ActionsProps) {
  const t = useT();
  return (
    <Reading query={query}>
      {({ pages }) => (
        <>
          <ActionList rows={pages.flatMap((page) => page.actions)} isNarrowed={isNarrowed} />
          {query.hasNextPage && (
            <p className="no-print flex justify-center">
              {query.isFetchingNextPage ? (
                <Loading>{t('workspace.loading')}</Loading>
              ) : (
                <Button onPress={() => void query.fetchNextPage()}>{t('thread.actions.more')}</Button>
              )}
            </p>
          )}
        </>
      )}
    </Reading>
  );
}
