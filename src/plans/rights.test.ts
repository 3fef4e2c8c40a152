import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type Role, withActor } from '../platform/database/actor.ts';
import { roles } from '../platform/database/member-roles.ts';
import { buildActor, buildOrganization } from '../testing/builders.ts';
import { useDatabase } from '../testing/database.ts';
import { readers } from './commands/said.ts';

const db = useDatabase();
/** The commune itself, and an organisation that is no part of it. */
const places = ['own', 'elsewhere'] as const;
type Place = (typeof places)[number];
const actors = new Map<string, Actor>();
const actor = (place: Place, role: Role): Actor => {
  const found = actors.get(`${place} ${role}`);
  if (!found) throw new Error(`no ${role} at ${place}`);
  return found;
};
/** One plan the commune keeps to itself and one it shares. */
const plans = { draft: randomUUID(), shared: randomUUID() };
type State = keyof typeof plans;

beforeAll(async () => {
  const organization = { own: '', elsewhere: '' };
  for (const place of places) {
    organization[place] = await buildOrganization(db(), `Organisation ${place}`);
    for (const role of roles) actors.set(`${place} ${role}`, await buildActor(db(), role, organization[place]));
  }
  const user = actor('own', 'plan_officer').userId;
  await db().asOwner(async (owner) => {
    await owner.query(
      `insert into territory.territory (code, hcp_code, level, name_fr, name_ar) values ('024110123', '411.01.23', 'commune', 'Ville inventée', 'مدينة مختلقة')`,
    );
    for (const state of ['draft', 'shared'] as const) {
      const plan = plans[state];
      const [session, need, project, indicator, evaluation, version] = Array.from({ length: 6 }, () => randomUUID());
      const child = (): string => randomUUID();
      await owner.query(`
        insert into plans.plan (id, organization_id, commune_code, title, mandate_starts_on, first_year, stage_since, shared_at) values
          ('${plan}', '${organization.own}', '024110123', '{"fr": "Plan"}', '2021-09-20', 2022, '2021-09-20', ${state === 'shared' ? 'now()' : 'null'});
        insert into plans.session (id, plan_id, kind, held_on) values ('${session}', '${plan}', 'ranking', '2022-01-01');
        insert into plans.need (id, plan_id, title) values ('${need}', '${plan}', '{"fr": "Besoin"}');
        insert into plans.vote (id, plan_id, session_id, need_id) values ('${child()}', '${plan}', '${session}', '${need}');
        insert into plans.project (id, plan_id, title) values ('${project}', '${plan}', '{"fr": "Projet"}');
        insert into plans.cost (id, plan_id, project_id, year, source, amount) values ('${child()}', '${plan}', '${project}', 2022, 'commune', 1);
        insert into plans.indicator (id, plan_id, project_id, name) values ('${indicator}', '${plan}', '${project}', '{"fr": "Indicateur"}');
        insert into plans.indicator_value (id, plan_id, indicator_id, year, value) values ('${child()}', '${plan}', '${indicator}', 2022, 1);
        insert into plans.remark (id, plan_id, body, said_on, words) values ('${child()}', '${plan}', 'ieecag', '2022-01-01', '{"fr": "Dit"}');
        insert into plans.evaluation (id, plan_id, year) values ('${evaluation}', '${plan}', 2022);
        insert into plans.judged (id, plan_id, evaluation_id, project_id) values ('${child()}', '${plan}', '${evaluation}', '${project}');
        insert into plans.conflict (id, plan_id, thing, thing_id, field, written_by, written_at) values
          ('${child()}', '${plan}', 'need', '${need}', 'place', '${user}', now());
        insert into plans.version (id, plan_id, number, stage, ends_stage, reached_on, content) values
          ('${version}', '${plan}', 1, 'prepared', true, '2022-01-01', plans.rows_of('${plan}'));
        select plans.count_totals('${plan}')`);
    }
  });
}, 60_000);

const everyone = places.flatMap((place) => roles.map((role) => [place, role] as const));
type Rule = (place: Place, role: Role) => boolean;
const reads: Rule = (_place, role) => (readers as readonly Role[]).includes(role);
const ownReads: Rule = (place, role) => place === 'own' && reads(place, role);
const writes: Rule = (place, role) => place === 'own' && role === 'plan_officer';
const nobody: Rule = () => false;
const those = (rule: Rule) => everyone.filter(([place, role]) => rule(place, role)).map(([place, role]) => `${role} ${place}`);

/** Whether any row was touched; always rolled back. */
async function touches(who: Actor, sql: string): Promise<boolean> {
  let touched = false;
  await withActor(db().app, who, async (tx) => {
    touched = ((await tx.query(sql)).rowCount ?? 0) > 0;
    throw new Error('rolled back');
  }).catch((error: unknown) => {
    if (!(error instanceof Error) || !/rolled back|permission denied|row-level security/.test(error.message)) throw error;
  });
  return touched;
}
const who = async (sql: string): Promise<string[]> => {
  const found: string[] = [];
  for (const [place, role] of everyone) if (await touches(actor(place, role), sql)) found.push(`${role} ${place}`);
  return found;
};

