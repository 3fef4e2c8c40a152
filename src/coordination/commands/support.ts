import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import {
  answerCommitmentSchema,
  askCommitmentSchema,
  commentSchema,
  commitSchema,
  endorseSchema,
  offerToJoinSchema,
  publishSchema,
} from '../contract.ts';
import type { ActionStatus, CommitmentStatus } from '../lists.ts';
import { commitmentMoves, nextState, offerMoves } from '../rules.ts';
import { actionMoved, isKeeper, said, speakers } from './said.ts';

interface ActionState {
  status: ActionStatus | null;
  isOwner: boolean;
  already: CommitmentStatus | null;
  organizationFound: boolean;
}
const stateOf = `select (select status from coordination.action where id = $1) as status,
  coalesce((select coordination.writes(organization_id) from coordination.action where id = $1), false) as "isOwner",
  (select status from coordination.commitment where action_id = $1 and organization_id = $2) as already,
  exists (select from directory.organization where id = $2 and vanished_at is null) as "organizationFound"`;
const mayJoin = (status: ActionStatus | null): boolean => status === 'proposed' || status === 'under_way';

const commit = handler<z.infer<typeof commitSchema>, ActionState>({
  kind: 'coordination.commit',
  schema: commitSchema,
  roles: speakers,
  async load(tx, { actionId }, actor) {
    const { rows } = await tx.query(stateOf, [actionId, actor.organizationId]);
    return rows[0];
  },
  decide({ status }, payload, _actor, _now, at) {
    if (status === null) return refuse('action_not_found');
    if (!mayJoin(status)) return refuse('not_in_that_state');
    return said('commitment_made', 'action', payload.actionId, payload, at);
  },
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.commitment as c (id, action_id, organization_id, does, amount, currency, status, answered_at, answered_by, created_by)
             values ($1, $2, $3, $4, ($5::jsonb ->> 'amount')::numeric, $5::jsonb ->> 'currency', 'committed', $6, $7, $7)
             on conflict (action_id, organization_id) do update set does = excluded.does, amount = excluded.amount, currency = excluded.currency,
               status = 'committed', reason = null, answered_at = excluded.answered_at, answered_by = excluded.answered_by`,
      values: [p['commitmentId'], p['actionId'], actor.organizationId, p['does'], JSON.stringify(p['money'] ?? {}), p['at'], actor.userId],
    },
    actionMoved(p),
  ],
});

const askCommitment = handler<z.infer<typeof askCommitmentSchema>, ActionState>({
  kind: 'coordination.ask_commitment',
  schema: askCommitmentSchema,
  roles: speakers,
  async load(tx, { actionId, organizationId }) {
    const { rows } = await tx.query(stateOf, [actionId, organizationId]);
    return rows[0];
  },
  decide({ status, isOwner, already, organizationFound }, payload, _actor, _now, at) {
    if (status === null) return refuse('action_not_found');
    if (!isOwner) return refuse('not_yours_to_decide');
    if (!mayJoin(status)) return refuse('not_in_that_state');
    if (!organizationFound) return refuse('organization_not_found');
    if (already !== null) return refuse('already_exists');
    return said('commitment_asked', 'action', payload.actionId, payload, at);
  },
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.commitment (id, action_id, organization_id, does, status, created_by) values ($1, $2, $3, $4, 'asked', $5)`,
      values: [p['commitmentId'], p['actionId'], p['organizationId'], p['does'], actor.userId],
    },
  ],
});

