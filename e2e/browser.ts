import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { violationsOf } from './accessibility.ts';

const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function openBrowser(): Promise<Browser> {
  const executablePath = candidates.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('No Chromium was found. Install it (apt-get install chromium) or say where it is with CHROMIUM.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

const folder = join(import.meta.dirname, 'screenshots');

/** Pictures serve whoever looks at them, and take as long as the journey: they are made when asked for. */
const pictures = process.env.SCREENSHOTS === '1';

/** A picture of the page as it stands, when pictures are asked for. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  if (!pictures) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}

/** Nothing cut off down to 320 px, and no accessibility violation; with SCREENSHOTS=1 a picture at both widths, in `e2e/screenshots`. */
export async function lookAt(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: width < 1280 ? 780 : 900 });
    await page.locator('.animate-spin').first().waitFor({ state: 'detached' });
    // A dialog stands over what is on the screen, not over the whole page.
    if (pictures && width > 320) await picture(page, `${name}-${width}`, !(await page.getByRole('dialog').isVisible()));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${name} at ${width} px must not scroll sideways`).toBeLessThanOrEqual(0);
  }
  expect(await violationsOf(page), `accessibility of ${name}`).toEqual([]);
  if (before) await page.setViewportSize(before);
}

/** Goes to a thing with the Tab key, as someone without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < 120; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key never comes to it');
}
