import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../../platform/commands/handler.ts';
import { type MakeExport, makeExportSchema, removeExportSchema } from '../contract-export.ts';

const roles = ['cell_manager'] as const;
/** Of one cell at a time: each may hold everybody it knows. */
const mostMaking = 5;

const makeExport = handler<MakeExport, { making: number }>({
  kind: 'cases.make_export',
  schema: makeExportSchema,
  roles,
  async load(tx) {
    const { rows } = await tx.query<{ making: number }>(`select count(*) as making from cases.register_export where state = 'making'`);
    return { making: rows[0]?.making ?? 0 };
  },
  decide({ making }, payload) {
    if (making >= mostMaking) return refuse('too_many_exports');
    return {
      events: [{ kind: 'export_asked', subjectKind: 'register_export', subjectId: payload.exportId, payload }],
      jobs: [{ name: 'work_on_registers', data: {} }],
      result: { exportId: payload.exportId },
    };
  },
  write({ payload }, actor) {
    const { exportId, kind, format, named, contacts, contactsReason, purpose, ...options } = payload as MakeExport;
    return [
      {
        text: `insert into cases.register_export (id, organization_id, owner_id, kind, options, format, named, with_contacts, contacts_reason, purpose)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        values: [
          exportId,
          actor.organizationId,
          actor.userId,
          kind,
          JSON.stringify(options),
          format,
          named,
          contacts,
          contactsReason,
          purpose,
        ],
      },
    ];
  },
});

const removeExport = handler<z.infer<typeof removeExportSchema>, { state: string; blob: string | null } | undefined>({
  kind: 'cases.remove_export',
  schema: removeExportSchema,
  roles,
  async load(tx, { exportId }) {
    const { rows } = await tx.query<{ state: string; blob: string | null }>(
      `select e.state, f.blob from cases.register_export e left join files.file f on f.id = e.file_id where e.id = $1 for update of e`,
      [exportId],
    );
    return rows[0];
  },
  decide(kept, { exportId }) {
    if (!kept) return refuse('export_not_found');
    if (kept.state !== 'ready') return refuse('export_not_now');
    return {
      events: [{ kind: 'export_removed', subjectKind: 'register_export', subjectId: exportId, payload: { exportId } }],
      jobs: kept.blob ? [{ name: 'remove_file_bytes', data: { blob: kept.blob } }] : [],
    };
  },
  write: ({ subjectId }) => [
    { text: `delete from files.file where id = (select file_id from cases.register_export where id = $1)`, values: [subjectId] },
    { text: `update cases.register_export set state = 'removed' where id = $1`, values: [subjectId] },
  ],
});

export const exportCommands: AnyHandler[] = [makeExport, removeExport];
