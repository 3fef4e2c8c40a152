import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask } from './http.ts';
import { useLanguage } from './language.tsx';
import { useSession } from './session.tsx';

/** Asks the server about something being typed, after a pause in typing; the words travel in the body, which no log keeps. */
export function useAsking<T>(path: string, body: object, enabled: boolean): UseQueryResult<T> {
  const { organizationId } = useSession();
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['read', organizationId, language, path, body],
    queryFn: ({ signal }) => pause(300, signal).then(() => ask<T>(path, { method: 'POST', body, language, signal })),
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** Waits; a newer question aborts this one. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
