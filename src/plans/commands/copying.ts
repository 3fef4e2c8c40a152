import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { copySchema, type Credit, type Told } from '../contract.ts';
import { closedTo, countTotals, type Held, holdPlan, told, writers } from './said.ts';

interface Entry {
  title: Told;
  objective: Told | null;
  themes: string[];
  audiences: string[];
  holder: Told | null;
  commune: Told | null;
  indicators: { name: Told; unit: Told | null }[];
  sourceUrl: string | null;
}
interface Copying {
  held: Held | undefined;
  entry: Entry | undefined;
}
const copy = handler<z.infer<typeof copySchema>, Copying>({
  kind: 'plans.copy',
  schema: copySchema,
  roles: writers,
  async load(tx, { planId, entryId }) {
    const held = await holdPlan(tx, planId);
    const { rows } = await tx.query<Entry>(
      'select title, objective, themes, audiences, holder, commune, indicators, source_url as "sourceUrl" from plans.library where id = $1',
      [entryId],
    );
    return { held, entry: rows[0] };
  },
  decide({ held, entry }, payload, _actor, _now, at) {
    const closed = closedTo(held);
    if (closed) return refuse(closed);
    if (!entry) return refuse('entry_not_found');
    const { title, holder, commune, sourceUrl } = entry;
    const credit: Credit = { entryId: payload.entryId, title, holder, commune, sourceUrl };
    return told('plan_project_copied', payload.planId, { ...payload, entry, credit }, at);
  },
  // Who did it elsewhere is in the credit; who does it here, and with whose money, is the commune's to say.
  write({ payload: p }) {
    const entry = p['entry'] as Entry;
    return [
      {
        text: `insert into plans.project (id, plan_id, position, title, objective, themes, audiences, credit)
               select $1, $2, coalesce(max(x.position), 0) + 1, $3, $4, $5, $6, $7 from plans.project x where x.plan_id = $2`,
        values: [p['projectId'], p['planId'], entry.title, entry.objective, entry.themes, entry.audiences, JSON.stringify(p['credit'])],
      },
      {
        text: `insert into plans.indicator (id, plan_id, project_id, position, name, unit)
               select gen_random_uuid(), $1, $2, n, i -> 'name', nullif(i -> 'unit', 'null') from jsonb_array_elements($3::jsonb) with ordinality as e(i, n)`,
        values: [p['planId'], p['projectId'], JSON.stringify(entry.indicators)],
      },
      countTotals(p['planId']),
    ];
  },
});

export const copyingCommands: AnyHandler[] = [copy];
