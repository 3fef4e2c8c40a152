import type { z } from 'zod';
import type { PoolClient } from 'pg';
import { type AnyHandler, type Decision, type DomainEvent, handler, refuse } from '../../platform/commands/handler.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { isEditor, mayKeep } from './acting.ts';
import { addChange, type ChangeRow } from './change-statements.ts';
import { archiveServiceSchema, careRoles, editorRoles, publishServiceSchema } from './contract.ts';
import { holdStatements } from './record-statements.ts';
import { findRecord, type RecordState } from './record-store.ts';

/** The service stands under this status from now on. */
export const archiveStatements = (serviceId: string, status: string): Statement[] => [
  { text: 'update directory.service set status = $2, last_modified = now() where id = $1', values: [serviceId, status] },
];

interface Asked {
  changeId: string;
  status: string;
  kind: 'archive' | 'publish';
  reason?: string | undefined;
}
function decideStatus(record: RecordState | undefined, { changeId, status, kind, reason }: Asked, actor: Actor): Decision {
  if (!record) return refuse('service_not_found');
  if (!mayKeep(actor, record.organizationId)) return refuse('not_allowed');
  if (record.status === status) return { events: [], result: { state: 'applied' } };
  const state = isEditor(actor) ? 'applied' : 'proposed';
  const change = {
    id: changeId,
    entity: 'service',
    entityId: record.id,
    organizationId: record.organizationId,
    kind,
    before: { status: record.status },
    after: { status },
    state,
    ...(reason === undefined ? {} : { reason }),
  } satisfies ChangeRow;
  const happened = kind === 'archive' ? 'service_archived' : 'service_published';
  return {
    events: [{ kind: state === 'applied' ? happened : 'change_proposed', subjectKind: 'service', subjectId: record.id, payload: change }],
    result: { state },
  };
}
function writeStatus({ payload }: DomainEvent, actor: Actor): Statement[] {
  const change = payload as unknown as ChangeRow & { before: { status: string }; after: { status: string } };
  if (change.state === 'proposed') return [addChange(change, actor)];
  return [
    addChange(change, actor),
    ...holdStatements('service', change.entityId, change.before),
    ...archiveStatements(change.entityId, change.after.status),
  ];
}

export const archiveService: AnyHandler = handler<z.infer<typeof archiveServiceSchema>, RecordState | undefined>({
  kind: 'directory.archive_service',
  schema: archiveServiceSchema,
  roles: careRoles,
  load: (tx: PoolClient, { serviceId }) => findRecord(tx, 'service', serviceId),
  decide: (record, asked, actor) => decideStatus(record, { ...asked, kind: 'archive' }, actor),
  write: writeStatus,
});

export const publishService: AnyHandler = handler<z.infer<typeof publishServiceSchema>, RecordState | undefined>({
  kind: 'directory.publish_service',
  schema: publishServiceSchema,
  roles: editorRoles,
  load: (tx: PoolClient, { serviceId }) => findRecord(tx, 'service', serviceId),
  decide: (record, asked, actor) => decideStatus(record, { ...asked, status: 'active', kind: 'publish' }, actor),
  write: writeStatus,
});
