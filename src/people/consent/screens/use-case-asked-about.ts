import type { UseQueryResult } from '@tanstack/react-query';
import { useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { askedAboutOf, type CaseAskedAbout, type Opening } from './case-asked-about.ts';

interface CaseAnswer extends Pick<CaseAskedAbout, 'person' | 'visit' | 'consents'> {
  case: Omit<CaseAskedAbout, 'person' | 'visit' | 'consents'>;
}
/** The case as this device knows it; `query` says how reading it stands while there is none. */
export function useCaseAskedAbout(caseId: string): { known: CaseAskedAbout | undefined; query: UseQueryResult<unknown> } {
  const { outbox } = useSession();
  const opening = outbox.find((e) => e.kind === 'cases.open' && e.payload.caseId === caseId);
  const query = useRead<CaseAnswer>(`/api/cases/${encodeURIComponent(caseId)}`, opening === undefined);
  if (opening) return { known: askedAboutOf(opening.payload as unknown as Opening), query };
  if (!query.data) return { known: undefined, query };
  const { case: row, person, visit, consents } = query.data;
  return { known: { ...row, person, visit, consents }, query };
}
