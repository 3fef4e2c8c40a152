import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { addSourceSchema, moveFindingSchema, raiseFindingSchema } from '../contract.ts';
import type { FindingStatus } from '../lists.ts';
import { findingMoves, nextState } from '../rules.ts';
import { isKeeper, members, said, speakers } from './said.ts';

const insertSource = (findingId: unknown, source: Record<string, unknown>, organizationId: string, userId: string): Statement => ({
  text: `insert into coordination.finding_source (id, finding_id, kind, meeting_id, organization_id, said_on, note, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
  values: [
    source['sourceId'],
    findingId,
    source['kind'],
    source['meetingId'] ?? null,
    organizationId,
    source['saidOn'],
    source['note'] ?? null,
    userId,
  ],
});

const raiseFinding = handler<z.infer<typeof raiseFindingSchema>, { meetingFound: boolean }>({
  kind: 'coordination.raise_finding',
  schema: raiseFindingSchema,
  roles: members,
  async load(tx, { source }) {
    const { rows } = await tx.query(
      'select $1::uuid is null or exists (select from coordination.meeting where id = $1) as "meetingFound"',
      [source.meetingId ?? null],
    );
    return rows[0];
  },
  decide: ({ meetingFound }, payload, _actor, _now, at) =>
    meetingFound ? said('finding_raised', 'finding', payload.findingId, payload, at) : refuse('meeting_not_found'),
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.finding (id, organization_id, kind, title, text, themes, audiences, commune_codes, desk_need, status, created_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      values: [
        p['findingId'],
        actor.organizationId,
        p['kind'],
        p['title'],
        p['text'] ?? null,
        p['themes'],
        p['audiences'],
        p['communeCodes'],
        p['deskNeed'] ?? null,
        p['share'] ? 'shared' : 'draft',
        actor.userId,
      ],
    },
    insertSource(p['findingId'], p['source'] as Record<string, unknown>, actor.organizationId, actor.userId),
  ],
});

interface FindingState {
  status: FindingStatus | null;
  organizationId: string | null;
  targetStatus: FindingStatus | null;
}
const addSource = handler<z.infer<typeof addSourceSchema>, { found: boolean; meetingFound: boolean }>({
  kind: 'coordination.add_source',
  schema: addSourceSchema,
  roles: members,
  async load(tx, { findingId, source }) {
    const { rows } = await tx.query(
      `select exists (select from coordination.finding where id = $1 and status <> 'merged') as found,
              $2::uuid is null or exists (select from coordination.meeting where id = $2) as "meetingFound"`,
      [findingId, source.meetingId ?? null],
    );
    return rows[0];
  },
  decide({ found, meetingFound }, payload, _actor, _now, at) {
    if (!found) return refuse('finding_not_found');
    if (!meetingFound) return refuse('meeting_not_found');
    return said('finding_said_again', 'finding', payload.findingId, payload, at);
  },
  write: ({ payload: p }, actor) => [
    insertSource(p['findingId'], p['source'] as Record<string, unknown>, actor.organizationId, actor.userId),
  ],
});

/** Merging keeps every source with its own finding: what was merged reads as one, and comes apart again. */
const moveFinding = handler<z.infer<typeof moveFindingSchema>, FindingState>({
  kind: 'coordination.move_finding',
  schema: moveFindingSchema,
  roles: [...speakers, 'agent'],
  async load(tx, { findingId, targetId }) {
    const { rows } = await tx.query(
      `select (select status from coordination.finding where id = $1 for update) as status,
              (select organization_id from coordination.finding where id = $1) as "organizationId",
              (select status from coordination.finding where id = $2 and id <> $1) as "targetStatus"`,
      [findingId, targetId ?? null],
    );
    return rows[0];
  },
  decide({ status, organizationId, targetStatus }, payload, actor, _now, at) {
    if (status === null) return refuse('finding_not_found');
    const who = { isOwn: organizationId === actor.organizationId, isKeeper: isKeeper(actor.role) };
    const next = nextState(findingMoves, status, payload, who);
    if ('refused' in next) return refuse(next.refused);
    if (payload.targetId && targetStatus !== 'shared') return refuse('merge_target_missing');
    return said(`finding_${next.to}`, 'finding', payload.findingId, { ...payload, status: next.to }, at);
  },
  write: ({ payload: p }) => [
    {
      text: 'update coordination.finding set status = $2, merged_into = $3 where id = $1',
      values: [p['findingId'], p['status'], p['status'] === 'merged' ? p['targetId'] : null],
    },
  ],
});

export const findingCommands: AnyHandler[] = [raiseFinding, addSource, moveFinding];
