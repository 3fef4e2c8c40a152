import type { PoolClient } from 'pg';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { addChange, type ChangeRow } from './change-statements.ts';
import { unknownCode } from './codes.ts';
import { type AddOrganization, addOrganizationSchema, editorRoles } from './contract.ts';
import { flatten, type FlatFields } from './record-fields.ts';
import { recordStatements } from './record-statements.ts';

/** A new organisation, in the directory at once. */
export const addOrganization: AnyHandler = handler<AddOrganization, { unknown: string | undefined }>({
  kind: 'directory.add_organization',
  schema: addOrganizationSchema,
  roles: editorRoles,
  load: async (tx: PoolClient, { fields }) => ({
    unknown: await unknownCode(tx, { territories: fields.communeCode ? [fields.communeCode] : [] }),
  }),
  decide({ unknown }, { changeId, organizationId, fields, reason }) {
    if (unknown) return refuse(unknown);
    const change = {
      id: changeId,
      entity: 'organization',
      entityId: organizationId,
      organizationId,
      kind: 'create',
      before: {},
      after: flatten(fields),
      state: 'applied',
      ...(reason === undefined ? {} : { reason }),
    } satisfies ChangeRow;
    return {
      events: [{ kind: 'organization_added', subjectKind: 'organization', subjectId: organizationId, payload: change }],
      result: { state: 'applied' },
    };
  },
  write({ payload }, actor) {
    const change = payload as unknown as ChangeRow;
    const { name, description, ...rest } = change.after as FlatFields;
    return [
      {
        text: 'insert into directory.organization (id, name, description) values ($1, $2, $3)',
        values: [change.entityId, name, description],
      },
      addChange(change, actor),
      ...recordStatements('organization', change.entityId, rest),
    ];
  },
});
