import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { countVotesSchema } from '../contract.ts';
import { isKnown } from './known.ts';
import { closedTo, type Held, holdPlan, told, writers } from './said.ts';

interface Counting {
  held: Held | undefined;
  isKnown: boolean;
  /** Hands counted for that need so far, and those who were there. */
  counted: { women: number; men: number };
}
const countVotes = handler<z.infer<typeof countVotesSchema>, Counting>({
  kind: 'plans.count_votes',
  schema: countVotesSchema,
  roles: writers,
  async load(tx, { planId, sessionId, needId }) {
    const held = await holdPlan(tx, planId);
    const { rows } = await tx.query('select women, men from plans.vote where plan_id = $1 and session_id = $2 and need_id = $3', [
      planId,
      sessionId,
      needId,
    ]);
    return {
      held,
      isKnown: await isKnown(tx, planId, { session_id: sessionId, need_ids: [needId] }),
      counted: rows[0] ?? { women: 0, men: 0 },
    };
  },
  decide({ held, isKnown, counted }, payload, _actor, _now, at) {
    const closed = closedTo(held);
    if (closed) return refuse(closed);
    if (!isKnown) return refuse('not_found');
    if (counted.women + payload.women < 0 || counted.men + payload.men < 0) return refuse('fewer_than_none');
    return told('plan_votes_counted', payload.planId, payload, at);
  },
  write: ({ payload: p }) => [
    {
      // Two columns may not fall below zero, not even in the row that is only proposed.
      text: `insert into plans.vote as v (id, plan_id, session_id, need_id, women, men) values ($1, $2, $3, $4, greatest($5, 0), greatest($6, 0))
             on conflict (session_id, need_id) do update set women = v.women + $5, men = v.men + $6`,
      values: [p['voteId'], p['planId'], p['sessionId'], p['needId'], p['women'], p['men']],
    },
  ],
});

export const voteCommands: AnyHandler[] = [countVotes];
