import type { z } from 'zod';
import type { PoolClient } from 'pg';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { answerFeedbackSchema, careRoles } from './contract.ts';

/** An answer that the person finds by their code; one that was given can be bettered. */
export const answerFeedback: AnyHandler = handler<z.infer<typeof answerFeedbackSchema>, { found: boolean }>({
  kind: 'directory.answer_feedback',
  schema: answerFeedbackSchema,
  roles: careRoles,
  load: async (tx: PoolClient, { feedbackId }) => ({
    found: (await tx.query('select from directory.feedback where id = $1', [feedbackId])).rowCount === 1,
  }),
  decide({ found }, { feedbackId, answer, state }) {
    if (!found) return refuse('feedback_not_found');
    return { events: [{ kind: 'feedback_answered', subjectKind: 'feedback', subjectId: feedbackId, payload: { answer, state } }] };
  },
  write: ({ subjectId, payload }, actor) => [
    {
      text: `update directory.feedback set state = $2, answer = coalesce($3, answer), answered_at = now(), answered_by = $4 where id = $1`,
      values: [subjectId, payload.state, payload.answer ?? null, actor.userId],
    },
  ],
});
