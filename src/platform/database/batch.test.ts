import { beforeAll, expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';
import { runTogether } from './batch.ts';
import { inTransaction, inTransactionWriting } from './transaction.ts';

const db = useDatabase();
beforeAll(() =>
  db().asOwner(async (owner) => {
    await owner.query('create table public.line (id integer generated always as identity, name text)');
    await owner.query('grant select, insert, delete on public.line to istiqbal_app');
  }),
);
const add = (name: string) => ({ name: 'add', text: 'insert into public.line (name) values ($1)', values: [name] });
const broken = { name: 'broken', text: 'select 1 / $1::integer as n', values: [0] };
const number = (n: number) => ({ name: 'number', text: 'select $1::integer as n', values: [n] });
const lines = async (): Promise<string[]> => (await db().app.query('select name from public.line order by id')).rows.map((r) => r.name);

it('statements sent together are answered each with its own rows, in order', async () => {
  const client = await db().app.connect();
  const results = await runTogether(client, [number(1), { text: 'select 2 as n, 3 as m' }, number(4), { text: '' }, number(5)]);
  client.release();
  expect(results.map((r) => r.rows)).toEqual([[{ n: 1 }], [{ n: 2, m: 3 }], [{ n: 4 }], [], [{ n: 5 }]]);
});

it('behind a failure nothing is run, and the connection remembers rightly what it has prepared', async () => {
  const client = await db().app.connect();
  for (let i = 0; i < 2; i++) {
    await expect(runTogether(client, [number(1), broken, number(2), { ...number(3), name: 'later' }])).rejects.toThrow('division by zero');
  }
  const results = await runTogether(client, [number(1), { ...broken, values: [1] }, { ...number(3), name: 'later' }]);
  expect(results.map((r) => r.rows[0]?.n)).toEqual([1, 1, 3]);
  await expect(runTogether(client, [{ name: 'nonsense', text: 'selec' }, number(1)])).rejects.toThrow('syntax error');
  expect((await client.query(number(6))).rows).toEqual([{ n: 6 }]);
  client.release();
});

it('a change whose last statement fails leaves nothing of its first', async () => {
  const change = inTransactionWriting(db().app, async () => ({ result: 'done', writes: [add('first'), broken] }));
  await expect(change).rejects.toThrow('division by zero');
  expect(await lines()).toEqual([]);
});

it('a change is answered once it is committed, with what its work found out', async () => {
  const found = await inTransactionWriting(db().app, async (tx) => {
    const { rows } = await tx.query('select count(*)::integer as n from public.line');
    return { result: rows[0]?.n, writes: [add('first'), add('second')] };
  });
  expect(found).toBe(0);
  expect(await lines()).toEqual(['first', 'second']);
  await db().app.query('delete from public.line');
});

it('a transaction that failed without anyone noticing is not said to be done', async () => {
  const change = inTransaction(db().app, async (tx) => {
    await tx.query(add('first'));
    await tx.query(broken).catch(() => undefined);
  });
  await expect(change).rejects.toThrow('not committed');
  expect(await lines()).toEqual([]);
});

it('one connection serves many changes after failures of all kinds', async () => {
  for (let i = 0; i < 40; i++) {
    const writes = i % 3 === 0 ? [add(`${i}`), broken] : [add(`${i}`), number(i)];
    await inTransactionWriting(db().app, async () => ({ result: undefined, writes })).catch(() => undefined);
  }
  expect(await lines()).toEqual(
    Array.from({ length: 40 }, (_, i) => i)
      .filter((i) => i % 3 > 0)
      .map(String),
  );
});
