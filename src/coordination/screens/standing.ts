import { useSession } from '../../workspace/session.tsx';
import { keepers, members, speakers } from '../commands/said.ts';

interface Standing {
  organizationId: string;
  /** Reads the thread and raises findings. */
  isMember: boolean;
  /** Speaks for the organisation. */
  isSpeaker: boolean;
  /** Keeps the thread of the region. */
  isKeeper: boolean;
}

/** As what the reader acts here. */
export function useStanding(): Standing {
  const { roles, organizationId = '' } = useSession();
  const isOf = (list: readonly string[]) => [...roles].some((role) => list.includes(role));
  return { organizationId, isMember: isOf(members), isSpeaker: isOf(speakers), isKeeper: isOf(keepers) };
}
