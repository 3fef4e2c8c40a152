import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violationsOf } from './accessibility.ts';
import { lookAt } from './browser.ts';

/** Which controls a finger would miss: smaller than 44 px, and not a word of a sentence. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')].flatMap((control) => {
      const target = control.matches('label *') ? (control.closest('label') ?? control) : control;
      const { width, height, bottom } = target.getBoundingClientRect();
      const inSentence = getComputedStyle(control).display === 'inline' && control.closest('p, .card h3, .meta') !== null;
      const hidden = height === 0 || bottom < 0;
      const skip = control.matches('.skip:not(:focus)');
      return hidden || skip || inSentence || (height >= 43.5 && width >= 24)
        ? []
        : [`${control.outerHTML.slice(0, 120)} ${Math.round(width)}×${Math.round(height)}`];
    }),
  );

/** Looks at a public page, and holds it to what it owes to voices, keys, fingers, tired eyes and large letters beside what axe knows. */
export async function auditPage(page: Page, name: string): Promise<void> {
  await lookAt(page, name);
  const told = await page.evaluate(() => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((heading) => Number(heading.tagName[1]));
    return {
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      landmarks: ['header.top', 'main', 'footer', 'nav[aria-label]'].filter((landmark) => !document.querySelector(landmark)),
      skipped: levels.filter((level, i) => level - (levels[i - 1] ?? 0) > 1),
      first: levels[0],
      viewport: document.querySelector('meta[name=viewport]')?.getAttribute('content'),
      described: document.title.length > 3,
    };
  });
  expect(told, name).toMatchObject({ landmarks: [], skipped: [], first: 1, described: true });
  expect(told.dir, name).toBe(told.lang === 'ar' ? 'rtl' : 'ltr');
  expect(told.viewport, name).not.toMatch(/user-scalable|maximum-scale/);
  expect(await smallTargets(page), `${name}: too small for a finger`).toEqual([]);

  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsOf(page), `${name} on a dark screen`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });

  // Letters twice as large on a screen half as wide.
  const before = page.viewportSize();
  await page.setViewportSize({ width: 640, height: 800 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${name} at 200 % must not scroll sideways`).toBeLessThanOrEqual(0);
  if (before) await page.setViewportSize(before);
}
