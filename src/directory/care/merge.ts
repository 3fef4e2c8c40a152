import type { z } from 'zod';
import type { PoolClient } from 'pg';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { addChange } from './change-statements.ts';
import { type CareEntity, editorRoles, markNotSameSchema, type Merge, mergeSchema, undoMergeSchema } from './contract.ts';

interface Side {
  organizationId: string;
  vanished: boolean;
  merged: boolean;
  mustStay: string | null;
  name: string;
}
interface MergeState {
  kept: Side | undefined;
  gone: Side | undefined;
}
const sideQuery = (entity: CareEntity): string => `
  select ${entity === 'service' ? 'r.organization_id' : 'r.id'} as "organizationId", r.vanished_at is not null as vanished,
    r.merged_into is not null as merged, directory.must_stay('${entity}', r.id) as "mustStay", r.name
  from directory.${entity} r where r.id = $1`;

/** Two records of the same thing become one; nothing is lost, and it can be undone. */
export const merge: AnyHandler = handler<Merge, MergeState>({
  kind: 'directory.merge',
  schema: mergeSchema,
  roles: editorRoles,
  async load(tx: PoolClient, { entity, keptId, goneId }) {
    // Two merges of the same records at once would each believe that both are still there.
    await tx.query('select pg_advisory_xact_lock(727004)');
    const side = async (id: string) => (await tx.query<Side>(sideQuery(entity), [id])).rows[0];
    return { kept: await side(keptId), gone: await side(goneId) };
  },
  decide({ kept, gone }, { mergeId, changeId, entity, keptId, goneId }) {
    if (keptId === goneId) return refuse('same_record');
    if (!kept || !gone || kept.vanished) return refuse(entity === 'service' ? 'service_not_found' : 'organization_not_found');
    if (gone.merged || kept.merged) return refuse('already_merged');
    if (gone.mustStay !== null) return refuse(gone.mustStay);
    const { organizationId } = kept;
    return {
      events: [
        {
          kind: 'records_merged',
          subjectKind: entity,
          subjectId: keptId,
          payload: { mergeId, changeId, entity, keptId, goneId, organizationId, goneName: gone.name },
        },
      ],
    };
  },
  write({ payload }, actor) {
    const { mergeId, changeId, entity, keptId, goneId, organizationId, goneName } = payload as unknown as Merge & {
      organizationId: string;
      goneName: string;
    };
    return [
      { text: 'select directory.merge_records($1, $2, $3, $4)', values: [mergeId, entity, keptId, goneId] },
      addChange(
        {
          id: changeId,
          entity,
          entityId: keptId,
          organizationId,
          kind: 'merge',
          before: {},
          after: { merged: { id: goneId, name: goneName } },
          state: 'applied',
        },
        actor,
      ),
    ];
  },
});

interface UndoState {
  entity: CareEntity;
  keptId: string;
  goneId: string;
  organizationId: string;
  undone: boolean;
  builtUpon: boolean;
}

export const undoMerge: AnyHandler = handler<z.infer<typeof undoMergeSchema>, UndoState | undefined>({
  kind: 'directory.undo_merge',
  schema: undoMergeSchema,
  roles: editorRoles,
  async load(tx: PoolClient, { mergeId }) {
    await tx.query('select pg_advisory_xact_lock(727004)');
    const { rows } = await tx.query<UndoState>(
      `select m.entity, m.kept_id as "keptId", m.gone_id as "goneId", m.undone_at is not null as undone,
         coalesce((select s.organization_id from directory.service s where s.id = m.kept_id), m.kept_id) as "organizationId",
         exists (select from directory.merge l where l.undone_at is null and l.gone_id = m.kept_id) as "builtUpon"
       from directory.merge m where m.id = $1`,
      [mergeId],
    );
    return rows[0];
  },
  decide(state, { mergeId, changeId }) {
    if (!state || state.undone) return refuse('merge_not_found');
    // The one that was kept is itself gone: that merge is undone first.
    if (state.builtUpon) return refuse('merge_built_upon');
    return {
      events: [{ kind: 'merge_undone', subjectKind: state.entity, subjectId: state.keptId, payload: { mergeId, changeId, ...state } }],
    };
  },
  write({ payload }, actor) {
    const { mergeId, changeId, entity, keptId, goneId, organizationId } = payload as unknown as UndoState & {
      mergeId: string;
      changeId: string;
    };
    return [
      { text: 'select directory.undo_merge($1)', values: [mergeId] },
      addChange(
        {
          id: changeId,
          entity,
          entityId: keptId,
          organizationId,
          kind: 'unmerge',
          before: {},
          after: { merged: { id: goneId } },
          state: 'applied',
        },
        actor,
      ),
    ];
  },
});

/** Two records that only look alike. */
export const markNotSame: AnyHandler = handler<z.infer<typeof markNotSameSchema>, undefined>({
  kind: 'directory.mark_not_same',
  schema: markNotSameSchema,
  roles: editorRoles,
  load: async () => undefined,
  decide(_state, { entity, a, b }) {
    if (a === b) return refuse('same_record');
    return { events: [{ kind: 'told_apart', subjectKind: entity, subjectId: a, payload: { entity, a, b } }] };
  },
  write: ({ payload }, actor) => [
    {
      text: `insert into directory.not_same (entity, a, b, said_by) values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4)
        on conflict do nothing`,
      values: [payload.entity, payload.a, payload.b, actor.userId],
    },
  ],
});
