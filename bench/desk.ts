import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../e2e/browser.ts';
import { startPlatform } from '../e2e/platform.ts';
import { signIn } from '../e2e/workspace.ts';
import { type BenchRow, percentile } from './row.ts';

const limit = 100;
/** How much slower than this machine an office computer of ten years ago may be. */
const slower = 6;
const turns = 3;
const typed = 'Elle revient jeudi avec le livret de famille et la copie.';

/** Milliseconds from each key or press to the picture that shows it, as the browser itself measures them. */
async function delaysOf(page: Page, act: () => Promise<void>): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    const seen: Record<number, number> = {};
    Object.assign(window, { delays: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { interactionId, duration } = entry as PerformanceEventTiming & { interactionId: number };
        if (interactionId) seen[interactionId] = Math.max(seen[interactionId] ?? 0, duration);
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await act();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.waitForTimeout(500);
  const delays = await page.evaluate(() => Object.values((window as unknown as { delays: Record<number, number> }).delays));
  // One that took less than 16 ms is not reported.
  return delays.length > 0 ? delays : [16];
}

/** Ticks, chooses, types: what a visit takes, one after another at the pace of a quick hand. */
async function fill(page: Page): Promise<void> {
  const pause = () => page.waitForTimeout(150);
  const marks = [
    ...(await page.getByRole('checkbox').all()).slice(1, 7),
    ...(await page.getByRole('radio').all()).filter((_, i) => i % 4 === 0),
  ];
  for (const mark of marks) {
    await mark.focus();
    await page.keyboard.press('Space');
    await pause();
  }
  await page.getByRole('textbox').last().focus();
  for (const letter of typed) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForTimeout(80);
  }
}

const count = { checkbox: 22, radio: 36 };
const plainForm = `<!doctype html><title>Rival</title><form>${Object.entries(count)
  .map(([type, n]) =>
    Array.from({ length: n }, (_, i) => `<label><input type=${type} name=${type}${type === 'radio' ? i % 6 : i}>${i}</label>`).join(''),
  )
  .join('')}<textarea></textarea></form>`;

/** The desk on a slow computer, against a form of plain inputs that no script listens to. */
export async function benchDesk(): Promise<BenchRow[]> {
  if (!existsSync(join(import.meta.dirname, '../dist/workspace/index.html'))) throw new Error('Build the workspace first: npm start does.');
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-bench-'));
  const [platform, browser] = await Promise.all([startPlatform(folder), openBrowser()]);
  try {
    const { page } = await signIn(browser, platform.url, { email: 'agent.oujda@example.org', language: 'fr', keeps: true });
    await page.getByRole('searchbox').nth(1).waitFor();
    await page.locator('details summary').click();
    const rivalPage = await browser.newPage();
    await rivalPage.setContent(plainForm);
    // In turns, so that what else the machine does falls on both.
    const figures: Record<'ours' | 'rival', number[]> = { ours: [], rival: [] };
    for (let turn = 0; turn < turns; turn++) {
      await page.bringToFront();
      figures.ours.push(percentile(await delaysOf(page, () => fill(page)), 0.98));
      await rivalPage.bringToFront();
      figures.rival.push(percentile(await delaysOf(rivalPage, () => fill(rivalPage)), 0.98));
    }
    const slowest = percentile(figures.ours, 0.5);
    return [
      {
        name: `desk: key or tick to picture, processor ${slower} times slower, 98 of 100, median of ${turns}`,
        unit: 'ms',
        ours: slowest,
        rival: { name: 'plain inputs, no script', value: percentile(figures.rival, 0.5) },
        limit: `under ${limit} ms`,
        holds: slowest < limit,
      },
    ];
  } finally {
    await browser.close();
    await platform.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) console.table(await benchDesk());
