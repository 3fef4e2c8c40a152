import type { PoolClient } from 'pg';
import { type AnyHandler, type Decision, type DomainEvent, handler, refuse } from '../../platform/commands/handler.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { isEditor, mayKeep } from './acting.ts';
import { addChange, type ChangeRow } from './change-statements.ts';
import { unknownCode } from './codes.ts';
import {
  careRoles,
  type EditOrganization,
  type EditService,
  editOrganizationSchema,
  editServiceSchema,
  type OrganizationFields,
  type ServiceFields,
} from './contract.ts';
import { differing, flatten, type FlatFields, partByApproval } from './record-fields.ts';
import { holdStatements, recordStatements } from './record-statements.ts';
import { findRecord, type RecordState } from './record-store.ts';

interface EditState {
  record: RecordState | undefined;
  unknown: string | undefined;
}
type Edit = Pick<EditService, 'changeId' | 'proposalId' | 'reason'> & { fields: ServiceFields | OrganizationFields };

const agesCross = (fields: FlatFields): boolean =>
  typeof fields.minimumAge === 'number' && typeof fields.maximumAge === 'number' && fields.minimumAge > fields.maximumAge;

/** What of an edit holds at once and what is proposed; a field that says nothing new is left out. */
export function decideEdit({ record, unknown }: EditState, edit: Edit, actor: Actor): Decision {
  if (!record) return refuse('serviceId' in edit ? 'service_not_found' : 'organization_not_found');
  if (!mayKeep(actor, record.organizationId)) return refuse('not_allowed');
  if (unknown) return refuse(unknown);
  const wished = flatten(edit.fields);
  if (agesCross({ ...record.fields, ...wished })) return refuse('ages_crossed');
  const { before, after } = differing(record.fields, wished);
  const { free, approved } = isEditor(actor) ? { free: after, approved: {} } : partByApproval(after);
  const change = (id: string, state: ChangeRow['state'], fields: FlatFields): DomainEvent => ({
    kind: state === 'applied' ? 'record_edited' : 'change_proposed',
    subjectKind: record.entity,
    subjectId: record.id,
    payload: {
      id,
      entity: record.entity,
      entityId: record.id,
      organizationId: record.organizationId,
      kind: 'edit',
      before: Object.fromEntries(Object.keys(fields).map((name) => [name, before[name] ?? null])),
      after: fields,
      state,
      ...(edit.reason === undefined ? {} : { reason: edit.reason }),
    } satisfies ChangeRow,
  });
  return {
    events: [
      ...(Object.keys(free).length > 0 ? [change(edit.changeId, 'applied', free)] : []),
      ...(Object.keys(approved).length > 0 ? [change(edit.proposalId, 'proposed', approved)] : []),
    ],
    result: { applied: Object.keys(free), proposed: Object.keys(approved) },
  };
}

function writeEdit({ payload }: DomainEvent, actor: Actor): Statement[] {
  const change = payload as unknown as ChangeRow;
  if (change.state === 'proposed') return [addChange(change, actor)];
  const { entity, entityId, before, after } = change;
  return [
    addChange(change, actor),
    ...holdStatements(entity, entityId, before as FlatFields),
    ...recordStatements(entity, entityId, after as FlatFields),
  ];
}

export const editService: AnyHandler = handler<EditService, EditState>({
  kind: 'directory.edit_service',
  schema: editServiceSchema,
  roles: careRoles,
  load: async (tx: PoolClient, { serviceId, fields }) => ({
    record: await findRecord(tx, 'service', serviceId),
    unknown: await unknownCode(tx, {
      needs: fields.needs,
      audiences: fields.audiences,
      territories: fields.areas,
      organizationId: fields.organizationId,
    }),
  }),
  decide: (state, edit, actor) => decideEdit(state, edit, actor),
  write: writeEdit,
});

export const editOrganization: AnyHandler = handler<EditOrganization, EditState>({
  kind: 'directory.edit_organization',
  schema: editOrganizationSchema,
  roles: careRoles,
  load: async (tx: PoolClient, { organizationId, fields }) => ({
    record: await findRecord(tx, 'organization', organizationId),
    unknown: await unknownCode(tx, { territories: fields.communeCode ? [fields.communeCode] : [] }),
  }),
  decide: (state, edit, actor) => decideEdit(state, edit, actor),
  write: writeEdit,
});
