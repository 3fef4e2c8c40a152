import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Hono } from 'hono';
import { readConfig } from '../config.ts';
import { security } from './security.ts';
import { workspaceFiles } from './workspace-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'istiqbal-workspace-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'assets/desk-1a2b.js'), '');
const app = new Hono()
  .use('*', security(readConfig({})))
  .route('/', workspaceFiles(folder))
  .get('/fr/', (c) => c.html(''));
const headerOf = (name: string) => async (path: string) => (await app.request(path)).headers.get(name);

it('the workspace alone may use the camera, whatever address of it is opened', async () => {
  expect(await Promise.all(['/workspace/', '/workspace/desk', '/fr/'].map(headerOf('permissions-policy')))).toEqual([
    expect.stringContaining('camera=(self)'),
    expect.stringContaining('camera=(self)'),
    expect.stringContaining('camera=()'),
  ]);
});

it('a built file is kept for ever under its own name, the shell and what is missing are asked for each time', async () => {
  const paths = ['/workspace/assets/desk-1a2b.js', '/workspace/', '/workspace/desk', '/workspace/assets/gone.js'];
  expect(await Promise.all(paths.map(headerOf('cache-control')))).toEqual([
    'public, max-age=31536000, immutable',
    'no-cache',
    'no-cache',
    'no-cache',
  ]);
});
