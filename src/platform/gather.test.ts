import { expect, it } from 'vitest';
import { gather } from './gather.ts';

/** Answers with how many questions were asked before, when told to. */
function oracle() {
  const asked: string[][] = [];
  const pending: (() => void)[] = [];
  const find = gather(async (keys: string[]) => {
    asked.push(keys);
    await new Promise<void>((resolve) => pending.push(resolve));
    const number = asked.length;
    return new Map(keys.filter((k) => k !== 'nobody').map((k) => [k, `${k} at ${number}`]));
  });
  const answer = async () => {
    await expect.poll(() => pending.length).toBeGreaterThan(0);
    pending.shift()?.();
  };
  return { asked, find, answer };
}

it('a lone caller is asked for alone, and those who come meanwhile are asked for together', async () => {
  const { asked, find, answer } = oracle();
  const first = find('a');
  await expect.poll(() => asked).toEqual([['a']]);
  const others = [find('b'), find('c'), find('b'), find('nobody')];
  await answer();
  expect(await first).toBe('a at 1');
  await answer();
  expect(await Promise.all(others)).toEqual(['b at 2', 'c at 2', 'b at 2', undefined]);
  expect(asked).toEqual([['a'], ['b', 'c', 'nobody']]);
});

it('nobody is given an answer older than their own asking', async () => {
  const { asked, find, answer } = oracle();
  const before = find('a');
  await expect.poll(() => asked.length).toBe(1);
  const after = find('a');
  await answer();
  await answer();
  expect([await before, await after]).toEqual(['a at 1', 'a at 2']);
});

it('a question that fails is told to those who asked it and to no one after', async () => {
  let times = 0;
  const find = gather(async (keys: string[]) => {
    if (times++ === 0) throw new Error('the database is away');
    return new Map(keys.map((k) => [k, k]));
  });
  await expect(Promise.allSettled([find('a'), find('b')])).resolves.toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  expect(await find('a')).toBe('a');
});
