import type { PoolClient } from 'pg';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { archiveStatements } from './archive.ts';
import { decideChange as decideStatement } from './change-statements.ts';
import { unknownCode } from './codes.ts';
import { type CareEntity, type DecideChange, decideChangeSchema, editorRoles } from './contract.ts';
import { createServiceStatements } from './propose.ts';
import type { FlatFields } from './record-fields.ts';
import { holdStatements, recordStatements } from './record-statements.ts';
import { findRecord, type RecordState } from './record-store.ts';

interface Proposal {
  id: string;
  entity: CareEntity;
  entityId: string;
  organizationId: string;
  kind: 'create' | 'edit' | 'archive';
  after: FlatFields;
  state: string;
}
interface DecideState {
  proposal: Proposal | undefined;
  record: RecordState | undefined;
  unknown: string | undefined;
}
const codes = (value: unknown): string[] => (Array.isArray(value) ? value.filter((code) => typeof code === 'string') : []);

/** What a proposal changes, when it is applied to the record as it is now. */
function applyStatements({ entity, entityId, organizationId, kind, after, before }: Proposal & { before: FlatFields }): Statement[] {
  if (kind === 'create') return createServiceStatements(entityId, organizationId, after);
  if (kind === 'archive') return archiveStatements(entityId, String(after.status));
  return [...holdStatements(entity, entityId, before), ...recordStatements(entity, entityId, after)];
}

export const decideChange: AnyHandler = handler<DecideChange, DecideState>({
  kind: 'directory.decide_change',
  schema: decideChangeSchema,
  roles: editorRoles,
  async load(tx: PoolClient, { changeId }) {
    const { rows } = await tx.query<Proposal>(
      `select id, entity, entity_id as "entityId", organization_id as "organizationId", kind, after, state
       from directory.change where id = $1`,
      [changeId],
    );
    const proposal = rows[0];
    if (!proposal) return { proposal, record: undefined, unknown: undefined };
    const { after } = proposal;
    return {
      proposal,
      record: await findRecord(tx, proposal.entity, proposal.entityId),
      unknown: await unknownCode(tx, {
        needs: codes(after.needs),
        audiences: codes(after.audiences),
        territories: codes(after.areas),
        organizationId: typeof after.organizationId === 'string' ? after.organizationId : proposal.organizationId,
      }),
    };
  },
  decide({ proposal, record, unknown }, { decision, reason }) {
    if (!proposal) return refuse('change_not_found');
    if (proposal.state !== 'proposed') return refuse('change_decided');
    if (decision === 'apply' && proposal.kind !== 'create' && !record)
      return refuse(proposal.entity === 'service' ? 'service_not_found' : 'organization_not_found');
    if (decision === 'apply' && unknown) return refuse(unknown);
    const before = Object.fromEntries(Object.keys(proposal.after).map((name) => [name, record?.fields[name] ?? null]));
    return {
      events: [
        {
          kind: decision === 'apply' ? 'change_applied' : 'change_rejected',
          subjectKind: proposal.entity,
          subjectId: proposal.entityId,
          payload: { ...proposal, before, decision, ...(reason === undefined ? {} : { decisionReason: reason }) },
        },
      ],
      result: { state: decision === 'apply' ? 'applied' : 'rejected' },
    };
  },
  write({ payload }, actor) {
    const decided = payload as unknown as Proposal & { before: FlatFields; decision: DecideChange['decision']; decisionReason?: string };
    const applies = decided.decision === 'apply';
    return [
      decideStatement(decided.id, applies ? 'applied' : 'rejected', decided.decisionReason, actor),
      ...(applies ? applyStatements(decided) : []),
    ];
  },
});
