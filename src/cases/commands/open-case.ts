import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { checkRecord, completeRecord, insertPerson, lookForDuplicates, type PersonRecord } from '../../people/index.ts';
import { type DomainEvent, handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { referenceOf } from '../../platform/reference.ts';
import { type Delay, delayFor, dueAt } from '../clocks.ts';
import { openCaseSchema } from '../contract.ts';
import { clockKinds, type MinorSituation, type Priority } from '../lists.ts';
import { listDelays } from '../store.ts';

type OpenCase = z.infer<typeof openCaseSchema>;
interface OpenState {
  visitFound: boolean;
  visitHasCase: boolean;
  personFound: boolean;
  delays: Delay[];
}
interface Opened extends Omit<OpenCase, 'person'> {
  reference: string;
  at: string;
  newPerson?: { personId: string; record: PersonRecord };
  clocks: { kind: string; days: number; source: string; sourceAr: string | null; dueAt: string }[];
}

/** A child nobody answers for cannot wait in an ordinary queue. */
const leastPriority = (given: Priority, minor: MinorSituation | undefined): Priority =>
  given === 'normal' && (minor === 'separated' || minor === 'unaccompanied') ? 'urgent' : given;

export const openCase = handler<OpenCase, OpenState>({
  kind: 'cases.open',
  schema: openCaseSchema,
  roles: deskRoles,
  load: loadOpenState,
  decide(state, { person, ...payload }, actor, now, at) {
    if (!state.visitFound) return refuse('visit_not_found');
    if (state.visitHasCase) return refuse('case_already_open');
    if (!state.personFound) return refuse('person_not_found');
    const read = person && checkRecord(completeRecord(person), now);
    if (read && 'refused' in read) return refuse(read.refused);
    const reference = referenceOf(payload.caseId);
    const clocks = clockKinds.flatMap((kind) => {
      const delay = delayFor(kind, payload.needs, state.delays);
      return delay
        ? [{ kind, days: delay.days, source: delay.source, sourceAr: delay.sourceAr, dueAt: dueAt(at, delay.days).toISOString() }]
        : [];
    });
    return {
      events: [
        {
          kind: 'case_opened',
          subjectKind: 'case',
          subjectId: payload.caseId,
          payload: {
            ...payload,
            priority: leastPriority(payload.priority, payload.minorSituation),
            personId: person?.personId ?? payload.personId,
            ...(person && read ? { newPerson: { personId: person.personId, record: read.checked } } : {}),
            reference,
            clocks,
            at: at.toISOString(),
          },
        },
      ],
      ...(person ? { jobs: [lookForDuplicates(person.personId, actor)] } : {}),
      result: { caseId: payload.caseId, reference },
    };
  },
  write({ payload }: DomainEvent, actor): Statement[] {
    const p = payload as unknown as Opened;
    return [
      ...(p.newPerson ? insertPerson(p.newPerson.personId, p.newPerson.record, actor) : []),
      {
        name: 'case-opened',
        text: `insert into cases."case" (id, organization_id, reference, visit_id, person_id, needs, summary, priority, minor_situation,
           opened_by, assigned_to, opened_at, status_since)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $11)`,
        values: [
          p.caseId,
          actor.organizationId,
          p.reference,
          p.visitId,
          p.personId,
          p.needs,
          p.summary,
          p.priority,
          p.minorSituation,
          actor.userId,
          p.at,
        ],
      },
      ...(p.visitId && p.personId
        ? [
            {
              text: 'update desk.visit set person_id = coalesce(person_id, $2) where id = $1 and people = 1',
              values: [p.visitId, p.personId],
            },
          ]
        : []),
      {
        name: 'case-clocks',
        text: `insert into cases.clock (id, organization_id, case_id, kind, started_at, days, source, source_ar, due_at)
           select gen_random_uuid(), $1, $2, k.kind, $3, k.days, k.source, k."sourceAr", k."dueAt"
           from jsonb_to_recordset($4) as k(kind text, days smallint, source text, "sourceAr" text, "dueAt" timestamptz)`,
        values: [actor.organizationId, p.caseId, p.at, JSON.stringify(p.clocks)],
      },
    ];
  },
});

async function loadOpenState(tx: PoolClient, { visitId, personId }: OpenCase): Promise<OpenState> {
  const { rows } = await tx.query({
    name: 'open-case-state',
    text: `select $1::uuid is null or exists (select from desk.visit where id = $1) as "visitFound",
             -- Each of those who came together may need a file.
             exists (select from cases."case" c join desk.visit v on v.id = c.visit_id where v.id = $1 and v.people = 1) as "visitHasCase",
             $2::uuid is null or exists (select from people.person where id = $2) as "personFound"`,
    values: [visitId, personId],
  });
  return { ...rows[0], delays: await listDelays(tx) };
}
