import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { forgetRunning, noteRunning } from './platform/running.ts';
import { useDatabase } from './testing/database.ts';

const db = useDatabase();
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'istiqbal-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const istiqbal = (args: string[], env: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/tsx'), [join(root, 'src/cli.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', ...env },
  });
  return { status, stdout, stderr };
};

it('without a command it explains itself', () => {
  const { status, stdout } = istiqbal([]);
  expect(status).toBe(0);
  expect(stdout).toContain('import hsds <folder|datapackage.json|zip|xlsx|json|https://…>');
});

it.each([
  [['frobnicate'], 2, 'There is no command frobnicate'],
  [['import', 'hsds'], 2, 'Write: istiqbal import hsds <path or address>'],
  [['import', 'csv', 'x.csv'], 2, '--mapping FILE goes with import csv'],
  [['import', 'hsds', 'x', '--language', 'ar'], 2, '--language goes with --translations'],
  [['import', 'hsds', 'x', '--every', 'day'], 2, '--every day or --every week goes with import hsds https://'],
  [['import', 'hsds', 'https://x.example', '--every', 'hour'], 2, '--every day or --every week'],
  [['import', 'hsds', '--bogus'], 2, '--bogus'],
  [['migrate', 'more'], 2, 'more'],
])('%j is answered by one line and the exit code %i', (args, code, words) => {
  const { status, stderr } = istiqbal(args);
  expect(status).toBe(code);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(words)]);
});

it('beside a running platform, it joins that platform’s database and leaves it running', async () => {
  writeFileSync(join(folder, 'secret'), db().secret);
  noteRunning(folder, db().adminUrl);
  try {
    const sample = join(root, 'data/samples/jordan');
    const first = istiqbal([
      'import',
      'hsds',
      join(sample, 'hsds3'),
      '--translations',
      join(sample, 'translations-ar'),
      '--language',
      'ar',
    ]);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(/jordan-services-2014: applied/);
    const { rows } = await db().app.query('select count(*) as n from directory.service');
    expect(rows).toEqual([{ n: 12 }]);
    const refused = istiqbal(['import', 'csv', join(sample, 'hsds3'), '--mapping', join(root, 'data/mappings/ohana.json')]);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toMatch(/taxonomy\.csv:1 file_missing .*\n(.*\n)*Nothing was imported/);
    const inside = istiqbal(['import', 'hsds', 'http://127.0.0.1:9/hsds', '--every', 'day']);
    expect(inside).toMatchObject({ status: 1, stderr: expect.stringContaining('can be imported by hand, and not saved') });
    const reports = await db().asOwner((owner) =>
      owner.query('select kind, name, result, reason from directory.import_report order by finished_at'),
    );
    expect(reports.rows).toEqual([
      { kind: 'package', name: 'hsds3', result: 'ok', reason: null },
      { kind: 'table', name: 'hsds3', result: 'refused', reason: 'rows_do_not_fit' },
    ]);
  } finally {
    forgetRunning(folder);
  }
});

it('what was exported can be imported again', () => {
  noteRunning(folder, db().adminUrl);
  try {
    const file = join(folder, 'directory.zip');
    expect(istiqbal(['export', 'hsds', file])).toMatchObject({ status: 0, stdout: expect.stringContaining('holds what is public') });
    expect(istiqbal(['import', 'hsds', file, '--source', 'copy', '--dry-run']).stdout).toContain('source copy: ');
    expect(istiqbal(['export', 'hsds'])).toMatchObject({ status: 2 });
  } finally {
    forgetRunning(folder);
  }
}, 60_000);
