import type { z } from 'zod';
import { readPhone } from '../../people/index.ts';
import { handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { addContactSchema, removeContactSchema } from '../contract.ts';

export const addContact = handler<z.infer<typeof addContactSchema>, { caseFound: boolean }>({
  kind: 'cases.add_contact',
  schema: addContactSchema,
  roles: deskRoles,
  async load(tx, { caseId }) {
    const { rows } = await tx.query('select exists (select from cases."case" where id = $1) as "caseFound"', [caseId]);
    return rows[0];
  },
  decide({ caseFound }, payload, _actor, _now, at) {
    if (!caseFound) return refuse('case_not_found');
    const phone = payload.phone && readPhone(payload.phone);
    if (payload.phone && !phone) return refuse('phone_not_possible');
    return {
      events: [
        { kind: 'contact_added', subjectKind: 'case', subjectId: payload.caseId, payload: { ...payload, phone, at: at.toISOString() } },
      ],
    };
  },
  write({ payload: p }, actor) {
    return [
      {
        text: `insert into cases.contact (id, organization_id, case_id, role, name, phone, note, added_by, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        values: [p['contactId'], actor.organizationId, p['caseId'], p['role'], p['name'], p['phone'], p['note'], actor.userId, p['at']],
      },
    ];
  },
});

export const removeContact = handler<z.infer<typeof removeContactSchema>, { found: boolean }>({
  kind: 'cases.remove_contact',
  schema: removeContactSchema,
  roles: deskRoles,
  async load(tx, { contactId, caseId }) {
    const { rows } = await tx.query(
      'select exists (select from cases.contact where id = $1 and case_id = $2 and removed_at is null) as found',
      [contactId, caseId],
    );
    return rows[0];
  },
  decide({ found }, payload, _actor, _now, at) {
    if (!found) return refuse('contact_not_found');
    return {
      events: [{ kind: 'contact_removed', subjectKind: 'case', subjectId: payload.caseId, payload: { ...payload, at: at.toISOString() } }],
    };
  },
  write({ payload: p }) {
    return [{ text: 'update cases.contact set removed_at = $2 where id = $1', values: [p['contactId'], p['at']] }];
  },
});
