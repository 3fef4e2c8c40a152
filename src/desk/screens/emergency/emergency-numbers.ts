import { useQuery } from '@tanstack/react-query';
import type { EmergencyNumber } from '../../../territory/contract.ts';
import { findKept, keep } from '../../../workspace/device.ts';
import { ask } from '../../../workspace/http.ts';

const kept = 'emergency-numbers';

/** Whom to call: asked for when the desk opens and kept on the device, so that an emergency needs no network. */
export function useEmergencyNumbers(): EmergencyNumber[] {
  const { data } = useQuery({ queryKey: [kept], queryFn: findNumbers, staleTime: 60 * 60_000 });
  return data ?? [];
}

async function findNumbers(): Promise<EmergencyNumber[]> {
  try {
    const numbers = await ask<EmergencyNumber[]>('/api/territory/emergency-numbers');
    await keep(kept, numbers);
    return numbers;
  } catch {
    // Without a network those of the last time stand.
    return (await findKept<EmergencyNumber[]>(kept)) ?? [];
  }
}
