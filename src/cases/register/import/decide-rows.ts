import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../../platform/commands/handler.ts';
import { decideRowsSchema, removeMappingSchema, saveMappingSchema } from '../contract.ts';
import { isMoving } from '../lists.ts';
import { happened, problemOfMapping, roles } from './commands.ts';
import { type KeptRegister, lockKept } from './store.ts';

type DecideRows = z.infer<typeof decideRowsSchema>;

const decideRows = handler<DecideRows, { kept: KeptRegister | undefined; isThere: boolean }>({
  kind: 'cases.decide_register_rows',
  schema: decideRowsSchema,
  roles,
  async load(tx, { importId, personId, sameAsRow, rows: chosen }) {
    const kept = await lockKept(tx, importId);
    const { rows } = await tx.query<{ isThere: boolean }>(
      `select ($2::uuid is null or exists (select from people.person where id = $2))
          and ($3::integer is null or ($3 < all ($4::integer[])
               and exists (select from cases.register_row where import_id = $1 and n = $3 and state <> 'error'))) as "isThere"`,
      [importId, personId, sameAsRow, chosen ?? []],
    );
    return { kept, isThere: rows[0]?.isThere ?? false };
  },
  decide({ kept, isThere }, payload) {
    if (!kept) return refuse('register_not_found');
    if (isMoving(kept.state)) return refuse('register_busy');
    if (kept.state !== 'review') return refuse('register_not_now');
    if (kept.checkId !== payload.checkId) return refuse('register_check_again');
    // Somebody the cell does not know, or a row that stands further down or does not come in.
    if (!isThere) return refuse('register_nobody_there');
    return happened('register_rows_decided', payload);
  },
  write({ payload }, { userId }) {
    const { importId, rows, state, decision, personId, sameAsRow, completes = false } = payload as DecideRows;
    // Those named whatever was decided before; of a state those that nobody has decided.
    const chosen = `import_id = $1 and state <> 'error' and (n = any ($3::integer[]) or (state = $4::text and ($5::text = 'undecided' or decision is null)))`;
    const values = [importId, userId, rows ?? null, state ?? null, decision];
    if (decision === 'undecided')
      return [
        {
          text: `update cases.register_row set decision = null, known_person_id = null, same_as_row = null, decided_by = null, decided_at = null
                 where ${chosen} and $2::uuid is not null`,
          values,
        },
      ];
    if (decision === 'proposed')
      return [
        {
          // The first it may be, as far as that is sure; otherwise somebody new.
          text: `update cases.register_row r set decided_by = $2, decided_at = now(),
                   decision = case when not coalesce((alike -> 0 ->> 'sure')::boolean, false) then 'new'
                                   when alike -> 0 ->> 'row' is not null then 'row' else 'known' end,
                   known_person_id = case when (alike -> 0 ->> 'sure')::boolean then (alike -> 0 ->> 'personId')::uuid end,
                   same_as_row = case when (alike -> 0 ->> 'sure')::boolean then (alike -> 0 ->> 'row')::integer end
                 where ${chosen}`,
          values,
        },
      ];
    return [
      {
        text: `update cases.register_row set decision = $5, known_person_id = $6, same_as_row = $7, decided_by = $2, decided_at = now(),
                 read = jsonb_set(read, '{completes}', to_jsonb($8::boolean)) where ${chosen}`,
        values: [...values, personId ?? null, sameAsRow ?? null, completes],
      },
    ];
  },
});

const saveMapping = handler<z.infer<typeof saveMappingSchema>, KeptRegister | undefined>({
  kind: 'cases.save_register_mapping',
  schema: saveMappingSchema,
  roles,
  load: (tx, { importId }) => lockKept(tx, importId),
  decide(kept, { mapping, ...payload }) {
    if (!kept) return refuse('register_not_found');
    const problem = problemOfMapping(mapping, kept.columns.length);
    const sealed = { mapping, headers: kept.columns.map(({ header }) => header) };
    return problem ? refuse(problem) : happened('register_mapping_saved', payload, { sealed });
  },
  write: ({ payload: p, sealed }, actor) => [
    {
      text: `insert into cases.register_mapping (id, organization_id, name, headers, mapping, saved_by) values ($1, $2, $3, $4, $5, $6)
             on conflict (organization_id, name) do update
               set headers = excluded.headers, mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = now()`,
      values: [p.mappingId, actor.organizationId, p.name, sealed?.headers, sealed?.mapping, actor.userId],
    },
  ],
});

const removeMapping = handler<z.infer<typeof removeMappingSchema>, boolean>({
  kind: 'cases.remove_register_mapping',
  schema: removeMappingSchema,
  roles,
  load: async (tx, { mappingId }) => (await tx.query('select from cases.register_mapping where id = $1', [mappingId])).rowCount === 1,
  decide: (isThere, { mappingId }) =>
    isThere ? happened('register_mapping_removed', { importId: mappingId }) : refuse('register_mapping_not_found'),
  write: ({ subjectId }) => [{ text: 'delete from cases.register_mapping where id = $1', values: [subjectId] }],
});

export const reviewCommands: AnyHandler[] = [decideRows, saveMapping, removeMapping];
