import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { freePort, run } from './platform.ts';

const folders: string[] = [];
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'istiqbal-start-'));
  folders.push(path);
  return path;
};
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});
const postgresPid = (path: string): number => Number(readFileSync(join(path, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it('starts with the demonstration region, stops with PostgreSQL on Ctrl-C, and starts again without seeding twice', async () => {
  const path = folder();
  const env = { DATA_DIR: path, PORT: String(await freePort()) };
  const first = run(env);
  await first.until('istiqbal-demo');
  await first.until('admin@example.org');
  const pid = postgresPid(path);
  first.process.kill('SIGINT');
  expect(await first.ended).toBe(0);
  expect(alive(pid)).toBe(false);

  const second = run(env);
  await second.until('Istiqbal is open at');
  expect(second.output()).not.toContain('demonstration region is ready');
  second.process.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});

it('recovers after kill -9 and says so', async () => {
  const path = folder();
  const env = { DATA_DIR: path, PORT: String(await freePort()) };
  const first = run(env);
  await first.until('Istiqbal is open at');
  first.process.kill('SIGKILL');
  await first.ended;
  const second = run(env);
  await second.until('Istiqbal is open at');
  expect(second.output()).toContain('did not stop cleanly');
  second.process.kill('SIGINT');
  expect(await second.ended).toBe(0);
});

it('without the demonstration it starts empty and prints a link for the first administrator', async () => {
  const started = run({ DATA_DIR: folder(), PORT: String(await freePort()), DEMO: 'false' });
  await started.until('/workspace/invitation#');
  expect(started.output()).not.toContain('istiqbal-demo');
  started.process.kill('SIGINT');
  expect(await started.ended).toBe(0);
});

it('a port in use is said in one line', async () => {
  const port = await freePort();
  const holder = createServer().listen(port, '127.0.0.1');
  const refused = run({ DATA_DIR: folder(), PORT: String(port) });
  expect(await refused.ended).not.toBe(0);
  holder.close();
  expect(refused.output().trim().split('\n')).toHaveLength(1);
  expect(refused.output()).toContain(`Port ${port}`);
});

it('a data folder that cannot be written is said in one line', async () => {
  const path = folder();
  const file = join(path, 'a-file');
  writeFileSync(file, '');
  const refused = run({ DATA_DIR: join(file, 'inside'), PORT: String(await freePort()) });
  expect(await refused.ended).not.toBe(0);
  expect(refused.output().trim().split('\n')).toHaveLength(1);
  expect(refused.output()).toContain('DATA_DIR');
});

it('a setting that does not fit is named', async () => {
  const refused = run({ DATA_DIR: folder(), PORT: 'eighty' });
  expect(await refused.ended).not.toBe(0);
  expect(refused.output().trim().split('\n')).toHaveLength(1);
  expect(refused.output()).toContain('PORT');
});

it('a folder whose secret was lost is refused rather than overwritten', async () => {
  const path = folder();
  mkdirSync(join(path, 'postgres'));
  chmodSync(path, 0o755);
  writeFileSync(join(path, 'postgres', 'PG_VERSION'), '18\n');
  const refused = run({ DATA_DIR: path, PORT: String(await freePort()) });
  expect(await refused.ended).not.toBe(0);
  expect(refused.output()).toContain('could not be started');
});
