import type { Decision, DomainEvent } from '../../platform/commands/handler.ts';
import type { Role } from '../../platform/database/actor.ts';
import type { Statement } from '../../platform/database/batch.ts';
import type { TextKind } from '../lists.ts';

/** Those who speak for their organisation. */
export const speakers = [
  'cell_manager',
  'partner',
  'plan_officer',
  'project_holder',
  'programme',
  'coordinator',
] as const satisfies readonly Role[];
/** Those who keep the thread of the region. */
export const keepers = ['programme', 'coordinator'] as const satisfies readonly Role[];
/** An agent tells what is met at the desk. */
export const members = ['agent', ...speakers] as const satisfies readonly Role[];

export const isKeeper = (role: Role): boolean => (keepers as readonly Role[]).includes(role);

/** One event about one thing. */
export const said = (kind: string, subjectKind: TextKind, subjectId: string, payload: object, at: Date): Decision => ({
  events: [{ kind, subjectKind, subjectId, payload: { ...payload, at: at.toISOString() } }],
});

/** Something was told of an action; how far it came stays as it is. */
export const actionMoved = (payload: DomainEvent['payload']): Statement => ({
  text: 'select coordination.action_moved($1, $2)',
  values: [payload['actionId'], payload['at']],
});
