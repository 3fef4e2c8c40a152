import type { PoolClient } from 'pg';
import type { Actor } from '../../platform/database/actor.ts';
import { isEditor } from './acting.ts';
import type { CareEntity, Change } from './contract.ts';
import { namesOf } from './names.ts';
import { flatten, sameValue } from './record-fields.ts';
import { fieldsOf } from './record-store.ts';

type Row = Omit<Change, 'outdated'> & { now: Record<string, unknown> | null };

const namesOfRecord = (entity: CareEntity): string => `select ${namesOf('r')} from directory.${entity} r where r.id = c.entity_id`;
const recordNow = (entity: CareEntity): string => `select ${fieldsOf(entity)} from directory.${entity} r where r.id = c.entity_id`;

const changeQuery = `
  select c.id, c.entity, c.entity_id as "entityId", c.kind, c.state, c.before, c.after, c.reason,
    coalesce(case c.entity when 'service' then (${namesOfRecord('service')}) else (${namesOfRecord('organization')}) end,
      jsonb_build_object('fr', coalesce(c.after ->> 'name', ''), 'ar', c.after ->> 'translations.ar.name')) as name,
    jsonb_build_object('id', o.id, 'name', ${namesOf('o')}) as organization,
    p.name as "proposedBy", case when f.id is not null then ${namesOf('f')} end as "proposedFor", c.proposed_at as "proposedAt",
    d.name as "decidedBy", c.decided_at as "decidedAt", c.decision_reason as "decisionReason",
    case when c.state = 'proposed' then
      case c.entity when 'service' then (${recordNow('service')}) else (${recordNow('organization')}) end end as now
  from directory.change c join directory.organization o on o.id = c.organization_id
  left join directory.organization f on f.id = c.proposed_for
  left join access."user" p on p.id = c.proposed_by left join access."user" d on d.id = c.decided_by`;

/** Of a proposal: the fields that meanwhile say something else than when it was made. */
function withOutdated({ now, ...change }: Row): Change {
  const current = flatten(now ?? {});
  const outdated = now && change.kind === 'edit' ? Object.keys(change.before).filter((f) => !sameValue(change.before[f], current[f])) : [];
  return { ...change, outdated };
}

/** What happened to a record, newest first. */
export async function listHistory(tx: PoolClient, entity: CareEntity, id: string): Promise<Change[]> {
  const { rows } = await tx.query<Row>(
    `${changeQuery} where (c.entity = $1 and c.entity_id = $2)
       or ($1 = 'service' and c.kind = 'confirm' and c.after -> 'services' ? $2::text
         and c.organization_id = (select s.organization_id from directory.service s where s.id = $2))
     order by c.proposed_at desc, c.id limit 200`,
    [entity, id],
  );
  return rows.map(withOutdated);
}

/** What waits for an editor, oldest first; for a focal point what their organisation proposed, newest first. */
export async function listProposals(tx: PoolClient, actor: Actor): Promise<Change[]> {
  const editor = isEditor(actor);
  const { rows } = await tx.query<Row>(
    `${changeQuery} where ${
      editor
        ? `c.state = 'proposed' and $1::uuid is not null order by c.proposed_at`
        : `(c.state = 'proposed' or c.decided_at is not null) and (c.organization_id = $1 or c.proposed_for = $1) order by c.proposed_at desc`
    }, c.id limit 200`,
    [actor.organizationId],
  );
  return rows.map(withOutdated);
}
