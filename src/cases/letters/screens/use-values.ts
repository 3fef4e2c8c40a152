import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask } from '../../../workspace/http.ts';
import { useLanguage } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { CaseValues } from '../contract.ts';

/** What is known of some cases, to fill a letter with; they travel in the body, which no log keeps. */
export function useValues(caseIds: readonly string[]): UseQueryResult<{ cases: CaseValues[] }> {
  const { organizationId } = useSession();
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['read', organizationId, 'letter-values', language, caseIds],
    queryFn: ({ signal }) =>
      ask<{ cases: CaseValues[] }>('/api/cases/letters/values', { method: 'POST', body: { caseIds }, language, signal }),
    enabled: caseIds.length > 0,
  });
}
