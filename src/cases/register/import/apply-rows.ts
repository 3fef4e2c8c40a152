import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { type CustomField, listFields, recordVisit, setValues } from '../../../desk/index.ts';
import type { AnyHandler, JobRequest } from '../../../platform/commands/handler.ts';
import { type Actor, withActor } from '../../../platform/database/actor.ts';
import type { Statement } from '../../../platform/database/batch.ts';
import { createEnqueue, type Enqueue } from '../../../platform/jobs/enqueue.ts';
import { openCase } from '../../commands/open-case.ts';
import { moveCase } from '../../commands/move-case.ts';
import type { Alike, Mapping, ReadRow } from '../contract.ts';
import { type Decision, isOwnField } from '../lists.ts';
import { completionOf, listKnown } from './complete-known.ts';
import { caseOf, dayOf, moveOf, personOf, visitOf } from './row-changes.ts';
import { type LateWrites, lateWrites } from './late-writes.ts';
import { undoDays } from './read-registers.ts';
import { answersAbout, askedIn } from './own-questions.ts';
import { changePerson, recordPerson, sayNotSame } from './people-commands.ts';
import { reportOf } from './report.ts';
import { runInside } from './run-inside.ts';
import type { Step } from './run-registers.ts';
import { findKept } from './store.ts';

const atOnce = 50;

interface Row {
  n: number;
  read: ReadRow;
  alike: Alike[];
  state: string;
  decision: Decision | null;
  knownPersonId: string | null;
  sameAsRow: number | null;
}
interface Made {
  outcome: 'taken' | 'left' | 'refused';
  refusal?: string;
  personId?: string | undefined;
  madePerson?: boolean;
  visitId?: string | undefined;
  caseId?: string | undefined;
}
/** Brings in what was reviewed, some rows a transaction: each row is marked in the transaction that makes its person, visit and case, so none comes twice. */
export const applyRows: Step = async ({ databases: { app } }, actor, id, signal) => {
  const kept = await withActor(app, actor, (tx) => findKept(tx, id));
  const mapping = kept?.mapping;
  if (!mapping) throw new Error('a register that is to come in has no mapping');
  const enqueue = await createEnqueue(app)();
  /** How many rows are still taken one by one, after some together met a row that the database does not take. */
  let alone = 0;
  for (let left = true; left; ) {
    if (signal?.aborted) return false;
    const most = alone > 0 ? 1 : atOnce;
    try {
      const done = await withActor(app, actor, (tx) => applySome(tx, actor, { id, mapping, enqueue }, most));
      alone = Math.max(0, alone - 1);
      left = done === most;
    } catch (error) {
      if (!isOfTheRow(error)) throw error;
      if (most > 1) alone = atOnce;
      else await withActor(app, actor, (tx) => refuseNext(tx, id));
    }
  }
  await withActor(app, actor, async (tx) => {
    const report = await reportOf(tx, id);
    await tx.query(
      `update cases.register_import set state = 'applied', applied_at = now(), done = total, report = $2,
         expires_at = now() + make_interval(days => ${undoDays}) where id = $1 and state = 'applying'`,
      [id, JSON.stringify(report)],
    );
  });
  return true;
};

interface Applying {
  id: string;
  mapping: Mapping;
  enqueue: Enqueue;
}
/** Brings in the next rows, at most so many; returns how many there were. */
async function applySome(tx: PoolClient, actor: Actor, { id, mapping, enqueue }: Applying, most: number): Promise<number> {
  const { rows } = await tx.query<Row>(
    `select n, read, alike, state, decision, known_person_id as "knownPersonId", same_as_row as "sameAsRow"
     from cases.register_row where import_id = $1 and outcome is null order by n limit $2`,
    [id, most],
  );
  const jobs: JobRequest[] = [];
  const questions = mapping.columns.some(isOwnField) ? askedIn(await listFields(tx)) : [];
  const writes = lateWrites(tx);
  for (const row of rows) writes.write(markOf(id, row.n, await applyRow(writes, actor, { id, mapping, jobs, questions }, row)));
  writes.write({ text: 'update cases.register_import set done = least(total, done + $2) where id = $1', values: [id, rows.length] });
  writes.write(...(await enqueue(jobs)));
  await writes.flush();
  return rows.length;
}

/** Data that breaks a rule of the database, which no rule of ours foresaw: the row is refused, the others are not held up by it. */
const isOfTheRow = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code);

const refuseNext = (tx: PoolClient, id: string) =>
  tx.query(
    `update cases.register_row set outcome = 'refused', refusal = 'register_row_failed'
     where import_id = $1 and n = (select min(n) from cases.register_row where import_id = $1 and outcome is null)`,
    [id],
  );

