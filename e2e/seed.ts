import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { makeFolder } from '../src/testing/folder.ts';
import { startPlatform } from './platform.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a platform that holds the demonstration region and does not run. */
    seeded: string;
  }
}

/** Fills a platform once; every file of journeys starts on a copy of its own. */
export default async function seed({ provide }: TestProject): Promise<() => void> {
  const folder = makeFolder('istiqbal-seeded-');
  await (await startPlatform(folder)).stop();
  provide('seeded', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
