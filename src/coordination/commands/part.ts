import type { PoolClient } from 'pg';
import type { DomainEvent } from '../../platform/commands/handler.ts';
import type { Statement } from '../../platform/database/batch.ts';
import type { ActionStatus } from '../lists.ts';
import { type CountedStep, progressOfSteps } from '../progress.ts';

export type KeptStep = CountedStep & { id: string };
export interface Part {
  status: ActionStatus | null;
  takesPart: boolean;
  isOwner: boolean;
  steps: KeptStep[];
}
export const nothing: Part = { status: null, takesPart: false, isOwner: false, steps: [] };
/** An action as a change to it finds it; held, so that two changes at once are counted one after the other. */
export async function readPart(tx: PoolClient, actionId: string): Promise<Part> {
  await tx.query(`select coordination.hold('action', $1)`, [actionId]);
  const { rows } = await tx.query<Omit<Part, 'steps'>>(
    `select status, coordination.takes_part(id) as "takesPart", coordination.writes(organization_id) as "isOwner"
     from coordination.action where id = $1`,
    [actionId],
  );
  if (!rows[0]) return nothing;
  const steps = await tx.query<KeptStep>(
    `select s.id, s.weight, s.ending, s.is_milestone as "isMilestone", exists (select from coordination.proof p where p.step_id = s.id and p.withdrawn_at is null) as "isProven"
     from coordination.step s where s.action_id = $1`,
    [actionId],
  );
  return { ...rows[0], steps: steps.rows };
}
/** Nothing is planned in it any more. */
export const over: readonly (ActionStatus | null)[] = ['done', 'abandoned'];
export const inTheWay = ({ status, takesPart }: Part): string | undefined =>
  status === null ? 'action_not_found' : !takesPart ? 'not_part_of_it' : undefined;

/** How far the action came with this step as it will be. */
export const progressWith = (steps: readonly KeptStep[], id: string, change: Partial<CountedStep>): number | null => {
  const before = steps.find((s) => s.id === id) ?? { id, weight: 1, ending: null, isMilestone: false, isProven: false };
  return progressOfSteps([...steps.filter((s) => s.id !== id), { ...before, ...change }]);
};
export const movedTo = ({ payload: p }: DomainEvent): Statement => ({
  text: 'select coordination.action_moved($1, $2, $3)',
  values: [p['actionId'], p['at'], p['progress'] ?? null],
});
