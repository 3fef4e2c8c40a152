import type { Statement } from '../../platform/database/batch.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { CareEntity } from './lists.ts';

/** One line of a record's history, or one proposal. */
export interface ChangeRow {
  id: string;
  entity: CareEntity;
  entityId: string;
  organizationId: string;
  kind: string;
  before: object;
  after: object;
  state: 'applied' | 'proposed';
  reason?: string | undefined;
}

export const addChange = (change: ChangeRow, actor: Actor): Statement => ({
  name: 'care-change',
  text: `insert into directory.change (id, entity, entity_id, organization_id, kind, before, after, state, reason, proposed_by, proposed_for)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
  values: [
    change.id,
    change.entity,
    change.entityId,
    change.organizationId,
    change.kind,
    change.before,
    change.after,
    change.state,
    change.reason ?? null,
    actor.userId,
    actor.organizationId,
  ],
});

export const decideChange = (id: string, state: 'applied' | 'rejected', reason: string | undefined, actor: Actor): Statement => ({
  text: `update directory.change set state = $2, decided_by = $3, decided_at = now(), decision_reason = $4 where id = $1`,
  values: [id, state, actor.userId, reason ?? null],
});
