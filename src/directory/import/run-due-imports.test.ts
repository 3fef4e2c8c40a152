import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Role } from '../../platform/database/actor.ts';
import { type Browser, buildApp, signInAs, type TestApp } from '../../testing/app.ts';
import { command } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { useHsdsApis } from '../../testing/hsds-api.ts';
import { boardSchema } from '../care/contract.ts';
import { importReportSchema, importsSchema } from '../care/import-contract.ts';
import { importHsds } from './import-hsds.ts';
import { aPackage, uuidFor, writeFolder } from './package-builder.ts';
import { runDueImports } from './run-due-imports.ts';
import { importWithReport } from './save-report.ts';
import { importAndSave } from './save-source.ts';

const db = useDatabase();
const anApi = useHsdsApis();
let platform: TestApp;
let editor: Browser;

const query = <T>(sql: string, values: unknown[] = []) =>
  db().asOwner(async (owner) => (await owner.query<T & Record<string, unknown>>(sql, values)).rows);
const anywhere = (): boolean => true;
const unexpected: unknown[] = [];
const runDue = (allows: ((address: string) => boolean) | undefined = anywhere, signal?: AbortSignal) =>
  runDueImports(db().asOwner, { allows, onError: (error) => unexpected.push(error) }, signal);
const makeDue = () => query(`update directory.import_source set due_at = now() - interval '1 minute'`);

async function send(browser: Browser, kind: string, payload: object): Promise<string> {
  const answer = await browser.post('/api/commands', { commands: [command(`directory.${kind}`, payload)] });
  const [said] = (await answer.json()).answers;
  return said.status === 'done' ? 'done' : said.code;
}
async function read<T>(path: string, schema: z.ZodType<T>, browser = editor): Promise<T> {
  const body = await (await browser.get(`/api/directory/care/${path}`)).json();
  const parsed = schema.parse(body);
  expect(parsed).toEqual(body);
  return parsed;
}
const imports = () => read('imports', importsSchema);
async function onlySource() {
  const [source, ...others] = (await imports()).sources;
  expect(others).toEqual([]);
  if (!source) throw new Error('no source is saved');
  return source;
}
/** Saves a source without asking whether its address is public: the API of a test is on this machine. */
async function aSource(address: string, over: object = {}): Promise<string> {
  const row = { id: randomUUID(), name: 'Annuaire inventé', address, source_key: 'invente.example', rhythm: 'day', ...over };
  await query(
    `insert into directory.import_source (id, name, address, source_key, rhythm, language)
     select id, name, address, source_key, rhythm, language from jsonb_populate_record(null::directory.import_source, $1)`,
    [JSON.stringify(row)],
  );
  return row.id;
}

const assoc = { id: uuidFor('assoc'), name: 'Association Inventée', description: 'Pour les tests' };
const service = (n: number, over: object = {}) => ({
  id: uuidFor(`service-${n}`),
  name: `Service ${n}`,
  status: 'active',
  organization_id: assoc.id,
  organization: assoc,
  phones: [],
  ...over,
});
/** An API that holds these services, on one page. */
const holding = (services: () => object[]) => (url: URL) =>
  url.pathname === '/hsds/services' ? { total_pages: 1, last_page: true, contents: services() } : undefined;

beforeAll(() => {
  platform = buildApp(db());
});
beforeEach(async () => {
  unexpected.length = 0;
  await query(
    'truncate directory.import_source, directory.import_report, directory.source, directory.translation, directory.attribute cascade',
  );
  // Organisations went with it, and memberships with them.
  editor = await signInAs(platform, db(), 'programme');
});

