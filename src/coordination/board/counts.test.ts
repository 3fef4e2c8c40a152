import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import { buildActor, buildOrganization } from '../../testing/builders.ts';
import { useDatabase } from '../../testing/database.ts';
import { audiences, themes } from '../lists.ts';
import type { Narrowed } from './contract.ts';
import { type Heading, plainCounts, type Sql, talliedCounts } from './count-sql.ts';

const db = useDatabase();
let reader: Actor;
const organizations: string[] = [];
const asked = [randomUUID(), randomUUID()];
const communes = ['041130101', '041130103', '041130105'];

beforeAll(async () => {
  for (const name of ['Cellule A', 'Association B', 'Commune C']) organizations.push(await buildOrganization(db(), name));
  reader = await buildActor(db(), 'coordinator', await buildOrganization(db(), 'Coordination'));
  await db().asOwner(async (owner) => {
    for (const id of asked) {
      await owner.query(
        `insert into coordination.recommendation (id, organization_id, title, text) values ($1, $2, '{"fr": "R"}', '{"fr": "R"}')`,
        [id, organizations[0]],
      );
    }
  });
}, 60_000);

const some = <T>(list: readonly T[], most = list.length) => fc.subarray([...list], { maxLength: most });
const day = fc.integer({ min: -200, max: 200 });
const organization = fc.integer({ min: 0, max: 2 });
const change = fc.oneof(
  fc.record({
    do: fc.constant('plan' as const),
    owner: fc.option(organization),
    status: fc.constantFrom('draft', 'proposed', 'under_way', 'under_way', 'done', 'abandoned'),
    themes: some(themes.slice(0, 4), 3).filter((t) => t.length > 0),
    audiences: some(audiences.slice(0, 3), 2),
    communes: some(communes),
    asks: some([0, 1]),
    weight: fc.integer({ min: 1, max: 9 }),
    progress: fc.option(fc.integer({ min: 0, max: 100 })),
    endsIn: fc.option(day),
    movedIn: fc.integer({ min: -200, max: 0 }),
  }),
  fc.record({
    do: fc.constant('move' as const),
    status: fc.constantFrom('draft', 'proposed', 'under_way', 'done', 'abandoned'),
    which: fc.nat(),
  }),
  fc.record({ do: fc.constant('theme' as const), themes: some(themes.slice(0, 4), 3), which: fc.nat() }),
  fc.record({ do: fc.constant('come' as const), progress: fc.option(fc.integer({ min: 0, max: 100 })), which: fc.nat() }),
  fc.record({ do: fc.constant('step' as const), dueIn: day, isDone: fc.boolean(), which: fc.nat() }),
  fc.record({ do: fc.constant('end_steps' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('block' as const), kind: fc.constantFrom('risk', 'blocker'), isOpen: fc.boolean(), which: fc.nat() }),
  fc.record({
    do: fc.constant('commit' as const),
    by: organization,
    status: fc.constantFrom('asked', 'committed', 'withdrawn'),
    which: fc.nat(),
  }),
  fc.record({ do: fc.constant('answer_no_more' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('take_away' as const), which: fc.nat() }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Any write anyone may come to do, as the database sees it. */
async function make(owner: PoolClient, ids: string[], it: Change): Promise<void> {
  if (it.do === 'plan') {
    const id = randomUUID();
    ids.push(id);
    await owner.query(
      `insert into coordination.action (id, organization_id, title, themes, audiences, commune_codes, status, progress, ends_on, moved_at)
       values ($1, $2, '{"fr": "Une action"}', $3, $4, $5, $6, $7::numeric / 100, directory.today() + $8::int, now() + $9::int * interval '1 day')`,
      [
        id,
        it.owner === null ? null : organizations[it.owner],
        it.themes,
        it.audiences,
        it.communes,
        it.status,
        it.progress,
        it.endsIn,
        it.movedIn,
      ],
    );
    for (const ask of it.asks)
      await owner.query('insert into coordination.action_recommendation values ($1, $2, $3)', [id, asked[ask], it.weight]);
    return;
  }
  const id = ids[it.which % Math.max(ids.length, 1)];
  if (id === undefined) return;
  const run = (text: string, ...values: unknown[]) => owner.query(text, [id, ...values]);
  if (it.do === 'move') await run('update coordination.action set status = $2 where id = $1', it.status);
  else if (it.do === 'theme') await run('update coordination.action set themes = $2 where id = $1', it.themes);
  else if (it.do === 'come')
    await run('update coordination.action set declared_progress = $2::numeric / 100, moved_at = now() where id = $1', it.progress);
  else if (it.do === 'step') {
    await run(
      `insert into coordination.step (id, action_id, position, title, due_on, ending, ended_on) values (gen_random_uuid(), $1, 1, '{"fr": "É"}',
         directory.today() + $2::int, case when $3 then 'done' end, case when $3 then directory.today() end)`,
      it.dueIn,
      it.isDone,
    );
  } else if (it.do === 'end_steps')
    await run(`update coordination.step set ending = 'done', ended_on = directory.today() where action_id = $1`);
  else if (it.do === 'block') {
    await run(
      `insert into coordination.blocker (id, action_id, organization_id, kind, words, closed_at)
       values (gen_random_uuid(), $1, $2, $3, 'Bloqué', case when not $4 then now() end)`,
      organizations[0],
      it.kind,
      it.isOpen,
    );
  } else if (it.do === 'commit') {
    await run(
      `insert into coordination.commitment (id, action_id, organization_id, does, status) values (gen_random_uuid(), $1, $2, '{"fr": "F"}', $3)
       on conflict (action_id, organization_id) do update set status = excluded.status`,
      organizations[it.by],
      it.status,
    );
  } else if (it.do === 'answer_no_more') await run('delete from coordination.action_recommendation where action_id = $1');
  else {
    await run('delete from coordination.action where id = $1');
    ids.splice(ids.indexOf(id), 1);
  }
}

const headings: readonly Heading[] = ['theme', 'owner', 'partner', 'commune'];
const read = async ({ text, values }: Sql) => {
  const rows = await withActor(db().app, reader, async (tx) => (await tx.query<{ key: string; came: number }>(text, values)).rows);
  return rows.map((row) => ({ ...row, came: Number(row.came.toFixed(6)) })).sort((a, b) => a.key.localeCompare(b.key));
};

describe('what is kept beside the actions', () => {
  it('says the same as counting them one by one, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 25 }),
        fc.record({
          theme: fc.option(fc.constantFrom(...themes.slice(0, 4)), { nil: undefined }),
          audience: fc.option(fc.constantFrom(...audiences.slice(0, 3)), { nil: undefined }),
        }),
        async (changes, narrowed: Narrowed) => {
          await db().asOwner(async (owner) => {
            await owner.query('delete from coordination.action');
            const ids: string[] = [];
            for (const each of changes) await make(owner as unknown as PoolClient, ids, each);
          });
          for (const by of headings) expect(await read(talliedCounts(by, narrowed)), by).toEqual(await read(plainCounts(by, narrowed)));
          const plain = await db().asOwner((owner) =>
            owner.query(
              `select x.recommendation_id::text as key, sum(x.weight)::int as weight, sum(x.weight * coalesce(a.declared_progress, a.progress, 0))::float8 as came,
                 count(coalesce(a.declared_progress, a.progress))::int as known
               from coordination.action_recommendation x join coordination.action a on a.id = x.action_id where a.status in ('under_way', 'done') group by 1 order by 1`,
            ),
          );
          const kept = await db().asOwner((owner) =>
            owner.query(
              `select key, weight::int, came::float8, known from coordination.tally where of = 'recommendation' and weight > 0 order by 1`,
            ),
          );
          const rounded = (rows: { came: number }[]) => rows.map((r) => ({ ...r, came: Number(r.came.toFixed(6)) }));
          expect(rounded(kept.rows)).toEqual(rounded(plain.rows));
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
