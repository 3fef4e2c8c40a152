import { keepPreviousData, type UseInfiniteQueryResult, type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { ask } from '../../../workspace/http.ts';
import { useLanguage } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';

export type Pages<T> = UseInfiniteQueryResult<InfiniteData<T>>;

/** Reads an address page after page: each tells by `next` where the one after begins. */
export function usePages<T extends { next: string | null }>(path: string): Pages<T> {
  const { organizationId } = useSession();
  const { language } = useLanguage();
  return useInfiniteQuery({
    queryKey: ['read', organizationId, language, path, 'pages'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      ask<T>(pageParam ? `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(pageParam)}` : path, { language, signal }),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
