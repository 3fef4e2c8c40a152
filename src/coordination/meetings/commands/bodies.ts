import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../../platform/commands/handler.ts';
import { speakers } from '../../commands/said.ts';
import { setBodySchema } from '../contract.ts';
import { told } from './held.ts';

const setBody = handler<z.infer<typeof setBodySchema>, { isOthers: boolean }>({
  kind: 'coordination.set_body',
  schema: setBodySchema,
  roles: speakers,
  async load(tx, { bodyId }, actor) {
    const { rows } = await tx.query('select exists (select from coordination.body where id = $1 and organization_id <> $2) as "isOthers"', [
      bodyId,
      actor.organizationId,
    ]);
    return rows[0];
  },
  decide: ({ isOthers }, payload, _actor, _now, at) =>
    isOthers ? refuse('not_yours_to_decide') : told('body_set', 'body', payload.bodyId, payload, at),
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.body (id, organization_id, kind, name, themes, rhythm, ended_on, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (id) do update set kind = excluded.kind, name = excluded.name, themes = excluded.themes, rhythm = excluded.rhythm,
               ended_on = excluded.ended_on`,
      values: [p['bodyId'], actor.organizationId, p['kind'], p['name'], p['themes'], p['rhythm'], p['endedOn'], actor.userId],
    },
  ],
});

export const bodyCommands: AnyHandler[] = [setBody];
