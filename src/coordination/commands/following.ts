import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { followSchema, setDigestSchema } from '../contract.ts';
import { members, said } from './said.ts';

const follow = handler<z.infer<typeof followSchema>, { found: boolean }>({
  kind: 'coordination.follow',
  schema: followSchema,
  roles: members,
  async load(tx, { subjectKind, subjectId }) {
    const { rows } = await tx.query('select coordination.sees($1, $2) as found', [subjectKind, subjectId]);
    return rows[0];
  },
  decide: ({ found }, payload, _actor, _now, at) =>
    found
      ? said(payload.follows ? 'followed' : 'no_longer_followed', payload.subjectKind, payload.subjectId, payload, at)
      : refuse('subject_not_found'),
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.follow (user_id, subject_kind, subject_id, follows, chosen_at) values ($1, $2, $3, $4, $5)
             on conflict (user_id, subject_id) do update set follows = excluded.follows, chosen_at = excluded.chosen_at`,
      values: [actor.userId, p['subjectKind'], p['subjectId'], p['follows'], p['at']],
    },
  ],
});

const setDigest = handler<z.infer<typeof setDigestSchema>, undefined>({
  kind: 'coordination.set_digest',
  schema: setDigestSchema,
  roles: members,
  load: async () => undefined,
  decide: (_state, payload, actor, _now, at) => ({
    events: [{ kind: 'digest_chosen', subjectKind: 'user', subjectId: actor.userId, payload: { ...payload, at: at.toISOString() } }],
  }),
  write: ({ payload: p }, actor) => [
    {
      // What happened while nothing was to be told is not told afterwards.
      text: `insert into coordination.digest as d (user_id, rhythm) values ($1, $2)
             on conflict (user_id) do update set rhythm = excluded.rhythm, told_until = case when d.rhythm = 'off' then now() else d.told_until end`,
      values: [actor.userId, p['rhythm']],
    },
  ],
});

export const followingCommands: AnyHandler[] = [follow, setDigest];
