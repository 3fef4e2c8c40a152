import type { z } from 'zod';
import type { PoolClient } from 'pg';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { addChange } from './change-statements.ts';
import { type CareEntity, editorRoles, reviewDifferenceSchema } from './contract.ts';
import { partLists, recordStatements } from './record-statements.ts';
import { findRecord } from './record-store.ts';

interface Difference {
  id: string;
  entity: CareEntity;
  entityId: string;
  field: string;
  theirs: unknown;
  rows: Record<string, unknown>[] | null;
  sourceKey: string;
}
interface Reviewed extends Difference {
  ours: unknown;
  organizationId: string;
}
type Review = z.infer<typeof reviewDifferenceSchema>;

const tableOf = (entity: CareEntity, field: string): string =>
  partLists[entity][field]?.table ?? (field === 'areas' ? 'service_area' : 'attribute');

/** The source's own rows come back under their own ids, so that the next import finds them unchanged. */
function restoreRows({ entity, entityId, field, rows, sourceKey }: Difference): Statement[] {
  const columns = Object.keys(rows?.[0] ?? {}).filter((name) => /^[a-z_]+$/.test(name));
  const emptied = recordStatements(entity, entityId, { [field]: [] });
  if (columns.length === 0) return emptied;
  const table = tableOf(entity, field);
  return [
    ...emptied,
    {
      text: `insert into directory.${table} (${columns.join(', ')}, source_key)
        select ${columns.map((name) => `x.${name}`).join(', ')}, $2 from jsonb_populate_recordset(null::directory.${table}, $1) x
        on conflict (id) do nothing`,
      values: [JSON.stringify(rows), sourceKey],
    },
  ];
}

/** Theirs: the field follows its source again. Ours: it is kept, and what they say now is known. */
export const reviewDifference: AnyHandler = handler<Review, Reviewed | undefined>({
  kind: 'directory.review_difference',
  schema: reviewDifferenceSchema,
  roles: editorRoles,
  async load(tx: PoolClient, { differenceId }) {
    const { rows } = await tx.query<Difference>(
      `select id, entity, entity_id as "entityId", field, theirs, rows, source_key as "sourceKey" from directory.difference where id = $1`,
      [differenceId],
    );
    const found = rows[0];
    const record = found && (await findRecord(tx, found.entity, found.entityId));
    return record && { ...found, ours: record.fields[found.field] ?? null, organizationId: record.organizationId };
  },
  decide(difference, { changeId, decision }) {
    if (!difference) return refuse('difference_not_found');
    return {
      events: [
        {
          kind: 'difference_reviewed',
          subjectKind: difference.entity,
          subjectId: difference.entityId,
          payload: { ...difference, changeId, decision },
        },
      ],
    };
  },
  write({ payload }, actor) {
    const { changeId, decision, ...difference } = payload as unknown as Reviewed & Pick<Review, 'changeId' | 'decision'>;
    const { id, entity, entityId, field, theirs, ours, rows, organizationId } = difference;
    const settled = { text: 'delete from directory.difference where id = $1', values: [id] };
    if (decision === 'keep_ours') {
      return [
        {
          text: 'update directory.held_field set source_value = $3 where entity_id = $1 and field = $2',
          values: [entityId, field, JSON.stringify(theirs)],
        },
        settled,
      ];
    }
    return [
      ...(rows === null ? recordStatements(entity, entityId, { [field]: theirs }) : restoreRows(difference)),
      { text: 'delete from directory.held_field where entity_id = $1 and field = $2', values: [entityId, field] },
      settled,
      addChange(
        {
          id: changeId,
          entity,
          entityId,
          organizationId,
          kind: 'edit',
          before: { [field]: ours },
          after: { [field]: theirs },
          state: 'applied',
        },
        actor,
      ),
    ];
  },
});
