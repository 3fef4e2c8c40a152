import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { mergePeopleSchema, sayNotSameSchema, undoMergeSchema } from '../contract.ts';
import { saidBy } from '../likeness.ts';
import { type KeptPerson, listRecords } from '../store.ts';

interface Pair {
  one: KeptPerson | undefined;
  other: KeptPerson | undefined;
}
async function loadPair(tx: PoolClient, one: string, other: string): Promise<Pair> {
  await tx.query('select from people.person where id in ($1, $2) order by id for update', [one, other]);
  const found = await listRecords(tx, [one, other]);
  return { one: found.find((p) => p.id === one), other: found.find((p) => p.id === other) };
}
/** What both say, as a mark that shows when either says something else and tells nothing by itself. */
export const markOf = (a: KeptPerson, b: KeptPerson): string => createHash('sha256').update(saidBy(a, b)).digest('hex');

export const sayNotSame = handler<z.infer<typeof sayNotSameSchema>, Pair>({
  kind: 'people.say_not_same',
  schema: sayNotSameSchema,
  roles: deskRoles,
  load: (tx, { personId, otherPersonId }) => loadPair(tx, personId, otherPersonId),
  decide({ one, other }, payload, _actor, _now, at) {
    if (!one || !other) return refuse('person_not_found');
    if (one.id === other.id) return refuse('related_to_oneself');
    return {
      events: [
        {
          kind: 'people_not_same',
          subjectKind: 'person',
          subjectId: payload.personId,
          payload: { ...payload, said: markOf(one, other), at: at.toISOString() },
        },
      ],
    };
  },
  write({ payload: p }, actor) {
    const [a, b] = [p['personId'], p['otherPersonId']].sort();
    return [
      {
        text: `insert into people.not_same (organization_id, a, b, said, said_by, said_at) values ($1, $2, $3, $4, $5, $6)
               on conflict (a, b) do update set said = excluded.said, said_by = excluded.said_by, said_at = excluded.said_at`,
        values: [actor.organizationId, a, b, p['said'], actor.userId, p['at']],
      },
      { text: 'delete from people.likely_pair where a = $1 and b = $2', values: [a, b] },
    ];
  },
});

/** A merge moves nothing: the merged record points at the one that stands for both, so every history stays where it was written. */
export const mergePeople = handler<z.infer<typeof mergePeopleSchema>, Pair>({
  kind: 'people.merge',
  schema: mergePeopleSchema,
  roles: deskRoles,
  load: (tx, { keptId, mergedId }) => loadPair(tx, keptId, mergedId),
  decide({ one: kept, other: merged }, payload, _actor, _now, at) {
    if (!kept || !merged) return refuse('person_not_found');
    if (kept.id === merged.id) return refuse('related_to_oneself');
    // Both stand for themselves, so no ring can ever form.
    if (kept.mergedInto || merged.mergedInto) return refuse('person_merged');
    return {
      events: [{ kind: 'people_merged', subjectKind: 'person', subjectId: kept.id, payload: { ...payload, at: at.toISOString() } }],
    };
  },
  write({ payload: p }, actor) {
    return [
      {
        text: 'insert into people.merge (id, organization_id, kept_id, merged_id, merged_by, merged_at) values ($1, $2, $3, $4, $5, $6)',
        values: [p['mergeId'], actor.organizationId, p['keptId'], p['mergedId'], actor.userId, p['at']],
      },
      { text: 'update people.person set merged_into = $2 where id = $1', values: [p['mergedId'], p['keptId']] },
    ];
  },
});

export const undoMerge = handler<z.infer<typeof undoMergeSchema>, { keptId: string; mergedId: string; undone: boolean } | undefined>({
  kind: 'people.undo_merge',
  schema: undoMergeSchema,
  roles: deskRoles,
  async load(tx, { mergeId }) {
    const { rows } = await tx.query(
      `select m.kept_id as "keptId", m.merged_id as "mergedId", m.undone_at is not null as undone
       from people.merge m where m.id = $1 for update`,
      [mergeId],
    );
    return rows[0];
  },
  decide(merge, payload, _actor, _now, at) {
    if (!merge) return refuse('merge_not_found');
    if (merge.undone) return refuse('merge_already_undone');
    const { keptId, mergedId } = merge;
    return {
      events: [
        {
          kind: 'people_merge_undone',
          subjectKind: 'person',
          subjectId: keptId,
          payload: { ...payload, keptId, mergedId, at: at.toISOString() },
        },
      ],
    };
  },
  write({ payload: p }, actor) {
    return [
      { text: 'update people.merge set undone_by = $2, undone_at = $3 where id = $1', values: [p['mergeId'], actor.userId, p['at']] },
      { text: 'update people.person set merged_into = null where id = $1', values: [p['mergedId']] },
    ];
  },
});
