import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { checkRecord, completeRecord, insertPerson, lookForDuplicates, type PersonRecord } from '../../people/index.ts';
import { handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { changeCaseSchema, namePersonSchema } from '../contract.ts';

type ChangeCase = z.infer<typeof changeCaseSchema>;
const columns = { needs: 'needs', summary: 'summary', priority: 'priority', minorSituation: 'minor_situation' } as const;
type Field = keyof typeof columns;

export const changeCase = handler<ChangeCase, Record<Field, unknown> | undefined>({
  kind: 'cases.change',
  schema: changeCaseSchema,
  roles: deskRoles,
  async load(tx, { caseId }) {
    const { rows } = await tx.query(
      'select needs, summary, priority, minor_situation as "minorSituation" from cases."case" where id = $1 for update',
      [caseId],
    );
    return rows[0];
  },
  decide(found, payload) {
    if (!found) return refuse('case_not_found');
    const isAsSeen = Object.entries(payload.was).every(([field, value]) => isDeepStrictEqual(found[field as Field], value));
    if (!isAsSeen) return refuse('changed_meanwhile');
    return { events: [{ kind: 'case_changed', subjectKind: 'case', subjectId: payload.caseId, payload }] };
  },
  write({ payload }) {
    const { caseId, set } = payload as unknown as ChangeCase;
    const fields = (Object.keys(columns) as Field[]).filter((f) => set[f] !== undefined);
    if (fields.length === 0) return [];
    return [
      {
        text: `update cases."case" set ${fields.map((f, i) => `${columns[f]} = $${i + 2}`).join(', ')} where id = $1`,
        values: [caseId, ...fields.map((f) => set[f])],
      },
    ];
  },
});

interface NameState {
  caseFound: boolean;
  named: boolean;
  visitId: string | null;
  personFound: boolean;
}
export const namePerson = handler<z.infer<typeof namePersonSchema>, NameState>({
  kind: 'cases.name_person',
  schema: namePersonSchema,
  roles: deskRoles,
  async load(tx, { caseId, personId }) {
    const { rows } = await tx.query(
      `select true as "caseFound", person_id is not null as named, visit_id as "visitId", $2::uuid is null or exists (select from people.person where id = $2) as "personFound"
       from cases."case" where id = $1 for update`,
      [caseId, personId],
    );
    return rows[0] ?? { caseFound: false, named: false, visitId: null, personFound: false };
  },
  decide({ caseFound, named, visitId, personFound }, { caseId, person, personId }, actor, now, at) {
    if (!caseFound) return refuse('case_not_found');
    if (named) return refuse('case_has_person');
    if (!personFound) return refuse('person_not_found');
    const read = person && checkRecord(completeRecord(person), now);
    if (read && 'refused' in read) return refuse(read.refused);
    return {
      events: [
        {
          kind: 'case_person_named',
          subjectKind: 'case',
          subjectId: caseId,
          payload: {
            caseId,
            visitId,
            personId: person?.personId ?? personId,
            ...(read ? { record: read.checked } : {}),
            at: at.toISOString(),
          },
        },
      ],
      ...(person ? { jobs: [lookForDuplicates(person.personId, actor)] } : {}),
    };
  },
  write({ payload: p }, actor) {
    return [
      ...(p['record'] ? insertPerson(String(p['personId']), p['record'] as PersonRecord, actor) : []),
      { text: 'update cases."case" set person_id = $2 where id = $1', values: [p['caseId'], p['personId']] },
      { text: 'update desk.visit set person_id = coalesce(person_id, $2) where id = $1', values: [p['visitId'], p['personId']] },
    ];
  },
});
