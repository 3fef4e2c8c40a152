// npm test: every kind of test, and a last line that a machine can count.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureInstalled, ensureWorkspace, pinnedNode, root, run, say, stopWith } from './setup.mjs';

const filters = process.argv.slice(2);

/** What tests run that npm cannot bring: its name, the commands it may have, Debian's package, and the variable that says where it is. */
const chromium = {
  name: 'Chromium',
  use: 'The tests in a browser need',
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  debian: 'chromium',
  variable: 'CHROMIUM',
};
const libreOffice = {
  name: 'LibreOffice',
  use: 'The tests that open documents as an office does need',
  commands: ['soffice', 'libreoffice'],
  debian: 'libreoffice-writer-nogui',
  variable: 'SOFFICE',
};

function findProgram({ commands, variable }) {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const places = [process.env[variable], ...commands.flatMap((name) => folders.map((folder) => join(folder, name)))];
  return places.find((place) => place && existsSync(place));
}

async function getProgram(program) {
  const found = findProgram(program);
  if (found) return found;
  const { name, use, debian, variable } = program;
  const asRoot = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (asRoot) {
    say(`Installing ${name} for the tests…`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', debian], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return (
    findProgram(program) ??
    stopWith(`${use} ${name}: install it (Debian: sudo apt-get install ${debian}), or say where it is with ${variable}=/path.`)
  );
}

const traces = mkdtempSync(join(tmpdir(), 'istiqbal-traces-'));
process.env.TEST_TRACES = traces;
const reports = mkdtempSync(join(tmpdir(), 'istiqbal-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

function count(file, exitCode) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] };
  let failed = 0;
  for (const { status, assertionResults } of report.testResults) {
    const countOf = (...states) => assertionResults.filter((a) => states.includes(a.status)).length;
    total.passed += countOf('passed');
    total.skipped += countOf('pending', 'skipped', 'todo', 'disabled');
    // A file that cannot be loaded has no test to fail; it counts as one.
    failed += countOf('failed') || (status === 'failed' ? 1 : 0);
  }
  // Errors outside any test make the runner fail too, and must not pass for a success.
  total.failed += failed || (exitCode === 0 ? 0 : 1);
}

async function runTests(name, args) {
  say(`\n${name}`);
  const file = join(reports, `${args.length}.json`);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run(pinnedNode(), [
    vitest,
    'run',
    ...args,
    ...reporters,
    ...(filters.length > 0 ? ['--passWithNoTests'] : []),
    ...filters,
  ]);
  count(file, code);
}

/** No log of the whole suite may hold a name, a number or a word that a test typed of a person. */
function searchLogs() {
  const read = (kind) =>
    readdirSync(traces)
      .filter((name) => name.startsWith(kind))
      .map((name) => readFileSync(join(traces, name), 'utf8'));
  // What the start prints for whoever started it, the demonstration's accounts among it, is no log.
  const lines = read('log-').flatMap((text) => text.split('\n').filter((line) => line.startsWith('{')));
  const words = new Set(read('words-').flatMap((text) => JSON.parse(text)));
  const told = [...words].filter((word) => lines.some((line) => line.includes(word)));
  const searched = `${lines.length} lines of log hold none of ${words.size} personal words`;
  if (told.length === 0) say(`\n✓ ${searched}`);
  else say(`\n✗ the logs hold personal words: ${told.join(', ')}`);
  total[told.length === 0 ? 'passed' : 'failed']++;
}

await ensureInstalled();
const journeys = existsSync(join(root, 'e2e', 'vitest.config.ts'));
process.env.SOFFICE = await getProgram(libreOffice);
if (journeys) process.env.CHROMIUM = await getProgram(chromium);
await runTests('Rules, stores and routes, on a real PostgreSQL', []);
if (journeys) {
  await ensureWorkspace();
  await runTests('Journeys in a real browser', ['--config', 'e2e/vitest.config.ts']);
}
searchLogs();
rmSync(traces, { recursive: true, force: true });
rmSync(reports, { recursive: true, force: true });

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
say(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