describe('a saved directory', () => {
  it('comes in when it is due, with a report, and again the next night', async () => {
    const address = await anApi(holding(() => [service(1), service(2)]));
    await aSource(address);
    expect(await runDue()).toBe(1);
    const source = await onlySource();
    expect(source).toMatchObject({ failures: 0, runningSince: null, isDue: false, last: { result: 'ok', reason: null, newRows: 3 } });
    expect(new Date(source.dueAt).getTime()).toBeGreaterThan(Date.now());
    expect(await runDue()).toBe(0);
    await makeDue();
    await runDue();
    expect((await onlySource()).last).toMatchObject({ result: 'ok', newRows: 0, unchangedRows: 3 });
    expect(await query('select name from directory.source')).toEqual([{ name: 'Annuaire inventé' }]);
  });

  it('is asked in the language it was saved with', async () => {
    const asked = new Set<string | undefined>();
    const holds = holding(() => [service(1)]);
    const address = await anApi((url, _response, request) => {
      asked.add(request.headers['accept-language']);
      return holds(url);
    });
    await aSource(address, { language: 'ar' });
    await runDue();
    expect([...asked]).toEqual(['ar']);
  });

  it('tells what is new, changed, unchanged and gone', async () => {
    let services = [service(1), service(2), service(3)];
    await aSource(await anApi(holding(() => services)));
    await runDue();
    services = [service(1), service(2, { name: 'Autre nom' }), service(4)];
    await makeDue();
    await runDue();
    const { last } = await onlySource();
    expect(last).toMatchObject({ newRows: 1, changedRows: 1, unchangedRows: 2, vanishedRows: 1, keptEdits: 0 });
    const report = await read(`imports/${last?.id}`, importReportSchema);
    expect(report.tables.find(({ table }) => table === 'service')).toEqual({
      table: 'service',
      newRows: 1,
      changedRows: 1,
      unchangedRows: 1,
      vanishedRows: 1,
    });
  });

  it('leaves what editors changed, and tells how much of it the source contradicts', async () => {
    let name = 'Service 1';
    await aSource(await anApi(holding(() => [service(1, { name })])));
    await runDue();
    const edit = { changeId: randomUUID(), proposalId: randomUUID(), serviceId: uuidFor('service-1'), fields: { name: 'Nom d’ici' } };
    expect(await send(editor, 'edit_service', edit)).toBe('done');
    name = 'Nom de la source';
    await makeDue();
    await runDue();
    const { last } = await onlySource();
    expect(last).toMatchObject({ result: 'ok', keptEdits: 1 });
    expect(await query('select name from directory.service')).toEqual([{ name: 'Nom d’ici' }]);
    expect(await read(`imports/${last?.id}`, importReportSchema)).toMatchObject({ differences: 1 });
  });

  it('whose rows do not fit is refused whole, with the list, the record and the column', async () => {
    await aSource(await anApi(holding(() => [service(1), service(2, { email: 'x' })])));
    await runDue();
    const source = await onlySource();
    expect(source).toMatchObject({ failures: 1, last: { result: 'refused', reason: 'rows_do_not_fit', errorCount: 1 } });
    expect(await query('select from directory.service')).toEqual([]);
    expect((await read(`imports/${source.last?.id}`, importReportSchema)).errors).toMatchObject([
      { file: 'services', line: 2, column: 'email', code: 'not_email' },
    ]);
  });

  it('keeps the first three hundred faults of thousands, and their number', async () => {
    await aSource(await anApi(holding(() => Array.from({ length: 1000 }, (_, n) => service(n, { email: 'x' })))));
    await runDue();
    const { last } = await onlySource();
    expect(last?.errorCount).toBe(1000);
    expect((await read(`imports/${last?.id}`, importReportSchema)).errors).toHaveLength(300);
  });

  it('that leads into a network that is not public is refused when it is looked up', async () => {
    await aSource(await anApi(holding(() => [service(1)])));
    await runDueImports(db().asOwner, { onError: (error) => unexpected.push(error) });
    expect((await onlySource()).last).toMatchObject({ result: 'refused', reason: 'not_public' });
    expect(await query('select from directory.service')).toEqual([]);
  });

  it('holds no transaction of the database open while its API answers', async () => {
    const holds = holding(() => [service(1)]);
    /** As the administrator of the database, who alone sees what others do. */
    const openTransactions = () =>
      db().asOwner(async (owner) => {
        await owner.query('reset role');
        const { rows } = await owner.query<{ n: number }>(
          `select count(*) as n from pg_stat_activity
           where xact_start is not null and pid <> pg_backend_pid() and backend_type = 'client backend' and datname = current_database()`,
        );
        return rows[0]?.n;
      });
    const counted: (number | undefined)[] = [];
    const address = await anApi((url, response) => {
      void openTransactions().then((open) => {
        counted.push(open);
        const found = holds(url);
        response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? {}));
      });
      return 'nothing yet';
    });
    await aSource(address);
    await runDue();
    expect(counted).toEqual([0, 0, 0, 0]);
    const seen = await db().asOwner(async (owner) => {
      await owner.query('begin');
      return openTransactions();
    });
    expect(seen).toBe(1);
  });
});

