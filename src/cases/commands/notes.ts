import type { z } from 'zod';
import { handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { addNoteSchema } from '../contract.ts';

/** A note stays as written: what turns out wrong is put right by another. The journal says that one was written, never what. */
export const addNote = handler<z.infer<typeof addNoteSchema>, { caseFound: boolean }>({
  kind: 'cases.add_note',
  schema: addNoteSchema,
  roles: deskRoles,
  async load(tx, { caseId }) {
    const { rows } = await tx.query('select exists (select from cases."case" where id = $1) as "caseFound"', [caseId]);
    return rows[0];
  },
  decide({ caseFound }, { text, ...payload }, _actor, _now, at) {
    if (!caseFound) return refuse('case_not_found');
    return {
      events: [
        {
          kind: 'note_added',
          subjectKind: 'case',
          subjectId: payload.caseId,
          payload: { ...payload, at: at.toISOString() },
          sealed: { text },
        },
      ],
    };
  },
  write({ payload: p, sealed }, actor) {
    return [
      {
        text: `insert into cases.note (id, organization_id, case_id, level, text, written_by, written_at) values ($1, $2, $3, $4, $5, $6, $7)`,
        values: [p['noteId'], actor.organizationId, p['caseId'], p['level'], sealed?.['text'], actor.userId, p['at']],
      },
    ];
  },
});
