import type { z } from 'zod';
import { handler } from '../../platform/commands/handler.ts';
import { setDelaySchema } from '../contract.ts';

/** The cell's own promise in place of the region's; cases already open keep the delay they were opened with. */
export const setDelay = handler<z.infer<typeof setDelaySchema>, undefined>({
  kind: 'cases.set_delay',
  schema: setDelaySchema,
  roles: ['cell_manager'],
  load: async () => undefined,
  decide: (_state, payload, actor) => ({
    events: [{ kind: 'delay_set', subjectKind: 'organization', subjectId: actor.organizationId, payload }],
  }),
  write({ payload: p }, actor) {
    const place = [actor.organizationId, p['kind'], p['need'] ?? null];
    if (p['days'] === undefined)
      return [{ text: 'delete from cases.delay where organization_id = $1 and kind = $2 and need is not distinct from $3', values: place }];
    return [
      {
        text: `insert into cases.delay (organization_id, kind, need, days, source) values ($1, $2, $3, $4, $5)
               on conflict (organization_id, kind, need) do update set days = excluded.days, source = excluded.source, source_ar = null`,
        values: [...place, p['days'], p['source']],
      },
    ];
  },
});
