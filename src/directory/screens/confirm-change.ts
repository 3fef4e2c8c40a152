import type { Change } from '../../workspace/outbox/sender.ts';
import { uuidv7 } from '../../workspace/identifier.ts';

/** All still true today: for these services, or for all that the organisation offers. */
export const confirmChange = (organizationId: string, serviceIds?: string[]): Change => ({
  kind: 'directory.confirm',
  payload: { changeId: uuidv7(), organizationId, ...(serviceIds ? { serviceIds } : {}) },
});
