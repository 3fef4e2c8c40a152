import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { moveRecommendationSchema, takeUpSchema, writeRecommendationSchema } from '../contract.ts';
import type { RecommendationStatus } from '../lists.ts';
import { nextState, recommendationMoves } from '../rules.ts';
import { isKeeper, said, speakers } from './said.ts';

const writeRecommendation = handler<z.infer<typeof writeRecommendationSchema>, { findings: number; meetingFound: boolean }>({
  kind: 'coordination.write_recommendation',
  schema: writeRecommendationSchema,
  roles: speakers,
  async load(tx, { findingIds, meetingId }) {
    const { rows } = await tx.query(
      `select (select count(*)::int from coordination.finding where id = any ($1)) as findings,
              $2::uuid is null or exists (select from coordination.meeting where id = $2) as "meetingFound"`,
      [findingIds, meetingId ?? null],
    );
    return rows[0];
  },
  decide({ findings, meetingFound }, payload, _actor, _now, at) {
    if (findings < new Set(payload.findingIds).size) return refuse('finding_not_found');
    if (!meetingFound) return refuse('meeting_not_found');
    return said('recommendation_written', 'recommendation', payload.recommendationId, payload, at);
  },
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.recommendation (id, organization_id, meeting_id, title, text, themes, audiences, addressed_to, measure, due_on, urgent,
               status, created_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'draft', $12)`,
      values: [
        p['recommendationId'],
        actor.organizationId,
        p['meetingId'] ?? null,
        p['title'],
        p['text'],
        p['themes'],
        p['audiences'],
        p['addressedTo'] ?? null,
        p['measure'] ?? null,
        p['dueOn'] ?? null,
        p['urgent'],
        actor.userId,
      ],
    },
    {
      text: `insert into coordination.recommendation_finding (recommendation_id, finding_id) select $1, unnest($2::uuid[]) on conflict do nothing`,
      values: [p['recommendationId'], p['findingIds']],
    },
  ],
});

interface State {
  status: RecommendationStatus | null;
  organizationId: string | null;
  ownerId: string | null;
  targetStatus: RecommendationStatus | null;
}
const stateOf = `select (select status from coordination.recommendation where id = $1) as status,
  (select organization_id from coordination.recommendation where id = $1) as "organizationId",
  (select owner_id from coordination.recommendation where id = $1) as "ownerId",
  (select status from coordination.recommendation where id = $2 and id <> $1) as "targetStatus"`;
/** Into one that lives: a merged or rejected one would lead nowhere. */
const alive: readonly (RecommendationStatus | null)[] = ['proposed', 'adopted', 'done'];

const moveRecommendation = handler<z.infer<typeof moveRecommendationSchema>, State>({
  kind: 'coordination.move_recommendation',
  schema: moveRecommendationSchema,
  roles: speakers,
  async load(tx, { recommendationId, targetId }) {
    await tx.query(`select coordination.hold('recommendation', $1)`, [recommendationId]);
    const { rows } = await tx.query(stateOf, [recommendationId, targetId ?? null]);
    return rows[0];
  },
  decide({ status, organizationId, ownerId, targetStatus }, payload, actor, _now, at) {
    if (status === null) return refuse('recommendation_not_found');
    const who = { isOwn: [organizationId, ownerId].includes(actor.organizationId), isKeeper: isKeeper(actor.role) };
    const next = nextState(recommendationMoves, status, payload, who);
    if ('refused' in next) return refuse(next.refused);
    if (payload.targetId && !alive.includes(targetStatus)) return refuse('merge_target_missing');
    return said(`recommendation_${next.to}`, 'recommendation', payload.recommendationId, { ...payload, status: next.to, was: status }, at);
  },
  write: ({ payload: p }) => [
    {
      text: `update coordination.recommendation set status = $2, reason = $3, merged_into = $4,
               decided_on = case when $2 = 'proposed' then decided_on else directory.wall_clock($5)::date end where id = $1`,
      values: [p['recommendationId'], p['status'], p['reason'] ?? null, p['status'] === 'merged' ? p['targetId'] : null, p['at']],
    },
  ],
});

const takeUp = handler<z.infer<typeof takeUpSchema>, State>({
  kind: 'coordination.take_up',
  schema: takeUpSchema,
  roles: speakers,
  async load(tx, { recommendationId }) {
    await tx.query(`select coordination.hold('recommendation', $1)`, [recommendationId]);
    const { rows } = await tx.query(stateOf, [recommendationId, null]);
    return rows[0];
  },
  decide({ status, ownerId }, payload, actor, _now, at) {
    if (status === null) return refuse('recommendation_not_found');
    if (status !== 'adopted') return refuse('not_in_that_state');
    if (payload.takes && ownerId !== null && ownerId !== actor.organizationId) return refuse('already_taken_up');
    if (!payload.takes && ownerId !== actor.organizationId) return refuse('not_yours_to_decide');
    return said(
      payload.takes ? 'recommendation_taken_up' : 'recommendation_let_go',
      'recommendation',
      payload.recommendationId,
      payload,
      at,
    );
  },
  write: ({ payload: p }, actor) => [
    {
      text: 'select coordination.take_up($1, $2, $3, $4)',
      values: [p['recommendationId'], p['takes'] ? actor.organizationId : null, actor.organizationId, p['dueOn'] ?? null],
    },
  ],
});

export const recommendationCommands: AnyHandler[] = [writeRecommendation, moveRecommendation, takeUp];
