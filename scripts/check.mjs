// npm run check: types, style, the rooms' rules, unused code, translations. One line each, the details of what fails below.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, pinnedNode, root, say } from './setup.mjs';

await ensureInstalled();
const bin = (path) => join(root, 'node_modules', path);
const checks = [
  ['types', bin('typescript/bin/tsc'), '--noEmit', '-p', '.'],
  ['style', bin('@biomejs/biome/bin/biome'), 'check', '--diagnostic-level=warn', '--max-diagnostics=40', '.'],
  ['rooms', bin('dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', 'src'],
  ['unused code', bin('knip/bin/knip.js'), '--no-progress'],
  ['translations', join(root, 'scripts', 'check-messages.mjs')],
];

function check([name, ...args]) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(pinnedNode(), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('close', (code) => {
      say(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(12)}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
      resolve({ name, output, failed: code !== 0 });
    });
  });
}

const failures = (await Promise.all(checks.map(check))).filter(({ failed }) => failed);
for (const { name, output } of failures) say(`\n--- ${name}\n${output.trim()}`);
if (failures.length > 0) say(`\nFailed: ${failures.map(({ name }) => name).join(', ')}.`);
process.exitCode = failures.length > 0 ? 1 : 0;
