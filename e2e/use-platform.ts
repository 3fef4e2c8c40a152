import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { makeFolder } from '../src/testing/folder.ts';
import type { Catalogues, WorkLanguage } from '../src/workspace/texts.ts';
import { openBrowser } from './browser.ts';
import { type Platform, startPlatform } from './platform.ts';
import { openVisitor } from './visitor.ts';
import { type Desk, signIn } from './workspace.ts';

export interface Settings {
  /** What the platform is told beside the usual. */
  env?: () => Record<string, string>;
  /** What the journeys type and the platform must neither print nor log. */
  unsaid?: RegExp;
  /** The accounts whose devices keep the workspace, since a journey takes the network away from them. */
  offline?: readonly string[];
}

interface Stage {
  platform(): Platform;
  browser(): Browser;
  /** Someone at a screen of the workspace, with the words of the rooms they go to. */
  signIn(email: string, language: WorkLanguage, ...rooms: Catalogues[]): Promise<Desk>;
  /** What anyone reads of a page of the public site, without a script. */
  readPublic(path: string): Promise<string>;
}

/** Gives a file of journeys a platform of its own with the demonstration region, and a browser. Use them inside tests only. */
export function usePlatform({ env = () => ({}), unsaid, offline = [] }: Settings = {}): Stage {
  let opened: { platform: Platform; browser: Browser } | undefined;
  let reader: Page | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = makeFolder('istiqbal-e2e-');
    // With its owners, whom Node's own copy would leave behind: PostgreSQL refuses a folder of someone else.
    execFileSync('cp', ['-a', `${inject('seeded')}/.`, folder]);
    const [platform, browser] = await Promise.all([startPlatform(folder, env()), openBrowser()]);
    opened = { platform, browser };
  });
  afterAll(async () => {
    await opened?.browser.close();
    const code = await opened?.platform.stop();
    rmSync(folder, { recursive: true, force: true });
    expect(code).toBe(0);
    if (unsaid) expect(opened?.platform.output()).not.toMatch(unsaid);
  });
  const get = () => {
    if (!opened) throw new Error('the platform is not open yet');
    return opened;
  };
  return {
    platform: () => get().platform,
    browser: () => get().browser,
    signIn: (email, language, ...rooms) =>
      signIn(get().browser, get().platform.url, { email, language, keeps: offline.includes(email) }, rooms),
    async readPublic(path) {
      reader ??= await openVisitor(get().browser);
      const answer = await reader.goto(`${get().platform.url}${path}`);
      expect(answer?.status(), path).toBe(200);
      return reader.locator('main').innerText();
    },
  };
}