const markOf = (id: string, n: number, made: Made): Statement => ({
  name: 'register-row-made',
  text: `update cases.register_row set outcome = $3, refusal = $4, person_id = $5, made_person = $6, visit_id = $7, case_id = $8
         where import_id = $1 and n = $2`,
  values: [id, n, made.outcome, made.refusal, made.personId, made.madePerson ?? false, made.visitId, made.caseId],
});

interface Import {
  id: string;
  mapping: Mapping;
  jobs: JobRequest[];
  /** Those that a column answers, if any does. */
  questions: CustomField[];
}

/** One row, whole or not at all: a refusal takes back what the row had begun. */
async function applyRow(writes: LateWrites, actor: Actor, { id, mapping, jobs, questions }: Import, row: Row): Promise<Made> {
  if (row.state === 'error') return { outcome: 'refused' };
  if (row.decision === 'leave' || row.decision === null) return { outcome: 'left' };
  const now = new Date();
  const at = dayOf(row.read, now);
  const own: JobRequest[] = [];
  const run = (command: AnyHandler, payload: object) => runInside(writes, actor, command, payload, { at, now, commandId: id, jobs: own });
  const person = await personFor(writes.tx, id, row);
  if ('refusal' in person) return { outcome: 'refused', refusal: person.refusal };
  const { personId, isNew } = person;
  async function complete(): Promise<string | undefined> {
    if (isNew || row.decision !== 'known' || !row.read.completes) return undefined;
    const change = completionOf(personId, (await listKnown(writes.tx, [personId])).get(personId), row.read);
    return change && run(changePerson, change);
  }
  /** The answers about one of them; what was answered before stays as it is. */
  async function answer(subject: CustomField['subject'], subjectId: string | undefined): Promise<string | undefined> {
    if (!subjectId || questions.length === 0) return undefined;
    const { rows } = await writes.tx.query<{ id: string }>('select field_id as id from desk.custom_value where subject_id = $1', [
      subjectId,
    ]);
    const values = answersAbout(subject, row.read, questions, new Set(rows.map(({ id: answered }) => answered)));
    return Object.keys(values).length > 0 ? run(setValues, { subject, subjectId, values }) : undefined;
  }
  const visitId = row.read.visitedOn ? randomUUID() : undefined;
  const caseId = row.read.status ? randomUUID() : undefined;
  writes.write({ text: 'savepoint one_row' });
  const refusal =
    (isNew ? await run(recordPerson, personOf(row.read, personId)) : undefined) ??
    (await complete()) ??
    (isNew ? await sayWhoItIsNot(row, (payload) => run(sayNotSame, payload), personId) : undefined) ??
    (visitId ? await run(recordVisit, visitOf(row.read, mapping, visitId, personId, at)) : undefined) ??
    (caseId ? await run(openCase, caseOf(row.read, caseId, personId, visitId)) : undefined) ??
    (caseId ? await moved(row.read.status ?? 'open', caseId, (payload) => run(moveCase, payload)) : undefined) ??
    (await answer('person', personId)) ??
    (await answer('visit', visitId)) ??
    (await answer('case', caseId));
  if (refusal) {
    writes.write({ text: 'rollback to savepoint one_row' });
    return { outcome: 'refused', refusal };
  }
  if (visitId) writes.write({ text: 'update desk.visit set imported = true where id = $1', values: [visitId] });
  writes.write({ text: 'release savepoint one_row' });
  jobs.push(...own);
  return { outcome: 'taken', personId, madePerson: isNew, visitId, caseId };
}

/** Whom a row is about, as it was decided. */
async function personFor(tx: PoolClient, id: string, row: Row): Promise<{ personId: string; isNew: boolean } | { refusal: string }> {
  if (row.decision === 'new') return { personId: randomUUID(), isNew: true };
  const { rows } =
    row.decision === 'known'
      ? await tx.query<{ personId: string | null }>('select people.standing_for($1) as "personId"', [row.knownPersonId])
      : await tx.query<{ personId: string | null }>(
          'select person_id as "personId" from cases.register_row where import_id = $1 and n = $2',
          [id, row.sameAsRow],
        );
  const personId = rows[0]?.personId;
  if (personId) return { personId, isNew: false };
  return { refusal: row.decision === 'known' ? 'person_not_found' : 'register_row_not_taken' };
}

/** Whoever reviewed said that it is somebody new: those it looked like are not asked about again. */
async function sayWhoItIsNot({ alike }: Row, say: (payload: object) => Promise<string | undefined>, personId: string): Promise<undefined> {
  for (const other of alike) if (other.personId && other.sure) await say({ personId, otherPersonId: other.personId });
}

async function moved(status: string, caseId: string, move: (payload: object) => Promise<string | undefined>): Promise<string | undefined> {
  const payload = moveOf(status, caseId, 'Registre importé · سجل مستورد');
  return payload && move(payload);
}
