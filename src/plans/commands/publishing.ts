import type { z } from 'zod';
import { assemble } from '../assemble.ts';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { publishSchema, withdrawSchema } from '../contract.ts';
import { entriesOf, publicRows } from '../publishing.ts';
import type { Rows } from '../rows.ts';
import { readVersionRows } from '../store.ts';
import { closedTo, type Held, holdPlan, told, writers } from './said.ts';

const outOfLibrary = (planId: unknown): Statement => ({ text: 'delete from plans.library where plan_id = $1', values: [planId] });

interface Publishing {
  held: Held | undefined;
  rows: Rows | undefined;
}
const publish = handler<z.infer<typeof publishSchema>, Publishing>({
  kind: 'plans.publish',
  schema: publishSchema,
  roles: writers,
  async load(tx, { planId, versionId }) {
    return { held: await holdPlan(tx, planId), rows: await readVersionRows(tx, planId, versionId) };
  },
  decide({ held, rows }, payload, _actor, _now, at) {
    const closed = closedTo(held);
    if (closed && closed !== 'plan_closed') return refuse(closed);
    if (!rows) return refuse('version_not_found');
    const shown = publicRows(rows, payload.parts);
    // The journal says what was published; the rows themselves are kept once.
    return told('plan_published', payload.planId, payload, at, { shown, entries: entriesOf(assemble(shown)) });
  },
  write: ({ payload: p, sealed }, { userId }) => [
    {
      text: `insert into plans.publication as t (plan_id, version_id, number, frozen_at, parts, content, published_by, published_at)
             select v.plan_id, v.id, v.number, v.frozen_at, $3, $4, $5, $6 from plans.version v where v.plan_id = $1 and v.id = $2
             on conflict (plan_id) do update set version_id = excluded.version_id, number = excluded.number, frozen_at = excluded.frozen_at,
               parts = excluded.parts, content = excluded.content, published_by = excluded.published_by, published_at = excluded.published_at`,
      values: [p['planId'], p['versionId'], p['parts'], JSON.stringify(sealed?.['shown']), userId, p['at']],
    },
    outOfLibrary(p['planId']),
    {
      text: `insert into plans.library (id, plan_id, title, objective, themes, audiences, holder, commune, year, indicators)
             select e.id, $1, e.title, e.objective, e.themes, e.audiences, e.holder, e.commune, e.year, e.indicators
             from jsonb_to_recordset($2) as e(id uuid, title jsonb, objective jsonb, themes text[], audiences text[], holder jsonb, commune jsonb, year smallint, indicators jsonb)`,
      values: [p['planId'], JSON.stringify(sealed?.['entries'])],
    },
  ],
});

const withdraw = handler<z.infer<typeof withdrawSchema>, Held | undefined>({
  kind: 'plans.withdraw',
  schema: withdrawSchema,
  roles: writers,
  load: (tx, { planId }) => holdPlan(tx, planId),
  decide(held, payload, _actor, _now, at) {
    const closed = closedTo(held);
    return closed && closed !== 'plan_closed' ? refuse(closed) : told('plan_withdrawn', payload.planId, payload, at);
  },
  write: ({ payload: p }) => [
    outOfLibrary(p['planId']),
    { text: 'delete from plans.publication where plan_id = $1', values: [p['planId']] },
  ],
});

export const publishingCommands: AnyHandler[] = [publish, withdraw];
