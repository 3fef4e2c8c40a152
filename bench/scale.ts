import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Client } from 'pg';
import { createAccess } from '../src/access/index.ts';
import { createApp } from '../src/app.ts';
import { handlers } from '../src/handlers.ts';
import { createCommandRunner } from '../src/platform/commands/run.ts';
import { readConfig } from '../src/platform/config.ts';
import { openDatabases } from '../src/platform/database/open.ts';
import { openVault } from '../src/platform/files/vault.ts';
import { startJobs } from '../src/platform/jobs/start.ts';
import { createLog } from '../src/platform/log.ts';
import { jobWork } from '../src/work.ts';
import type { BenchRow } from './row.ts';
import { type Cell, openCells } from './scale/cells.ts';
import type { AgentAtWork, Bare, Done, Figure, Work } from './scale/load.ts';
import { type Invented, sequence, writePeople, writeVisitsAndCases } from './scale/people.ts';

/** `full` is the region in ten years and more: 1.2 million people, 3 million visits. */
const sizes = { small: { people: 24_000, seconds: 15 }, full: { people: 1_200_000, seconds: 60 } } as const;
export type Scale = keyof typeof sizes;
const agents = 100;
/** An agent at work does something every five seconds; five times that load is one a second. */
const calm = 5000;

/** Search, files, saving and work lists with a hundred agents at work on so many people, then at five times that load. */
export async function benchScale(scale: Scale = 'small'): Promise<BenchRow[]> {
  const { people, seconds } = sizes[scale];
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-bench-'));
  const config = { ...readConfig({}), dataDir: folder, logLevel: 'silent', demo: false };
  const databases = await openDatabases(config);
  const log = createLog('silent');
  const access = createAccess({ config, databases, log });
  const onError = (error: unknown): boolean => process.stderr.write(`${error}\n`);
  const jobs = await startJobs(databases.app, { work: jobWork, schedule: [], timezone: 'UTC', onError });
  const app = createApp(
    { config, databases, vault: openVault(config), sessions: access.sessions, log },
    access,
    createCommandRunner(databases.app, handlers),
  );
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  const child = fork(join(import.meta.dirname, 'scale/load.ts'));
  await once(server, 'listening');
  try {
    const address = server.address();
    const base = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
    const cells = await openCells(databases, access, base, { people, agents, cells: 16 });
    const atWork = await fill(databases.adminUrl, cells);
    const work: Work = { kind: 'work', base, agents: atWork, seconds, pause: calm };
    await ask(child, { ...work, seconds: Math.min(10, seconds), pause: 1000 });
    const normal = await ask(child, work);
    const five = await ask(child, { ...work, pause: calm / 5 });
    const bare = await askBare(child, databases.adminUrl, cells, atWork);
    const errors = [...normal.errors, ...five.errors];
    if (errors.length > 0) process.stderr.write(`${errors.slice(0, 5).join('\n')}\n`);
    const size = `${new Intl.NumberFormat('en').format(people)} people`;
    const row = (name: string, ours: Figure | undefined, rivalName: string, rival: Figure | undefined, limit: number): BenchRow => ({
      name: `${name}, ${size}, 100 agents, p95`,
      unit: 'ms',
      ours: ours?.p95 ?? Number.NaN,
      rival: { name: rivalName, value: rival?.p95 ?? Number.NaN },
      limit: `≤ ${limit} ms`,
      holds: (ours?.p95 ?? Number.POSITIVE_INFINITY) <= limit,
    });
    return [
      row('search a person', normal.figures.search, 'ILIKE (bare pg)', bare.search, 60),
      row('who may be the same', normal.figures.alike, 'pg_trgm similarity (bare pg)', bare.alike, 50),
      row('open a file', normal.figures.open, 'its row by key (bare pg)', bare.open, 75),
      row('save', normal.figures.save, 'INSERT (bare pg)', bare.save, 150),
      row('work list', normal.figures.list, 'its rows by index (bare pg)', bare.list, 30),
      {
        name: `errors at five times the load, ${size}, ${seconds} s`,
        unit: 'errors',
        ours: five.errors.length,
        rival: { name: 'answers a second', value: five.perSecond },
        limit: 'none',
        holds: five.errors.length === 0,
      },
    ];
  } finally {
    child.kill();
    server.close();
    await jobs.stop();
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the people, visits and cases of each cell, and says what its agents will ask for. */
async function fill(adminUrl: string, cells: readonly Cell[]): Promise<AgentAtWork[]> {
  const owner = new Client({ connectionString: adminUrl });
  await owner.connect();
  const next = sequence(2026);
  const atWork: AgentAtWork[] = [];
  const knownBy = new Map<Cell, Invented[]>();
  // The server itself makes such data over years; here nothing needs to survive a power cut while it is made.
  await owner.query(
    'set synchronous_commit = off; set maintenance_work_mem = 1000000; set work_mem = 200000; set session_replication_role = replica',
  );
  const restore = await setIndexesAside(owner);
  for (const cell of cells) {
    const known = await writePeople(owner, cell, cell.people, next);
    await writeVisitsAndCases(owner, cell, 2.5);
    knownBy.set(cell, known);
  }
  process.stderr.write('  everybody is written, the indexes follow\n');
  await restore();
  await owner.query('analyze');
  for (const cell of cells) {
    const known = knownBy.get(cell) ?? [];
    for (const { cookie, userId } of cell.agents) {
      const { rows } = await owner.query<{ id: string }>(
        `select id from cases."case" where organization_id = $1 order by (assigned_to = $2 and closed_at is null) desc nulls last, random() limit 100`,
        [cell.id, userId],
      );
      atWork.push({ cookie, organizationId: cell.id, caseIds: rows.map((r) => r.id), typed: known.slice(0, 400).flatMap(typedFor) });
    }
  }
  await owner.query('checkpoint');
  await owner.end();
  return atWork;
}

/** Indexes are made far faster over what is already there; returns what brings them back. */
async function setIndexesAside(owner: Client): Promise<() => Promise<void>> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('people', 'desk', 'cases') and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  await owner.query('alter table people.matching_key drop constraint matching_key_pkey');
  return async () => {
    await owner.query('alter table people.matching_key add constraint matching_key_pkey primary key (organization_id, key, person_id)');
    for (const { definition } of rows) await owner.query(definition);
  };
}

/** As agents type: the whole name, in the other script, the beginning of the family name, the telephone. */
function typedFor({ record }: Invented): string[] {
  const family = record.name.split(' ').slice(1).join(' ');
  const [first = ''] = record.name.split(' ');
  return [
    record.name,
    `${first.slice(0, 4)} ${family.slice(0, 5)}`,
    family.slice(0, 6),
    ...record.otherNames.map((o) => o.name),
    ...(record.phone ? [record.phone] : []),
  ];
}

async function ask(child: ChildProcess, asked: Work | Bare): Promise<Exclude<Done, { failed: string }>> {
  child.send(asked);
  const [answer] = (await once(child, 'message')) as [Done];
  if (answer.failed !== undefined) throw new Error(answer.failed);
  return answer;
}

/** The same questions to the database alone, without session, row-level security, journal and HTTP, by as many clients as are busy at once. */
async function askBare(child: ChildProcess, url: string, cells: readonly Cell[], atWork: readonly AgentAtWork[]) {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  await owner.query('create index if not exists rival on people.person using gin (name gin_trgm_ops)');
  await owner.query('create table public.bare (id uuid primary key default gen_random_uuid(), value text)');
  await owner.end();
  const id = cells[0]?.id;
  const typed = (atWork[0]?.typed ?? []).filter((t) => !/\d/.test(t));
  const one = async (text: string, values: unknown[][]) =>
    (await ask(child, { kind: 'bare', url, text, values, seconds: 5, clients: 2 })).figures.bare;
  return {
    search: await one(
      'select id, name from people.person where organization_id = $1 and name ilike $2 limit 20',
      typed.map((t) => [id, `%${t}%`]),
    ),
    alike: await one(
      'select id, name, similarity(name, $2) from people.person where organization_id = $1 and name % $2 order by 3 desc limit 20',
      typed.map((t) => [id, t]),
    ),
    open: await one(
      'select * from cases."case" where id = $1',
      atWork.flatMap((a) => a.caseIds.map((c) => [c])),
    ),
    save: await one('insert into public.bare (value) values ($1)', [['Mesure']]),
    list: await one(
      'select * from cases."case" where organization_id = $1 and assigned_to = $2 and closed_at is null limit 200',
      cells.flatMap((c) => c.agents.map((a) => [c.id, a.userId])),
    ),
  };
}
