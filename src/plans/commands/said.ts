import type { PoolClient } from 'pg';
import type { Decision } from '../../platform/commands/handler.ts';
import type { Role } from '../../platform/database/actor.ts';
import type { Statement } from '../../platform/database/batch.ts';
import type { Stage } from '../lists.ts';
import { isOpen } from '../rules.ts';

/** Whoever keeps a commune's plan. */
export const writers = ['plan_officer'] as const satisfies readonly Role[];
/** Those who read what is shared. */
export const readers = [
  'agent',
  'cell_manager',
  'partner',
  'plan_officer',
  'project_holder',
  'programme',
  'coordinator',
] as const satisfies readonly Role[];

/** A plan as a change meets it; undefined where there is none, or not for this writer. */
export interface Held {
  stage: Stage;
  stageSince: string;
  firstYear: number;
  isOwn: boolean;
  /** The region's day. */
  today: string;
}
export async function holdPlan(tx: PoolClient, planId: string): Promise<Held | undefined> {
  await tx.query('select plans.hold($1)', [planId]);
  const { rows } = await tx.query<Held>(
    `select p.stage, p.stage_since::text as "stageSince", p.first_year as "firstYear", p.organization_id = plans.writer() is true as "isOwn",
       directory.today()::text as today
     from plans.plan p where p.id = $1`,
    [planId],
  );
  return rows[0];
}

/** Why nobody may change it as it stands, or not this writer. */
export function closedTo(held: Held | undefined): string | undefined {
  if (!held) return 'plan_not_found';
  if (!held.isOwn) return 'not_your_plan';
  if (!isOpen(held.stage)) return 'plan_closed';
  return undefined;
}

/** One event about a plan. */
export const told = (kind: string, planId: string, payload: object, at: Date, sealed?: Record<string, unknown>): Decision => ({
  events: [{ kind, subjectKind: 'plan', subjectId: planId, payload: { ...payload, at: at.toISOString() }, ...(sealed && { sealed }) }],
});

/** What the list of plans shows of it, counted anew after what changes it. */
export const countTotals = (planId: unknown): Statement => ({ text: 'select plans.count_totals($1)', values: [planId] });
