import type { PoolClient } from 'pg';
import { type Actor, withActor } from '../../../platform/database/actor.ts';
import { sendTogether } from '../../../platform/database/transaction.ts';
import { listAdded } from './complete-known.ts';
import { lateWrites } from './late-writes.ts';
import { changePerson } from './people-commands.ts';
import { runInside } from './run-inside.ts';
import type { Step } from './run-registers.ts';
import { findKept } from './store.ts';

const atOnce = 50;

interface Row {
  n: number;
  personId: string | null;
  madePerson: boolean;
  visitId: string | null;
  caseId: string | null;
}
const isStillNeeded = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23503';

/** Those that somebody did something with since: what the journal holds beside the import itself, and beside reading it. */
async function listTouched(tx: PoolClient, importId: string, rows: readonly Row[]): Promise<Set<string>> {
  const ids = rows.flatMap(({ personId, visitId, caseId }) => [personId, visitId, caseId]).filter((id) => id !== null);
  const { rows: touched } = await tx.query<{ id: string }>(
    `select distinct subject_id as id from platform.journal
     where subject_id = any ($2) and command_id is distinct from $1 and kind not in ('file_read', 'part_of_export')`,
    [importId, ids],
  );
  return new Set(touched.map(({ id }) => id));
}

/** Deletes what an import made, unless something was added to it: then it stays. */
async function remove(tx: PoolClient, touched: ReadonlySet<string>, subjectId: string, statements: readonly string[]): Promise<boolean> {
  if (touched.has(subjectId)) return false;
  try {
    await sendTogether(tx, [
      { text: 'savepoint one_thing' },
      ...statements.map((text) => ({ text, values: [subjectId] })),
      { text: 'release savepoint one_thing' },
    ]);
    return true;
  } catch (error) {
    if (!isStillNeeded(error)) throw error;
    await tx.query('rollback to savepoint one_thing');
    return false;
  }
}
const removeAnswers = 'delete from desk.custom_value where subject_id = $1';
const removeCase = [removeAnswers, 'delete from cases.clock where case_id = $1', 'delete from cases."case" where id = $1'];
const removeVisit = [removeAnswers, 'delete from desk.visit where id = $1'];
const removePerson = [
  removeAnswers,
  'delete from people.person_name where person_id = $1',
  'delete from people.matching_key where person_id = $1',
  'delete from people.likely_pair where $1 in (a, b)',
  'delete from people.not_same where $1 in (a, b)',
  'delete from people.person where id = $1',
];

/** Of somebody the cell knew, only what the import answered and nobody has answered anew. */
const takeBackAnswers = `delete from desk.custom_value v using platform.journal j
  where v.subject_id = $1 and j.subject_id = $1 and j.command_id = $2 and j.kind = 'values_set'
    and j.payload -> 'fieldIds' ? v.field_id::text and v.set_at = (j.payload ->> 'at')::timestamptz and v.set_by = j.user_id`;

/** Somebody the cell knew: what the import added is taken out again, as far as nobody has changed it since. */
async function leaveAsFound(tx: PoolClient, actor: Actor, id: string, personId: string): Promise<void> {
  await tx.query(takeBackAnswers, [personId, id]);
  const now = new Date();
  const writes = lateWrites(tx);
  for (const change of await listAdded(tx, id, personId))
    await runInside(writes, actor, changePerson, change, { at: now, now, commandId: id, jobs: [] });
  await writes.flush();
}

/** Takes an import back: first cases and visits, then the people nobody else needs. What stays is noted with its row. */
export const undoRows: Step = async ({ databases: { app } }, actor, id, signal) => {
  const passes = [
    async (tx: PoolClient, { n, visitId, caseId }: Row, touched: ReadonlySet<string>) => {
      const stayed: string[] = [];
      if (caseId && !(await remove(tx, touched, caseId, removeCase))) stayed.push('case');
      if (visitId && !(await remove(tx, touched, visitId, removeVisit))) stayed.push('visit');
      await tx.query('update cases.register_row set undone = 1, stayed = $3 where import_id = $1 and n = $2', [id, n, stayed]);
    },
    async (tx: PoolClient, { n, personId, madePerson }: Row, touched: ReadonlySet<string>) => {
      if (personId && !madePerson) await leaveAsFound(tx, actor, id, personId);
      const stays = madePerson && personId !== null && !(await remove(tx, touched, personId, removePerson));
      await tx.query(
        `update cases.register_row set undone = 2, stayed = case when $3 then stayed || 'person'::text else stayed end where import_id = $1 and n = $2`,
        [id, n, stays],
      );
    },
  ];
  for (const [done, pass] of passes.entries()) {
    for (let left = true; left; ) {
      if (signal?.aborted) return false;
      left = await withActor(app, actor, async (tx) => {
        const { rows } = await tx.query<Row>(
          `select n, person_id as "personId", made_person as "madePerson", visit_id as "visitId", case_id as "caseId"
           from cases.register_row where import_id = $1 and outcome = 'taken' and undone = $2 order by n desc limit $3`,
          [id, done, atOnce],
        );
        const touched = await listTouched(tx, id, rows);
        for (const row of rows) await pass(tx, row, touched);
        if (done === 0) await tx.query('update cases.register_import set done = least(total, done + $2) where id = $1', [id, rows.length]);
        return rows.length === atOnce;
      });
    }
  }
  await withActor(app, actor, async (tx) => {
    const kept = await findKept(tx, id);
    const { rows } = await tx.query<{ people: number; visits: number; cases: number }>(
      `select count(*) filter (where 'person' = any (stayed)) as people, count(*) filter (where 'visit' = any (stayed)) as visits,
         count(*) filter (where 'case' = any (stayed)) as cases
       from cases.register_row where import_id = $1`,
      [id],
    );
    await tx.query(
      `update cases.register_import set state = 'undone', undone_at = now(), done = total, report = $2 where id = $1 and state = 'undoing'`,
      [id, JSON.stringify({ ...kept?.report, stayed: rows[0] })],
    );
  });
  return true;
};