describe('a source that fails', () => {
  it('is tried again the next night, and after three times in a row stands on the board with the reason', async () => {
    let broken = true;
    const holds = holding(() => [service(1)]);
    await aSource(await anApi((url, response) => (broken ? response.writeHead(500).end() : holds(url))), { rhythm: 'week' });
    for (let failures = 1; failures <= 3; failures++) {
      expect((await read('board', boardSchema)).counts.failingImports).toBe(0);
      await makeDue();
      await runDue();
      expect(await onlySource()).toMatchObject({ failures, last: { result: 'failed', reason: 'error_answer' } });
    }
    expect(new Date((await onlySource()).dueAt).getTime() - Date.now()).toBeLessThan(2 * 86_400_000);
    expect(await read('board', boardSchema)).toMatchObject({
      counts: { failingImports: 1 },
      imports: [{ name: 'Annuaire inventé', failures: 3, reason: 'error_answer' }],
    });
    broken = false;
    await makeDue();
    await runDue();
    expect(await onlySource()).toMatchObject({ failures: 0, last: { result: 'ok' } });
    expect((await read('board', boardSchema)).imports).toEqual([]);
    expect(unexpected).toEqual([]);
  });

  it('holds back no other', async () => {
    await aSource(await anApi(() => ({ contents: [service(1)] })), { source_key: 'boucle' });
    await aSource(await anApi(holding(() => [service(2)])), { source_key: 'bon', name: 'Bon' });
    expect(await runDue()).toBe(2);
    expect((await imports()).sources.map(({ name, last }) => [name, last?.reason ?? null])).toEqual([
      ['Annuaire inventé', 'pages_repeat'],
      ['Bon', null],
    ]);
  });

  it('because its process died counts as a failure, and is not tried again at once', async () => {
    await aSource(await anApi(holding(() => [service(1)])));
    await query(`update directory.import_source set running_since = now() - interval '1 hour'`);
    expect(await runDue()).toBe(0);
    expect(await onlySource()).toMatchObject({ failures: 1, runningSince: null, last: { result: 'failed', reason: 'interrupted' } });
  });

  it('because the platform is stopping is still due, and leaves no report', async () => {
    const stopping = new AbortController();
    const address = await anApi(() => {
      stopping.abort();
      return 'nothing yet';
    });
    await aSource(address);
    expect(await runDue(anywhere, stopping.signal)).toBe(0);
    expect(await onlySource()).toMatchObject({ failures: 0, runningSince: null, isDue: true, last: null });
  });
});

