import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { changePersonSchema, type PersonGiven, type PersonRecord, personSchema } from '../contract.ts';
import { lookForDuplicates } from '../jobs.ts';
import { checkRecord, completeRecord } from '../record.ts';
import { findRecord, type KeptPerson } from '../store.ts';
import { insertPerson, updatePerson } from '../write-person.ts';

/** `people.record`: someone the cell will see again, with or without a case. */
export const recordPerson = handler<PersonGiven, undefined>({
  kind: 'people.record',
  schema: personSchema,
  roles: deskRoles,
  load: async () => undefined,
  decide(_state, given, actor, now) {
    const read = checkRecord(completeRecord(given), now);
    if ('refused' in read) return refuse(read.refused);
    const person = { personId: given.personId, record: read.checked };
    return {
      events: [{ kind: 'person_recorded', subjectKind: 'person', subjectId: given.personId, payload: person }],
      jobs: [lookForDuplicates(given.personId, actor)],
      result: { personId: given.personId },
    };
  },
  write({ payload }, actor) {
    return insertPerson(String(payload['personId']), payload['record'] as PersonRecord, actor);
  },
});

/** Whether the record still says what the screen showed when each field was changed. */
const isAsSeen = (record: PersonRecord, was: Partial<PersonRecord>): boolean =>
  Object.entries(was).every(([field, value]) => isDeepStrictEqual(record[field as keyof PersonRecord], value));

export const changePerson = handler<z.infer<typeof changePersonSchema>, KeptPerson | undefined>({
  kind: 'people.change',
  schema: changePersonSchema,
  roles: deskRoles,
  async load(tx, { personId }) {
    await tx.query('select from people.person where id = $1 for update', [personId]);
    return findRecord(tx, personId);
  },
  decide(person, { personId, set, was }, actor, now) {
    if (!person) return refuse('person_not_found');
    const { id: _id, mergedInto, householdId: _household, updatedAt: _updated, ...record } = person;
    if (mergedInto) return refuse('person_merged');
    if (!isAsSeen(record, was)) return refuse('changed_meanwhile');
    const read = checkRecord(set, now);
    if ('refused' in read) return refuse(read.refused);
    return {
      events: [
        {
          kind: 'person_changed',
          subjectKind: 'person',
          subjectId: personId,
          payload: { personId, set: read.checked, was },
          sealed: { record: { ...record, ...read.checked } },
        },
      ],
      jobs: [lookForDuplicates(personId, actor)],
    };
  },
  write({ payload, sealed }, actor) {
    return updatePerson(String(payload['personId']), sealed?.['record'] as PersonRecord, actor);
  },
});
