import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimFolder } from './claim.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'istiqbal-claim-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a folder has one holder, until it is given back', () => {
  const giveBack = claimFolder(folder);
  expect(() => claimFolder(folder)).toThrow(`Another Istiqbal command (process ${process.pid}) is using ${folder}. Wait until it ends`);
  giveBack();
  claimFolder(folder)();
});
it('one that died holds nothing', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.once('close', resolve));
  writeFileSync(join(folder, 'in-use'), String(child.pid));
  expect(() => claimFolder(folder)()).not.toThrow();
});
it('a file that says nothing holds nothing', () => {
  writeFileSync(join(folder, 'in-use'), 'x');
  expect(() => claimFolder(folder)()).not.toThrow();
});
