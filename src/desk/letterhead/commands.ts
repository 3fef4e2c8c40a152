import { handler, refuse } from '../../platform/commands/handler.ts';
import { type SetLetterhead, setLetterheadSchema } from './contract.ts';

/** A new head for the cell's papers; what was printed under the one before can be printed so again. */
export const setLetterhead = handler<SetLetterhead, { fileFits: boolean; logoFileId: string | null }>({
  kind: 'desk.set_letterhead',
  schema: setLetterheadSchema,
  roles: ['cell_manager'],
  async load(tx, { fileId }, { organizationId }) {
    const { rows } = await tx.query(
      `select $1::uuid is null or exists (select from files.file where id = $1 and bound_at is null and media_type = 'image/jpeg') as "fileFits",
         (select logo_file_id from desk.letterhead where organization_id = $2 order by set_at desc, id desc limit 1) as "logoFileId"`,
      [fileId, organizationId],
    );
    return rows[0];
  },
  decide({ fileFits, logoFileId }, payload, actor, _now, at) {
    if (!fileFits) return refuse('file_not_found');
    const logo = payload.fileId ?? (payload.keepsLogo ? logoFileId : null);
    return {
      events: [
        {
          kind: 'letterhead_set',
          subjectKind: 'organization',
          subjectId: actor.organizationId,
          payload: { ...payload, logo, at: at.toISOString() },
        },
      ],
    };
  },
  write({ payload: p }, { organizationId, userId }) {
    return [
      {
        text: `insert into desk.letterhead (id, organization_id, name, address, phone, email, logo_file_id, set_by, set_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        values: [p['letterheadId'], organizationId, p['name'], p['address'], p['phone'], p['email'], p['logo'], userId, p['at']],
      },
      ...(p['fileId'] ? [{ text: 'update files.file set bound_at = now() where id = $1', values: [p['fileId']] }] : []),
    ];
  },
});