const offerToJoin = handler<z.infer<typeof offerToJoinSchema>, ActionState>({
  kind: 'coordination.offer_to_join',
  schema: offerToJoinSchema,
  roles: speakers,
  async load(tx, { actionId }, actor) {
    const { rows } = await tx.query(stateOf, [actionId, actor.organizationId]);
    return rows[0];
  },
  decide({ status, isOwner, already }, payload, _actor, _now, at) {
    if (status === null) return refuse('action_not_found');
    if (isOwner || !mayJoin(status)) return refuse('not_in_that_state');
    if (already !== null && already !== 'declined' && already !== 'withdrawn') return refuse('already_exists');
    return said('commitment_offered', 'action', payload.actionId, payload, at);
  },
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.commitment (id, action_id, organization_id, does, status, created_by) values ($1, $2, $3, $4, 'offered', $5)
             on conflict (action_id, organization_id) do update set does = excluded.does, amount = null, currency = null, status = 'offered', reason = null`,
      values: [p['commitmentId'], p['actionId'], actor.organizationId, p['does'], actor.userId],
    },
  ],
});

interface Answered {
  actionId: string;
  organizationId: string;
  status: CommitmentStatus;
  ownsAction: boolean;
}
const answerCommitment = handler<z.infer<typeof answerCommitmentSchema>, Answered | undefined>({
  kind: 'coordination.answer_commitment',
  schema: answerCommitmentSchema,
  roles: speakers,
  async load(tx, { commitmentId }) {
    // Held by its action: the row itself is not one that those who own the action may change.
    await tx.query(`select coordination.hold('action', action_id) from coordination.commitment where id = $1`, [commitmentId]);
    const { rows } = await tx.query(
      `select c.action_id as "actionId", c.organization_id as "organizationId", c.status, coordination.writes(a.organization_id) as "ownsAction"
       from coordination.commitment c join coordination.action a on a.id = c.action_id where c.id = $1`,
      [commitmentId],
    );
    return rows[0];
  },
  decide(found, payload, actor, _now, at) {
    if (!found) return refuse('commitment_not_found');
    const isOwn = found.organizationId === actor.organizationId;
    const answersOffer = !isOwn && found.status === 'offered';
    const who = { isOwn: answersOffer ? found.ownsAction : isOwn, isKeeper: isKeeper(actor.role) };
    const next = nextState(answersOffer ? offerMoves : commitmentMoves, found.status, payload, who);
    if ('refused' in next) return refuse(next.refused);
    return said(
      `commitment_${next.to}`,
      'action',
      found.actionId,
      { ...payload, actionId: found.actionId, status: next.to, answersOffer },
      at,
    );
  },
  write: ({ payload: p }, actor) => [
    p['answersOffer']
      ? {
          text: 'select coordination.answer_offer($1, $2, $3, $4)',
          values: [p['commitmentId'], p['status'], p['reason'] ?? null, p['at']],
        }
      : {
          text: 'update coordination.commitment set status = $2, reason = $3, answered_at = $4, answered_by = $5 where id = $1',
          values: [p['commitmentId'], p['status'], p['reason'] ?? null, p['at'], actor.userId],
        },
    actionMoved(p),
  ],
});

const endorse = handler<z.infer<typeof endorseSchema>, { found: boolean; already: boolean }>({
  kind: 'coordination.endorse',
  schema: endorseSchema,
  roles: speakers,
  async load(tx, { subjectKind, subjectId }, actor) {
    const { rows } = await tx.query(
      `select coordination.sees($1, $2) as found, exists (select from coordination.endorsement where subject_id = $2 and organization_id = $3) as already`,
      [subjectKind, subjectId, actor.organizationId],
    );
    return rows[0];
  },
  decide({ found, already }, payload, _actor, _now, at) {
    if (!found) return refuse('subject_not_found');
    if (already === payload.endorses) return refuse('not_in_that_state');
    return said(payload.endorses ? 'endorsed' : 'no_longer_endorsed', payload.subjectKind, payload.subjectId, payload, at);
  },
  write: ({ payload: p }, actor) => [
    p['endorses']
      ? {
          text: `insert into coordination.endorsement (subject_kind, subject_id, organization_id, said_by, said_at) values ($1, $2, $3, $4, $5)`,
          values: [p['subjectKind'], p['subjectId'], actor.organizationId, actor.userId, p['at']],
        }
      : {
          text: 'delete from coordination.endorsement where subject_id = $1 and organization_id = $2',
          values: [p['subjectId'], actor.organizationId],
        },
  ],
});

const comment = handler<z.infer<typeof commentSchema>, { found: boolean }>({
  kind: 'coordination.comment',
  schema: commentSchema,
  roles: speakers,
  async load(tx, { subjectKind, subjectId }) {
    const { rows } = await tx.query('select coordination.sees($1, $2) as found', [subjectKind, subjectId]);
    return rows[0];
  },
  decide: ({ found }, payload, _actor, _now, at) =>
    found ? said('commented', payload.subjectKind, payload.subjectId, payload, at) : refuse('subject_not_found'),
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.comment (id, subject_kind, subject_id, organization_id, words, said_by, said_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      values: [p['commentId'], p['subjectKind'], p['subjectId'], actor.organizationId, p['words'], actor.userId, p['at']],
    },
  ],
});

const publish = handler<z.infer<typeof publishSchema>, { found: boolean; isDraft: boolean; isOwn: boolean; already: boolean }>({
  kind: 'coordination.publish',
  schema: publishSchema,
  roles: speakers,
  async load(tx, { subjectKind, subjectId }) {
    const { rows } = await tx.query('select * from coordination.publishing($1, $2)', [subjectKind, subjectId]);
    return rows[0];
  },
  decide({ found, isDraft, isOwn, already }, payload, _actor, _now, at) {
    if (!found) return refuse('subject_not_found');
    if (!isOwn) return refuse('not_yours_to_decide');
    if (isDraft || already === payload.publishes) return refuse('not_in_that_state');
    return said(payload.publishes ? 'published' : 'no_longer_published', payload.subjectKind, payload.subjectId, payload, at);
  },
  write: ({ payload: p }, actor) => [
    p['publishes']
      ? {
          text: 'insert into coordination.publication (subject_kind, subject_id, published_by, published_at) values ($1, $2, $3, $4)',
          values: [p['subjectKind'], p['subjectId'], actor.userId, p['at']],
        }
      : { text: 'delete from coordination.publication where subject_id = $1', values: [p['subjectId']] },
  ],
});

export const supportCommands: AnyHandler[] = [commit, askCommitment, offerToJoin, answerCommitment, endorse, comment, publish];