interface Line {
  key?: string;
  /** What a change sets; nothing is changed where there is none. */
  set?: string;
  isTaken?: false;
}
/** Every table of a plan: seen with it, written by whoever keeps it. */
const lines: Record<string, Line> = {
  plan: { key: 'id', set: 'reason = null', isTaken: false },
  session: { set: 'place = null' },
  need: { set: 'place = null' },
  vote: { set: 'women = 1' },
  project: { set: 'place = null' },
  cost: { set: 'amount = 2' },
  indicator: { set: 'target = 2' },
  indicator_value: { set: 'value = 2' },
  remark: { set: 'taken = null' },
  evaluation: { set: 'summary = null' },
  judged: { set: 'share = 1' },
  conflict: { set: 'settled_at = now()', isTaken: false },
  version: { isTaken: false },
  plan_total: { set: 'needs = 2', isTaken: false },
};

it('the matrix names every table that is part of a plan', async () => {
  const { rows } = await db().asOwner((owner) =>
    owner.query(`select table_name as name from information_schema.tables where table_schema = 'plans' order by 1`),
  );
  expect(rows.map((row) => row.name)).toEqual([...Object.keys(lines), 'library', 'past', 'publication', 'stage'].toSorted());
});

describe.each(Object.entries(lines))('%s', (table, { key = 'plan_id', set, isTaken = true }) => {
  const where = (state: State) => `where ${key} = '${plans[state]}'`;
  it('is the commune’s alone until the plan is shared', async () => {
    expect(await who(`select from plans.${table} ${where('draft')}`)).toEqual(those(ownReads));
  });
  it('is read by all who work on the platform once it is, and not by its administrators', async () => {
    expect(await who(`select from plans.${table} ${where('shared')}`)).toEqual(those(reads));
  });
  it('is changed by whoever keeps the plan', async () => {
    expect(await who(`update plans.${table} set ${set ?? `${key} = ${key}`} ${where('shared')}`)).toEqual(those(set ? writes : nobody));
  });
  it('is taken away by whoever keeps the plan, where that leaves nothing unsaid', async () => {
    expect(await who(`delete from plans.${table} ${where('shared')}`)).toEqual(those(isTaken ? writes : nobody));
  });
  it('is not seen by anyone who is not signed in', async () => {
    expect((await db().app.query(`select from plans.${table}`)).rowCount).toBe(0);
  });
});

describe('what is new', () => {
  it('is written into a plan by whoever keeps it', async () => {
    expect(await who(`insert into plans.need (id, plan_id, title) values ('${randomUUID()}', '${plans.shared}', '{"fr": "X"}')`)).toEqual(
      those(writes),
    );
    expect(
      await who(`insert into plans.version (id, plan_id, number, stage, ends_stage, reached_on, content)
                 values ('${randomUUID()}', '${plans.shared}', 2, 'prepared', false, '2022-01-01', '{}')`),
    ).toEqual(those(writes));
  });
  it('as a plan of another organisation is begun by nobody', async () => {
    const plan = (
      organizationId: string,
    ) => `insert into plans.plan (id, organization_id, commune_code, title, mandate_starts_on, first_year, stage_since)
      values ('${randomUUID()}', '${organizationId}', '024110123', '{"fr": "X"}', '2021-09-20', 2022, '2021-09-20')`;
    expect(await who(plan(actor('own', 'agent').organizationId))).toEqual(those(writes));
  });
  it('in the region’s library comes from one’s own plan alone', async () => {
    expect(
      await who(`insert into plans.library (id, plan_id, title) values ('${randomUUID()}', '${plans.shared}', '{"fr": "X"}')`),
    ).toEqual(those(writes));
    expect(await who(`insert into plans.library (id, title) values ('${randomUUID()}', '{"fr": "X"}')`)).toEqual([]);
  });
});

describe('what a plan was', () => {
  it('is read by its commune alone, also where the plan is shared', async () => {
    expect(await who(`select from plans.past where plan_id = '${plans.shared}'`)).toEqual(those(ownReads));
  });
  it('and its frozen versions are changed by nobody, not even by the database’s owner', async () => {
    for (const role of roles) expect(await touches(actor('own', role), 'update plans.past set kept = null')).toBe(false);
    await expect(db().asOwner((owner) => owner.query('delete from plans.past'))).rejects.toThrow('append-only');
    await expect(db().asOwner((owner) => owner.query('delete from plans.version'))).rejects.toThrow('append-only');
  });
});

describe('what is published', () => {
  const publish = `insert into plans.publication (plan_id, version_id, number, frozen_at, parts, content)
    select v.plan_id, v.id, v.number, v.frozen_at, '{}', v.content from plans.version v where v.plan_id = '${plans.shared}'`;
  it('is published by whoever keeps the plan', async () => {
    expect(await who(publish)).toEqual(those(writes));
  });
  it('is read by everybody, and opens nothing else of the plan', async () => {
    await db().asOwner((owner) => owner.query(publish));
    expect((await db().app.query('select from plans.publication')).rowCount).toBe(1);
    for (const table of [...Object.keys(lines), 'past'])
      expect((await db().app.query(`select from plans.${table}`)).rowCount, table).toBe(0);
    expect(await who(`delete from plans.publication where plan_id = '${plans.shared}'`)).toEqual(those(writes));
  });
});
