import { Button } from '../../../ui/button.tsx';
import { Loading } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Pages } from './use-pages.ts';

/** The way to what comes after the pages that were read. */
export function MorePages({ query, label }: { query: Pages<{ next: string | null }>; label: string }) {
  const t = useT();
  if (!query.hasNextPage) return null;
  return (
    <p className="no-print flex justify-center">
      {query.isFetchingNextPage ? (
        <Loading>{t('workspace.loading')}</Loading>
      ) : (
        <Button onPress={() => void query.fetchNextPage()}>{label}</Button>
      )}
    </p>
  );
}
