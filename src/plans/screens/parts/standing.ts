import { useSession } from '../../../workspace/session.tsx';
import { readers, writers } from '../../commands/said.ts';

/** As what the reader acts here. */
export function useStanding(): { isReader: boolean; isWriter: boolean } {
  const { roles } = useSession();
  const isOf = (list: readonly string[]) => [...roles].some((role) => list.includes(role));
  return { isReader: isOf(readers), isWriter: isOf(writers) };
}
