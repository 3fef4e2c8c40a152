import type { z } from 'zod';
import { handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { attachSchema, removeAttachmentSchema } from './contract.ts';

type Attach = z.infer<typeof attachSchema>;
type Remove = z.infer<typeof removeAttachmentSchema>;

export const attach = handler<Attach, { caseFound: boolean; caseClosed: boolean; fileFound: boolean; fileAttached: boolean }>({
  kind: 'cases.attach',
  schema: attachSchema,
  roles: deskRoles,
  async load(tx, { caseId, fileId }) {
    const { rows } = await tx.query(
      `select exists (select from cases."case" where id = $1) as "caseFound",
              exists (select from cases."case" where id = $1 and closed_at is not null) as "caseClosed",
              exists (select from files.file where id = $2 and media_type <> 'audio/wav') as "fileFound",
              exists (select from files.file where id = $2 and bound_at is not null) as "fileAttached"`,
      [caseId, fileId],
    );
    return rows[0];
  },
  decide(state, { title, ...payload }, _actor, _now, at) {
    if (!state.caseFound) return refuse('case_not_found');
    if (state.caseClosed) return refuse('case_already_closed');
    if (!state.fileFound) return refuse('file_not_found');
    if (state.fileAttached) return refuse('file_already_attached');
    return {
      events: [
        {
          kind: 'attachment_added',
          subjectKind: 'case',
          subjectId: payload.caseId,
          payload: { ...payload, at: at.toISOString() },
          sealed: { title },
        },
      ],
    };
  },
  write({ payload: p, sealed }, { organizationId, userId }) {
    return [
      {
        text: `insert into cases.attachment (id, organization_id, case_id, file_id, kind, title, restricted, attached_by, attached_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        values: [p.attachmentId, organizationId, p.caseId, p.fileId, p.kind, sealed?.title, p.restricted, userId, p.at],
      },
      { text: 'update files.file set bound_at = now() where id = $1', values: [p.fileId] },
    ];
  },
});

export const removeAttachment = handler<Remove, { fileId: string | null; blob: string | null } | undefined>({
  kind: 'cases.remove_attachment',
  schema: removeAttachmentSchema,
  roles: deskRoles,
  async load(tx, { attachmentId, caseId }) {
    const { rows } = await tx.query(
      `select a.file_id as "fileId", f.blob from cases.attachment a left join files.file f on f.id = a.file_id
       where a.id = $1 and a.case_id = $2`,
      [attachmentId, caseId],
    );
    return rows[0];
  },
  decide(state, { reason, ...payload }, _actor, _now, at) {
    if (!state) return refuse('attachment_not_found');
    const { fileId, blob } = state;
    if (fileId === null || blob === null) return refuse('attachment_removed');
    return {
      events: [
        {
          kind: 'attachment_removed',
          subjectKind: 'case',
          subjectId: payload.caseId,
          payload: { ...payload, fileId, at: at.toISOString() },
          sealed: { reason },
        },
      ],
      jobs: [{ name: 'remove_file_bytes', data: { blob } }],
    };
  },
  write({ payload: p, sealed }, { userId }) {
    return [
      // Its key goes with this row: from here on nobody can read the bytes, wherever a copy of them lies.
      { text: 'delete from files.file where id = $1', values: [p.fileId] },
      {
        text: 'update cases.attachment set removed_by = $2, removed_at = $3, removal_reason = $4 where id = $1',
        values: [p.attachmentId, userId, p.at, sealed?.reason],
      },
    ];
  },
});
