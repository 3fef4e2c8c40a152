import type { JobRequest } from '../platform/commands/handler.ts';
import type { Actor } from '../platform/database/actor.ts';

/** To be enqueued with whatever writes a record. */
export const lookForDuplicates = (personId: string, { organizationId, userId }: Actor): JobRequest => ({
  name: 'look_for_duplicates',
  data: { personId, organizationId, userId },
});
