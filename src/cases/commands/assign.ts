import type { z } from 'zod';
import { handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { assignCaseSchema, handOverSchema } from '../contract.ts';

export const assignCase = handler<z.infer<typeof assignCaseSchema>, { caseFound: boolean; isColleague: boolean }>({
  kind: 'cases.assign',
  schema: assignCaseSchema,
  roles: deskRoles,
  async load(tx, { caseId, userId }) {
    const { rows } = await tx.query(
      `select exists (select from cases."case" where id = $1) as "caseFound", $2::uuid is null or access.is_colleague($2) as "isColleague"`,
      [caseId, userId],
    );
    return rows[0];
  },
  decide(state, payload, _actor, _now, at) {
    if (!state.caseFound) return refuse('case_not_found');
    if (!state.isColleague) return refuse('member_not_found');
    return {
      events: [{ kind: 'case_assigned', subjectKind: 'case', subjectId: payload.caseId, payload: { ...payload, at: at.toISOString() } }],
    };
  },
  write({ payload: p }) {
    return [{ text: 'update cases."case" set assigned_to = $2 where id = $1', values: [p['caseId'], p['userId'] ?? null] }];
  },
});

export const handOver = handler<z.infer<typeof handOverSchema>, { caseIds: string[]; isColleague: boolean }>({
  kind: 'cases.hand_over',
  schema: handOverSchema,
  roles: ['cell_manager'],
  async load(tx, { fromUserId, toUserId }) {
    const { rows } = await tx.query(
      `select array(select id from cases."case" where assigned_to = $1 and closed_at is null order by id for update) as "caseIds", access.is_colleague($2) as "isColleague"`,
      [fromUserId, toUserId],
    );
    return rows[0];
  },
  decide({ caseIds, isColleague: found }, payload, _actor, _now, at) {
    if (!found || payload.fromUserId === payload.toUserId) return refuse('member_not_found');
    if (caseIds.length === 0) return refuse('nothing_to_hand_over');
    return {
      // One event a case, so that each file's own history tells it.
      events: caseIds.map((caseId) => ({
        kind: 'case_handed_over',
        subjectKind: 'case',
        subjectId: caseId,
        payload: { ...payload, caseId, at: at.toISOString() },
      })),
      result: { cases: caseIds.length },
    };
  },
  write({ payload: p }) {
    return [
      { text: 'update cases."case" set assigned_to = $2 where id = $1', values: [p['caseId'], p['toUserId']] },
      {
        text: 'update cases.step set assigned_to = $2 where case_id = $1 and ended_at is null and assigned_to = $3',
        values: [p['caseId'], p['toUserId'], p['fromUserId']],
      },
    ];
  },
});
