import { expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';

const db = useDatabase();

/** Tables anyone may read, each with the reason. A new table belongs here or under forced row-level security. */
const publicTables: Record<string, string> = {
  'territory.territory': 'the official division of the region',
  'territory.emergency_number': 'numbers that everyone should know',
  'desk.assessment_framework': 'the criteria by which cells judge themselves, no word of a cell',
  'access.rate_limit': 'counters of attempts, for the sign-in role alone',
  'public.migration': 'names of migrations, for the owner alone',
};
/** The schema pg-boss makes and changes itself: names of work and ids of things, no word of a person. */
const ofTheQueue = (table: string): boolean => table.startsWith('pgboss.');
const jobTables = ['pgboss.job', 'pgboss.job_common'];

const listTables = () =>
  db().asOwner(
    async (owner) =>
      (
        await owner.query<{ table: string; forced: boolean; policies: number; enabled: boolean; reached: boolean }>(`
          select n.nspname || '.' || c.relname as table, c.relrowsecurity and c.relforcerowsecurity as forced,
            c.relrowsecurity as enabled, has_table_privilege('istiqbal_app', c.oid, 'select, insert, update, delete') as reached,
            (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') order by 1`)
      ).rows,
  );

it('every table is under forced row-level security with a policy, or listed as public with its reason', async () => {
  const rows = await listTables();
  expect(rows.length).toBeGreaterThan(20);
  const unguarded = rows.filter((r) => !(r.forced && r.policies > 0) && !(r.table in publicTables) && !ofTheQueue(r.table));
  expect(unguarded.map((r) => r.table)).toEqual([]);
});

it('of the tables of the queue the application reaches what it works with, and jobs only under a policy', async () => {
  const rows = (await listTables()).filter((r) => ofTheQueue(r.table));
  expect(rows.filter((r) => r.enabled && r.policies > 0).map((r) => r.table)).toEqual(jobTables);
  expect(rows.filter((r) => r.reached).map((r) => r.table)).toEqual([
    'pgboss.instance',
    ...jobTables,
    'pgboss.job_dependency',
    'pgboss.queue',
    'pgboss.schedule',
    'pgboss.version',
  ]);
});

it('the list of public tables names no table that is gone', async () => {
  for (const table of Object.keys(publicTables)) {
    const { rows } = await db().app.query('select to_regclass($1) is not null as there', [table]);
    expect(rows[0], table).toEqual({ there: true });
  }
});

/** Tables of what organisations decide together that keep no past of their own, each with the reason. */
const withoutPast: Record<string, string> = {
  'coordination.past': 'the past itself',
  'coordination.attendance': 'a line of a sheet is added or taken off it, never changed',
  'coordination.digest': 'how often a person wants letters: theirs alone',
  'coordination.follow': 'what a person wants letters about: theirs alone',
  'coordination.reminder': 'which letter went out, and that it was answered once',
  'coordination.minutes': 'versions of minutes, of which none ever changes',
  'coordination.standing': 'follows from the actions',
  'coordination.tally': 'follows from the actions',
  'coordination.version': 'a number that moves on',
  'plans.past': 'the past itself',
  'plans.version': 'states of a plan, of which none ever changes',
  'plans.plan_total': 'follows from the plans',
  'plans.library': 'what the region loads with its source',
  'plans.stage': 'the stages of the law, loaded with the region',
};

/** Tables of the thread and of the plans of which no public page tells anything, each with the reason. */
const unseen: Record<string, string> = {
  'coordination.attendance': 'counted in the minutes, which are public as versions',
  'coordination.blocker': 'between organisations',
  'coordination.comment': 'between organisations',
  'coordination.conflict': 'for those who write',
  'coordination.digest': 'of one person',
  'coordination.finding_source': 'between organisations',
  'coordination.follow': 'of one person',
  'coordination.invitation': 'between those who ask and who are asked',
  'coordination.meeting_document': 'between organisations',
  'coordination.meeting_group': 'told in the minutes, which are public as versions',
  'coordination.minutes_part': 'told in the minutes, which are public as versions',
  'coordination.news': 'between organisations',
  'coordination.note': 'between organisations',
  'coordination.past': 'follows from what changed',
  'coordination.reminder': 'of one person',
  'coordination.standing': 'follows from the actions',
  'coordination.tally': 'follows from the actions',
  'coordination.version': 'the version itself',
};

it('whatever a public page tells of the thread or of a plan moves on the version its pages are kept by', async () => {
  const rows = await db().asOwner(
    async (owner) =>
      (
        await owner.query<{ table: string; moves: boolean }>(`
          select n.nspname || '.' || c.relname as table,
            exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'moves_on') as moves
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and (n.nspname = 'coordination' or c.oid = 'plans.publication'::regclass) order by 1`)
      ).rows,
  );
  expect(rows.filter(({ moves }) => !moves).map(({ table }) => table)).toEqual(Object.keys(unseen));
});

it('whatever changes in the thread or in a plan is kept with what it was before', async () => {
  const rows = await db().asOwner(
    async (owner) =>
      (
        await owner.query<{ table: string; keeps: boolean }>(`
          select n.nspname || '.' || c.relname as table,
            exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname like 'keeps_past%') as keeps
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and n.nspname in ('coordination', 'plans') order by 1`)
      ).rows,
  );
  expect(rows.filter(({ table, keeps }) => !keeps && !(table in withoutPast)).map(({ table }) => table)).toEqual([]);
  expect(rows.filter(({ table, keeps }) => keeps && table in withoutPast).map(({ table }) => table)).toEqual([]);
});