describe('who looks after the directory', () => {
  const said = (over: object = {}) => ({
    sourceId: randomUUID(),
    name: 'Annuaire national',
    address: 'https://annuaire.example.org/hsds/',
    rhythm: 'week',
    language: 'fr',
    ...over,
  });

  it('adds a source, changes it, pauses it, asks for it now, and removes it', async () => {
    const wished = said();
    expect(await send(editor, 'add_import_source', wished)).toBe('done');
    expect(await onlySource()).toMatchObject({ address: 'https://annuaire.example.org/hsds', isDue: true, active: true, last: null });
    expect(await query('select source_key from directory.import_source')).toEqual([{ source_key: 'annuaire.example.org' }]);
    await query(`update directory.import_source set due_at = now() + interval '3 days'`);
    expect(await send(editor, 'change_import_source', { ...wished, name: 'Autre nom' })).toBe('done');
    expect(await onlySource()).toMatchObject({ name: 'Autre nom', isDue: false });
    expect(await send(editor, 'pause_import_source', { sourceId: wished.sourceId, paused: true })).toBe('done');
    expect(await send(editor, 'import_now', { sourceId: wished.sourceId })).toBe('import_source_paused');
    await makeDue();
    expect(await runDue()).toBe(0);
    expect(await send(editor, 'pause_import_source', { sourceId: wished.sourceId, paused: false })).toBe('done');
    await query(`update directory.import_source set due_at = now() + interval '3 days'`);
    expect(await send(editor, 'import_now', { sourceId: wished.sourceId })).toBe('done');
    expect(await onlySource()).toMatchObject({ isDue: true });
    expect(await send(editor, 'remove_import_source', { sourceId: wished.sourceId })).toBe('done');
    expect((await imports()).sources).toEqual([]);
    expect(await send(editor, 'remove_import_source', { sourceId: wished.sourceId })).toBe('import_source_not_found');
  });

  it('cannot save one address twice, one that is not public, or one that holds a password', async () => {
    expect(await send(editor, 'add_import_source', said())).toBe('done');
    expect(await send(editor, 'add_import_source', said())).toBe('import_source_exists');
    expect(await send(editor, 'add_import_source', said({ address: 'https://annuaire.example.org/autre' }))).toBe('done');
    for (const address of ['http://127.0.0.1/hsds', 'http://[::1]/hsds', 'http://localhost:8080', 'http://10.0.0.7/', 'http://2130706433/'])
      expect(await send(editor, 'add_import_source', said({ address }))).toBe('address_not_public');
    for (const address of ['file:///etc/passwd', 'https://a:b@example.org/hsds', 'annuaire'])
      expect(await send(editor, 'add_import_source', said({ address }))).toBe('invalid_fields');
    expect(await query('select source_key from directory.import_source order by 1')).toEqual([
      { source_key: 'annuaire.example.org' },
      { source_key: 'annuaire.example.org-autre' },
    ]);
  });

  it('is an editor, a coordinator or an administrator, and nobody else', async () => {
    const roles: Record<string, Role[]> = { done: ['coordinator', 'administrator'], not_allowed: ['agent', 'cell_manager', 'partner'] };
    for (const [expected, its] of Object.entries(roles))
      for (const role of its) {
        const browser = await signInAs(platform, db(), role);
        const wished = said({ address: `https://${role.replace('_', '-')}.example.org` });
        expect([role, await send(browser, 'add_import_source', wished)]).toEqual([role, expected]);
        const { status } = await browser.get('/api/directory/care/imports');
        expect([role, status]).toEqual([role, expected === 'done' ? 200 : 403]);
      }
    const agent = await signInAs(platform, db(), 'agent');
    expect((await agent.get(`/api/directory/care/imports/${randomUUID()}`)).status).toBe(403);
    expect((await platform.app.request('/api/directory/care/imports')).status).toBe(401);
  });
});

describe('an import by hand', () => {
  it('leaves a report as well, without where its file lay', async () => {
    const path = writeFolder(aPackage());
    await db().asOwner((owner) =>
      importWithReport(owner, { kind: 'package', name: 'dossier' }, () => importHsds(owner, { path, sourceKey: 'test' })),
    );
    expect((await imports()).reports).toMatchObject([{ kind: 'package', name: 'dossier', result: 'ok' }]);
  });

  it('that cannot be read leaves a report too, and its rehearsal none', async () => {
    const run = (path: string, dryRun: boolean) =>
      db().asOwner((owner) =>
        importWithReport(owner, { kind: 'package', name: 'dossier' }, () => importHsds(owner, { path, sourceKey: 'test', dryRun })),
      );
    await expect(run('/nowhere/at-all', false)).rejects.toThrow();
    await run(writeFolder(aPackage()), true);
    expect((await imports()).reports).toMatchObject([{ result: 'refused', reason: 'file_unreadable' }]);
  });

  it('of an address that is saved with it comes in at once, then by itself; saved again it changes its rhythm', async () => {
    const address = await anApi(holding(() => [service(1)]));
    const save = (rhythm: 'day' | 'week') =>
      db().asOwner((owner) => importAndSave(owner, `${address}/`, rhythm, undefined, { allows: anywhere }));
    expect(await save('week')).toMatchObject({ outcome: 'applied', sourceKey: '127.0.0.1' });
    expect(await save('day')).toMatchObject({ outcome: 'unchanged' });
    expect(await onlySource()).toMatchObject({ rhythm: 'day', isDue: false, last: { result: 'ok', newRows: 0 } });
    await makeDue();
    expect(await runDue()).toBe(1);
  });

  it('of an address that is not public cannot be saved', async () => {
    const address = await anApi(holding(() => [service(1)]));
    await expect(db().asOwner((owner) => importAndSave(owner, address, 'day'))).rejects.toMatchObject({ reason: 'not_public' });
    expect((await imports()).sources).toEqual([]);
  });
});
