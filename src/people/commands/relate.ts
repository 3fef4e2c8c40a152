import type { z } from 'zod';
import { handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { joinHouseholdSchema, relateSchema, unrelateSchema } from '../contract.ts';

export const relate = handler<z.infer<typeof relateSchema>, { found: number; already: boolean }>({
  kind: 'people.relate',
  schema: relateSchema,
  roles: deskRoles,
  async load(tx, { personId, otherPersonId, kind }) {
    const { rows } = await tx.query(
      `select (select count(*)::int from people.person where id in ($1, $2)) as found,
              exists (select from people.relationship where person_id = $1 and other_person_id = $2 and kind = $3) as already`,
      [personId, otherPersonId, kind],
    );
    return rows[0];
  },
  decide({ found, already }, payload, _actor, _now, at) {
    if (payload.personId === payload.otherPersonId) return refuse('related_to_oneself');
    if (found < 2) return refuse('person_not_found');
    if (already) return refuse('already_exists');
    return {
      events: [
        { kind: 'people_related', subjectKind: 'person', subjectId: payload.personId, payload: { ...payload, at: at.toISOString() } },
      ],
    };
  },
  write({ payload: p }, actor) {
    return [
      {
        text: `insert into people.relationship (id, organization_id, person_id, other_person_id, kind, made_by, made_at)
               values ($1, $2, $3, $4, $5, $6, $7)`,
        values: [p['relationshipId'], actor.organizationId, p['personId'], p['otherPersonId'], p['kind'], actor.userId, p['at']],
      },
    ];
  },
});

export const unrelate = handler<z.infer<typeof unrelateSchema>, { personId: string } | undefined>({
  kind: 'people.unrelate',
  schema: unrelateSchema,
  roles: deskRoles,
  async load(tx, { relationshipId }) {
    const { rows } = await tx.query('select person_id as "personId" from people.relationship where id = $1', [relationshipId]);
    return rows[0];
  },
  decide(found, payload) {
    if (!found) return refuse('relationship_not_found');
    return { events: [{ kind: 'people_unrelated', subjectKind: 'person', subjectId: found.personId, payload }] };
  },
  write({ payload }) {
    return [{ text: 'delete from people.relationship where id = $1', values: [payload['relationshipId']] }];
  },
});

interface HouseholdState {
  personFound: boolean;
  otherFound: boolean;
  householdOfOther: string | null;
}
export const joinHousehold = handler<z.infer<typeof joinHouseholdSchema>, HouseholdState>({
  kind: 'people.join_household',
  schema: joinHouseholdSchema,
  roles: deskRoles,
  async load(tx, { personId, withPersonId }) {
    const { rows } = await tx.query(
      `select exists (select from people.person where id = $1) as "personFound", exists (select from people.person where id = $2) as "otherFound",
              (select household_id from people.person where id = $2) as "householdOfOther"`,
      [personId, withPersonId],
    );
    return rows[0];
  },
  decide({ personFound, otherFound, householdOfOther }, payload, _actor, _now, at) {
    const { personId, withPersonId, householdId } = payload;
    if (!personFound || (withPersonId && !otherFound)) return refuse('person_not_found');
    if (personId === withPersonId) return refuse('related_to_oneself');
    if (withPersonId && !householdOfOther && !householdId) return refuse('household_missing');
    const joined = withPersonId ? (householdOfOther ?? householdId) : undefined;
    return {
      events: [
        {
          kind: joined ? 'household_joined' : 'household_left',
          subjectKind: 'person',
          subjectId: personId,
          payload: { personId, withPersonId, householdId: joined, isNew: Boolean(joined) && !householdOfOther, at: at.toISOString() },
        },
      ],
    };
  },
  write({ payload: p }, actor) {
    const made = {
      text: 'insert into people.household (id, organization_id, made_by, made_at) values ($1, $2, $3, $4)',
      values: [p['householdId'], actor.organizationId, actor.userId, p['at']],
    };
    const members = [p['personId'], ...(p['isNew'] ? [p['withPersonId']] : [])];
    return [
      ...(p['isNew'] ? [made] : []),
      { text: 'update people.person set household_id = $2 where id = any ($1)', values: [members, p['householdId'] ?? null] },
    ];
  },
});
