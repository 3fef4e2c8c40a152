import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { closeBlockerSchema, openBlockerSchema, tellNewsSchema } from '../contract.ts';
import { inTheWay, type Part, readPart } from './part.ts';
import { actionMoved, said, speakers } from './said.ts';

const tellNews = handler<z.infer<typeof tellNewsSchema>, Part>({
  kind: 'coordination.tell_news',
  schema: tellNewsSchema,
  roles: speakers,
  load: (tx, { actionId }) => readPart(tx, actionId),
  decide(state, payload, _actor, _now, at) {
    const refusal = inTheWay(state);
    if (refusal) return refuse(refusal);
    // How far the whole came is its owner's to say.
    if (payload.declaredProgress !== undefined && !state.isOwner) return refuse('not_yours_to_decide');
    return said('news_told', 'action', payload.actionId, payload, at);
  },
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.news (id, action_id, organization_id, words, declared_progress, created_by) values ($1, $2, $3, $4, $5, $6)`,
      values: [p['newsId'], p['actionId'], actor.organizationId, p['words'], p['declaredProgress'] ?? null, actor.userId],
    },
    actionMoved(p),
    ...(p['declaredProgress'] === undefined
      ? []
      : [{ text: 'update coordination.action set declared_progress = $2 where id = $1', values: [p['actionId'], p['declaredProgress']] }]),
  ],
});

const openBlocker = handler<z.infer<typeof openBlockerSchema>, Part>({
  kind: 'coordination.open_blocker',
  schema: openBlockerSchema,
  roles: speakers,
  load: (tx, { actionId }) => readPart(tx, actionId),
  decide(state, payload, _actor, _now, at) {
    const refusal = inTheWay(state);
    if (refusal) return refuse(refusal);
    return said(`${payload.kind}_told`, 'action', payload.actionId, payload, at);
  },
  write: ({ payload: p }, actor) => [
    {
      text: 'insert into coordination.blocker (id, action_id, organization_id, kind, words, created_by) values ($1, $2, $3, $4, $5, $6)',
      values: [p['blockerId'], p['actionId'], actor.organizationId, p['kind'], p['words'], actor.userId],
    },
    actionMoved(p),
  ],
});
const closeBlocker = handler<z.infer<typeof closeBlockerSchema>, { actionId: string; isOpen: boolean; takesPart: boolean } | undefined>({
  kind: 'coordination.close_blocker',
  schema: closeBlockerSchema,
  roles: speakers,
  async load(tx, { blockerId }) {
    const { rows } = await tx.query(
      `select action_id as "actionId", closed_at is null as "isOpen", coordination.takes_part(action_id) as "takesPart"
       from coordination.blocker where id = $1`,
      [blockerId],
    );
    return rows[0];
  },
  decide(found, payload, _actor, _now, at) {
    if (!found) return refuse('blocker_not_found');
    if (!found.takesPart) return refuse('not_part_of_it');
    if (!found.isOpen) return refuse('not_in_that_state');
    return said('blocker_closed', 'action', found.actionId, { ...payload, actionId: found.actionId }, at);
  },
  write: ({ payload: p }) => [
    { text: 'update coordination.blocker set closed_at = $2 where id = $1', values: [p['blockerId'], p['at']] },
    actionMoved(p),
  ],
});

export const newsCommands: AnyHandler[] = [tellNews, openBlocker, closeBlocker];
