import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StartupError } from '../config.ts';
import { addKey, keyFileOf, KeyMissing, loadKeys, parseKeys } from './keys.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'istiqbal-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('the first start makes a key that only this user reads, and the next finds the same', () => {
  const { current } = loadKeys(folder);
  expect(current.key).toHaveLength(32);
  expect(statSync(keyFileOf(folder)).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
  expect(loadKeys(folder).current).toEqual(current);
});

it('after a key was added, what comes lies under it, and the older one still opens', () => {
  const before = loadKeys(folder).current;
  const keys = addKey(folder);
  expect(keys.current.id).not.toBe(before.id);
  expect(keys.get(before.id)).toEqual(before.key);
  expect(readFileSync(keyFileOf(folder), 'utf8').trim().split('\n')).toHaveLength(2);
});

it('a process that runs finds a key that was added meanwhile', () => {
  const running = loadKeys(folder);
  const { current } = addKey(folder);
  expect(running.current.id).not.toBe(current.id);
  expect(running.get(current.id)).toEqual(current.key);
});

it('a setting takes the place of the file', () => {
  const keys = loadKeys(folder, `ancien:${'a'.repeat(64)},neuf:${'b'.repeat(64)}`);
  expect(keys.current.id).toBe('neuf');
  expect(keys.get('ancien').toString('hex')).toBe('a'.repeat(64));
  expect(() => statSync(keyFileOf(folder))).toThrow('ENOENT');
});

it.each(['', 'neuf', `neuf:${'z'.repeat(64)}`, `neuf:${'a'.repeat(63)}`])(
  'the keys « %s » are refused at the start with what to do',
  (text) => {
    expect(() => parseKeys(text, 'FILES_KEYS')).toThrow(StartupError);
  },
);

it('a key that is not there is named', () => {
  expect(() => loadKeys(folder).get('perdue')).toThrow(KeyMissing);
  expect(() => loadKeys(folder).get('perdue')).toThrow('perdue');
});
