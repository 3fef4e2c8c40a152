import type { PoolClient } from 'pg';
import { setImmediate as turn } from 'node:timers/promises';
import { listFields } from '../../../desk/index.ts';
import { findLikenesses } from '../../../people/index.ts';
import { type Actor, withActor } from '../../../platform/database/actor.ts';
import type { Alike, ReadRow, RowProblem } from '../contract.ts';
import { lackingIn, listKnown } from './complete-known.ts';
import { comparedOf, rowsBefore } from './find-in-file.ts';
import { askedIn } from './own-questions.ts';
import { readRow, stateOf } from './read-row.ts';
import type { Step } from './run-registers.ts';
import { findKept } from './store.ts';

const readAtOnce = 500;
const matchedAtOnce = 50;

interface Checked {
  n: number;
  read: ReadRow;
  problems: RowProblem[];
}

/** Reads every row in the way that was said, then finds who each may be: nothing comes in, and what was checked before a stop is not checked again. */
export const checkRows: Step = async ({ databases: { app } }, actor, id, signal) => {
  const work = <T>(of: (tx: PoolClient) => Promise<T>): Promise<T> => withActor(app, actor, of);
  const kept = await work((tx) => findKept(tx, id));
  const { mapping, columns } = kept ?? {};
  if (!mapping || !columns) throw new Error('a register that is to be checked has no mapping');
  const now = new Date();
  const questions = askedIn(await work(listFields));
  for (let left = true; left; ) {
    if (signal?.aborted) return false;
    left = await work(async (tx) => {
      const { rows } = await tx.query<{ n: number; cells: string[] }>(
        'select n, cells from cases.register_row where import_id = $1 and read is null order by n limit $2',
        [id, readAtOnce],
      );
      const made = rows.map(({ n, cells }) => ({ n, ...readRow(cells, mapping, columns, now, questions) }));
      await tx.query(
        `update cases.register_row r set read = m.read, problems = m.problems
         from jsonb_to_recordset($2) as m(n integer, read jsonb, problems jsonb) where r.import_id = $1 and r.n = m.n`,
        [id, JSON.stringify(made)],
      );
      return rows.length === readAtOnce;
    });
  }
  const before = rowsBefore();
  for (let last = -1; ; ) {
    if (signal?.aborted) return false;
    const seen = await work((tx) => matchSome(tx, actor, id, last, before));
    if (seen === undefined) break;
    last = seen;
  }
  await work((tx) =>
    tx.query(`update cases.register_import set state = 'review', done = total where id = $1 and state = 'checking'`, [id]),
  );
  return true;
};

/** Compares some rows, after the last one that was; those compared before a stop are only remembered. Returns the last one. */
async function matchSome(
  tx: PoolClient,
  actor: Actor,
  id: string,
  last: number,
  before: ReturnType<typeof rowsBefore>,
): Promise<number | undefined> {
  const { rows } = await tx.query<Checked & { matched: boolean }>(
    'select n, read, problems, matched from cases.register_row where import_id = $1 and n > $2 order by n limit $3',
    [id, last, matchedAtOnce],
  );
  const made: { n: number; alike: Alike[]; state: string }[] = [];
  for (const { n, read, problems, matched } of rows) {
    // A row that does not come in is nobody another row could be.
    const mayCome = stateOf(problems, 0) !== 'error' && read.name !== null;
    const inFile = mayCome ? before.find(n, comparedOf(read)) : [];
    if (matched) continue;
    const known = mayCome ? await findKnown(tx, actor, read) : [];
    // Someone the cell knows comes before a row that would be brought in as that person too.
    const alike = [...known, ...inFile].sort((a, b) => Number(b.sure) - Number(a.sure)).slice(0, 4);
    made.push({ n, alike, state: stateOf(problems, alike.length) });
    // Names are compared for a while: desks are served between two rows.
    await turn();
  }
  await tx.query(
    `update cases.register_row r set alike = m.alike, state = m.state, matched = true
     from jsonb_to_recordset($2) as m(n integer, alike jsonb, state text) where r.import_id = $1 and r.n = m.n`,
    [id, JSON.stringify(made)],
  );
  await tx.query('update cases.register_import set done = least(total, done + $2) where id = $1', [id, made.length]);
  return rows.at(-1)?.n;
}

async function findKnown(tx: PoolClient, { organizationId }: Actor, read: ReadRow): Promise<Alike[]> {
  const found = await findLikenesses(tx, organizationId, comparedOf(read), 'fr');
  const likely = found.slice(0, 3);
  const known = await listKnown(
    tx,
    likely.map(({ person }) => person.id),
  );
  return likely.map(({ person, sure, reasons }) => ({
    personId: person.id,
    row: null,
    name: person.name,
    birthDate: person.birthDate,
    sure,
    reasons,
    lacks: lackingIn(known.get(person.id), read),
  }));
}
