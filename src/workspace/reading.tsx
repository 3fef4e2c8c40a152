import { type keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/card.tsx';
import { Loading } from '../ui/state.tsx';
import { ask, isOffline, isSignedOut, Problem } from './http.ts';
import { useCodeText, useLanguage, useT } from './language.tsx';
import { useSession } from './session.tsx';

/** Reads one address of the API for the acting organisation; again after so many milliseconds while the page is looked at, where others write too. */
export function useRead<T>(
  path: string,
  enabled = true,
  placeholderData?: typeof keepPreviousData,
  every: number | false = false,
): UseQueryResult<T> {
  const { organizationId, refresh } = useSession();
  // Names come in the reader's language.
  const { language } = useLanguage();
  const query = useQuery({
    queryKey: ['read', organizationId, language, path],
    queryFn: ({ signal }) => ask<T>(path, { language, signal }),
    enabled,
    placeholderData,
    refetchInterval: every,
  });
  const signedOut = isSignedOut(query.error);
  useEffect(() => {
    if (signedOut) void refresh();
  }, [signedOut, refresh]);
  return query;
}

/** Shows what was read, or that it is being read, or why it could not be and what to do. */
export function Reading<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const t = useT();
  const codeText = useCodeText();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (!query.isError) return <Loading>{t('workspace.loading')}</Loading>;
  const text = isOffline(query.error)
    ? t('workspace.offline')
    : codeText('error', query.error instanceof Problem ? query.error.code : 'unknown');
  return (
    <Notice tone="bad" live>
      <p>{text}</p>
      <p>
        <Button onPress={() => query.refetch()}>{t('workspace.retry')}</Button>
      </p>
    </Notice>
  );
}
