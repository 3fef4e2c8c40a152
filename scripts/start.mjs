// npm start: from a clean clone to a running region. Only what Node itself brings may be imported here.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryOptions } from './memory.mjs';
import { ensureInstalled, ensureWorkspace, pinnedNode, root, vite, workspaceConfig } from './setup.mjs';

const dev = process.argv.includes('--dev');

await ensureInstalled();
if (!dev) await ensureWorkspace();

// In their own process group: the terminal's Ctrl-C reaches only this process, which passes it on once.
// The channel lets the server notice when this process is killed, and stop too.
const start = (args) =>
  spawn(pinnedNode(), args, { cwd: root, detached: process.platform !== 'win32', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

const followParent = ['--import', './scripts/follow-parent.mjs'];
const server = dev
  ? start([...followParent, join(root, 'node_modules/tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', 'src/main.ts'])
  : start([...memoryOptions, ...followParent, '--import', 'tsx', 'src/main.ts']);
const builder = dev ? start([...followParent, vite, 'build', '--watch', '--config', workspaceConfig]) : undefined;

let stoppedAt = 0;
function stop(signal) {
  // npm repeats a signal that the terminal already sent; a second one by hand, later, means "now".
  if (stoppedAt > 0 && Date.now() - stoppedAt < 2000) return;
  stoppedAt = Date.now();
  server.kill(signal);
  builder?.kill(signal);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal === 'SIGHUP' ? 'SIGTERM' : signal));

// npm runs us through a shell, which passes nothing on when npm itself is killed: watch who stands above us, up to npm.
const readProcess = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};
function findAncestors() {
  const parent = process.ppid;
  if (!/^(da|ba)?sh$/.test(readProcess(parent, 'comm').trim())) return String(parent);
  return `${parent} ${/^PPid:\s*(\d+)/m.exec(readProcess(parent, 'status'))?.[1]}`;
}
if (process.env.npm_lifecycle_event) {
  const ancestors = findAncestors();
  setInterval(() => {
    if (stoppedAt === 0 && findAncestors() !== ancestors) stop('SIGTERM');
  }, 500).unref();
}

server.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.once('exit', (code, signal) => {
  builder?.kill('SIGTERM');
  process.exit(code ?? (signal === 'SIGINT' ? 130 : 143));
});
