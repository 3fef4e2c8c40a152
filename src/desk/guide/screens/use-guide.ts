import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { findKept, keep } from '../../../workspace/device.ts';
import { ask, isOffline } from '../../../workspace/http.ts';
import { useSession } from '../../../workspace/session.tsx';
import type { Guide } from '../contract.ts';

/** The acting organisation's procedures: from the server, and from the device when the network is away (`isKept`). */
export function useGuide(): UseQueryResult<Guide & { isKept: boolean }> {
  const { organizationId } = useSession();
  const key = `guide:${organizationId}`;
  return useQuery({
    queryKey: ['guide', organizationId],
    enabled: organizationId !== undefined,
    queryFn: async ({ signal }) => {
      try {
        const guide = await ask<Guide>('/api/desk/guide', { signal });
        // A device without storage still shows them, as long as it has a network.
        await keep(key, guide).catch(() => console.error('the procedures could not be kept on this device'));
        return { ...guide, isKept: false };
      } catch (error) {
        const kept = isOffline(error) && !signal.aborted ? await findKept<Guide>(key) : undefined;
        if (!kept) throw error;
        return { ...kept, isKept: true };
      }
    },
  });
}
