import { useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { SpokenText } from '../../lists.ts';

/** The cell's name in the language that is read; without a network, as the account knows it. */
export function useCellName(language: SpokenText): string {
  const { me, organizationId } = useSession();
  const { data } = useRead<{ name: { fr: string; ar: string } }>('/api/desk/letterhead');
  const own = me?.memberships.find((m) => m.organizationId === organizationId)?.organizationName ?? '';
  return data?.name[language === 'ar' ? 'ar' : 'fr'] ?? own;
}
