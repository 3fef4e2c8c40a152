import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import {
  type AdjustProcedure,
  adjustProcedureSchema,
  type WriteProcedure,
  withdrawProcedureSchema,
  writeProcedureSchema,
} from './contract.ts';
import { findProcedureOwner, type ProcedureOwner } from './store.ts';

/** The limit and the note of the acting cell; of the region, for all its cells, when the programme acts. */
const adjustProcedure = handler<AdjustProcedure, ProcedureOwner | undefined>({
  kind: 'desk.adjust_procedure',
  schema: adjustProcedureSchema,
  roles: ['cell_manager', 'programme'],
  load: (tx, { procedureId }) => findProcedureOwner(tx, procedureId),
  decide(owner, payload, _actor, _now, at) {
    if (!owner) return refuse('procedure_not_found');
    // The cell's own is reworded, not adjusted.
    if (owner.organizationId !== null) return refuse('procedure_is_own');
    if (payload.limit && !owner.hasLimit) return refuse('procedure_has_no_limit');
    return {
      events: [
        {
          kind: 'procedure_adjusted',
          subjectKind: 'procedure',
          subjectId: payload.procedureId,
          payload: { ...payload, at: at.toISOString() },
        },
      ],
    };
  },
  write({ payload }, actor) {
    return [
      {
        text: `insert into desk.procedure_adjustment (procedure_id, organization_id, limit_days, limit_source, note, adjusted_by, adjusted_at)
               select x."procedureId", $2, (x."limit" ->> 'days')::smallint, x."limit" -> 'source', x.note, $3, x.at
               from jsonb_to_record($1) as x("procedureId" uuid, "limit" jsonb, note jsonb, at timestamptz)
               on conflict (procedure_id, organization_id) do update set limit_days = excluded.limit_days, limit_source = excluded.limit_source,
                 note = excluded.note, adjusted_by = excluded.adjusted_by, adjusted_at = excluded.adjusted_at`,
        values: [payload, actor.role === 'programme' ? null : actor.organizationId, actor.userId],
      },
    ];
  },
});

const writeProcedure = handler<WriteProcedure, ProcedureOwner | undefined>({
  kind: 'desk.write_procedure',
  schema: writeProcedureSchema,
  roles: ['cell_manager'],
  load: (tx, { procedureId }) => findProcedureOwner(tx, procedureId),
  decide(owner, payload, actor, _now, at) {
    if (owner && owner.organizationId !== actor.organizationId) return refuse('procedure_not_own');
    const kind = owner ? 'procedure_reworded' : 'procedure_added';
    return {
      events: [{ kind, subjectKind: 'procedure', subjectId: payload.procedureId, payload: { ...payload, at: at.toISOString() } }],
    };
  },
  write({ kind, payload }, actor) {
    const { procedureId, needs, audiences, at, ...content } = payload;
    // Not one statement for both: an id that another cell took must be refused, and what is not seen cannot be updated.
    if (kind === 'procedure_added') {
      return [
        {
          text: `insert into desk.procedure (id, organization_id, key, needs, audiences, content, written_by, written_at)
                 values ($1::uuid, $2, $1::uuid::text, $3, $4, $5, $6, $7)`,
          values: [procedureId, actor.organizationId, needs, audiences, content, actor.userId, at],
        },
      ];
    }
    return [
      {
        text: `update desk.procedure set needs = $2, audiences = $3, content = $4, withdrawn_at = null, written_by = $5, written_at = $6
               where id = $1`,
        values: [procedureId, needs, audiences, content, actor.userId, at],
      },
    ];
  },
});

const withdrawProcedure = handler<{ procedureId: string }, ProcedureOwner | undefined>({
  kind: 'desk.withdraw_procedure',
  schema: withdrawProcedureSchema,
  roles: ['cell_manager'],
  load: (tx, { procedureId }) => findProcedureOwner(tx, procedureId),
  decide(owner, { procedureId }, actor, _now, at) {
    if (!owner) return refuse('procedure_not_found');
    if (owner.organizationId !== actor.organizationId) return refuse('procedure_not_own');
    return {
      events: [
        { kind: 'procedure_withdrawn', subjectKind: 'procedure', subjectId: procedureId, payload: { procedureId, at: at.toISOString() } },
      ],
    };
  },
  write: ({ payload }) => [
    { text: 'update desk.procedure set withdrawn_at = $2 where id = $1', values: [payload.procedureId, payload.at] },
  ],
});

export const guideCommands: AnyHandler[] = [adjustProcedure, writeProcedure, withdrawProcedure];
