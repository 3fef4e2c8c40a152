import { useEffect, useState } from 'react';
import { useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { Register } from '../contract.ts';
import { isMoving } from '../lists.ts';

/** How often what is under way is looked at again. */
const lookAgain = 1000;

export const importsPath = '/api/register/imports';

/** One import as it stands, looked at again while something moves. */
export function useRegister(importId: string) {
  const { send, outbox } = useSession();
  const query = useRead<Register>(`${importsPath}/${importId}`);
  const { refetch, data, dataUpdatedAt } = query;
  const isSending = outbox.some(({ state, payload }) => state === 'waiting' && payload.importId === importId);
  // What the server said before it was asked is old.
  const [askedAt, setAskedAt] = useState(0);
  useEffect(() => (isSending ? () => setAskedAt(Date.now()) : undefined), [isSending]);
  const isOld = isSending || dataUpdatedAt < askedAt;
  // Asked for on the screen before this one, reading may have begun while the first answer was under way.
  const [openedAt] = useState(Date.now);
  const isKept = data?.state === 'kept';
  const isLeftUnread = isKept && !isOld && dataUpdatedAt >= openedAt + lookAgain;
  const moves = isOld || (isKept && !isLeftUnread) || (data !== undefined && isMoving(data.state));
  useEffect(() => {
    if (!moves) return undefined;
    const timer = setInterval(() => void refetch(), lookAgain);
    return () => clearInterval(timer);
  }, [moves, refetch]);
  return {
    query,
    /** Also while what stands on the screen is from before: a step that was asked for is not offered again. */
    isSending: isOld,
    /** The file came, and nobody asked to read it. */
    isLeftUnread,
    /** Asks for something about this import. */
    act: (kind: string, payload: Record<string, unknown> = {}) => send({ kind: `cases.${kind}`, payload: { importId, ...payload } }),
    refusal: outbox.findLast(({ state, payload }) => state === 'refused' && payload.importId === importId)?.code,
  };
}
export type Act = ReturnType<typeof useRegister>['act'];
