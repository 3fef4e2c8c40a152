// What every command needs before our own code can run: nothing here may import a package.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const inRoot = (...parts) => join(root, ...parts);

export const say = (line) => process.stdout.write(`${line}\n`);

/** Ends the command with one line that says what to do. */
export function stopWith(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Runs a program in the project's folder and gives its exit code; a death by signal counts as 1. */
export const run = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Compares what is installed with the lock file itself: the dates of files say nothing after a clone or a copy. */
function isInstalled() {
  const wanted = readPackages(inRoot('package-lock.json'));
  const present = readPackages(inRoot('node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version);
}

/** The machine's own folders only: npm must not run on a Node that it is about to replace. */
const outsidePath = () => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.filter((folder) => !folder.startsWith(inRoot('node_modules'))).join(delimiter);
};

export async function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    stopWith(`Istiqbal needs Node.js 20 or newer; this is ${process.version}. Install one from https://nodejs.org and start again.`);
  if (isInstalled()) return;
  say('Installing the packages (about half a minute the first time)…');
  const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: { ...process.env, PATH: outsidePath() },
    shell: process.platform === 'win32',
  });
  if (code !== 0) stopWith('The packages could not be installed. Check the network and the rights on this folder, then start again.');
}

/** The Node.js that the lock file pins; the machine's own where it is as new. */
export function pinnedNode() {
  const pinned = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stopWith('Node.js 24 is missing: npm was not allowed to run the script that brings it. Run "npm rebuild node" and start again.');
}

export const workspaceConfig = 'src/workspace/vite.config.ts';
export const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
const stamp = inRoot('dist', 'workspace', '.built');

function newestUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(newest, entry.isDirectory() ? newestUnder(path) : statSync(path).mtimeMs);
  }, 0);
}

function isWorkspaceStale() {
  if (!existsSync(stamp)) return true;
  return Math.max(newestUnder(inRoot('src')), statSync(inRoot('package-lock.json')).mtimeMs) > statSync(stamp).mtimeMs;
}

/** Builds the workspace when something under `src` changed since the last build. */
export async function ensureWorkspace() {
  if (!existsSync(inRoot(workspaceConfig)) || !isWorkspaceStale()) return;
  const started = new Date();
  say('Building the workspace…');
  const code = await run(pinnedNode(), [vite, 'build', '--config', workspaceConfig, '--logLevel', 'warn']);
  if (code !== 0) stopWith('The workspace could not be built; the lines above say why.');
  mkdirSync(inRoot('dist', 'workspace'), { recursive: true });
  writeFileSync(stamp, '');
  // Dated from the start: a file saved during the build is not in it.
  utimesSync(stamp, started, started);
  say(`The workspace is built (${((Date.now() - started.getTime()) / 1000).toFixed(1)} s).`);
}
