import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { referenceOf } from '../../platform/reference.ts';
import { askErasureSchema, eraseSchema, refuseErasureSchema } from './contract.ts';
import { openErasure } from './open-erasure.ts';
import { hindranceOf } from './rules.ts';

export const askErasure = handler<z.infer<typeof askErasureSchema>, { personId: string | null; isAsked: boolean }>({
  kind: 'people.ask_erasure',
  schema: askErasureSchema,
  roles: deskRoles,
  async load(tx, { personId }) {
    const { rows } = await tx.query(
      `select people.standing_for($1) as "personId", exists (select from people.erasure e
         where e.settled_at is null and e.person_id = any (array(select people.records_of($1)))) as "isAsked"`,
      [personId],
    );
    return rows[0];
  },
  decide({ personId, isAsked }, { erasureId }, _actor, _now, at) {
    if (!personId) return refuse('person_not_found');
    if (isAsked) return refuse('erasure_already_asked');
    return {
      events: [
        { kind: 'erasure_asked', subjectKind: 'erasure', subjectId: erasureId, payload: { erasureId, personId, at: at.toISOString() } },
      ],
      result: { erasureId, reference: referenceOf(erasureId) },
    };
  },
  write({ payload: p }, actor) {
    const [erasureId, personId, at] = [String(p['erasureId']), String(p['personId']), String(p['at'])];
    return [openErasure({ erasureId, personId, at, cause: 'asked' }, actor)];
  },
});

interface Found {
  outcome: 'erased' | 'refused' | null;
  openCases: number;
  blobs: string[];
}
async function load(tx: PoolClient, erasureId: string): Promise<Found | undefined> {
  // Only what is open can be held; what was settled is then read as it is.
  await tx.query('select from people.erasure where id = $1 for update', [erasureId]);
  const { rows } = await tx.query<Found>(
    `select e.outcome, array(select people.blobs_of_erasure(e.id)) as blobs,
       (select count(*)::int from cases."case" c where c.closed_at is null
          and (c.id = e.case_id or c.person_id = any (array(select people.records_of(e.person_id))))) as "openCases"
     from people.erasure e where e.id = $1`,
    [erasureId],
  );
  return rows[0];
}

/** Nobody undoes it. The database does all of it at once and writes down that it was done. */
export const erase = handler<z.infer<typeof eraseSchema>, Found | undefined>({
  kind: 'people.erase',
  schema: eraseSchema,
  roles: ['cell_manager'],
  load: (tx, { erasureId }) => load(tx, erasureId),
  decide(found, { erasureId }, _actor, _now, at) {
    if (!found) return refuse('erasure_not_found');
    const hindrance = hindranceOf(found);
    if (hindrance) return refuse(hindrance);
    return {
      events: [{ kind: 'file_erased', subjectKind: 'erasure', subjectId: erasureId, payload: { erasureId, at: at.toISOString() } }],
      jobs: found.blobs.map((blob) => ({ name: 'remove_file_bytes', data: { blob } })),
      result: { erasureId, reference: referenceOf(erasureId) },
    };
  },
  write: ({ payload }) => [{ text: 'select people.erase($1)', values: [payload['erasureId']] }],
});

export const refuseErasure = handler<z.infer<typeof refuseErasureSchema>, Found | undefined>({
  kind: 'people.refuse_erasure',
  schema: refuseErasureSchema,
  roles: ['cell_manager'],
  load: (tx, { erasureId }) => load(tx, erasureId),
  decide(found, payload, _actor, _now, at) {
    if (!found) return refuse('erasure_not_found');
    if (found.outcome) return refuse('erasure_already_settled');
    return {
      events: [
        {
          kind: 'erasure_refused',
          subjectKind: 'erasure',
          subjectId: payload.erasureId,
          payload: { ...payload, at: at.toISOString() },
        },
      ],
    };
  },
  write({ payload: p }, actor) {
    return [
      {
        text: `update people.erasure set outcome = 'refused', settled_by = $2, settled_at = $3, reason = $4, law = $5 where id = $1`,
        values: [p['erasureId'], actor.userId, p['at'], p['reason'], p['law'] ?? null],
      },
    ];
  },
});
