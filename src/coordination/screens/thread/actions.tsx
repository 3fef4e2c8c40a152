import { useT } from '../../../workspace/language.tsx';
import { Reading } from '../../../workspace/reading.tsx';
import type { ActionPage } from '../../board/contract.ts';
import { MorePages } from '../../board/screens/more-pages.tsx';
import type { Pages } from '../../board/screens/use-pages.ts';
import { ActionList } from './lists.tsx';

interface ActionsProps {
  query: Pages<ActionPage>;
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
          <MorePages query={query} label={t('thread.actions.more')} />
        </>
      )}
    </Reading>
  );
}
