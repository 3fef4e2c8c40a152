import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Translate } from '../src/platform/i18n/index.ts';
import { addTexts, type Catalogues, fetchTexts, type WorkLanguage } from '../src/workspace/texts.ts';

/** Someone at a screen of the workspace, in their language. */
export interface Desk {
  page: Page;
  t: Translate;
  /** Picks an answer of a question by its words. */
  choose(question: string, answer: string): Promise<void>;
  press(button: string): Promise<void>;
  go(link: string): Promise<void>;
}

/** The devices of this file's accounts, one a language: on each someone signs in once. */
const devices = new Map<string, BrowserContext>();

/**
 * A device whose browser speaks this language. One that `keeps` the workspace fetches all of it at once, to open it without a network; that takes
 * a device longer than most journeys, so those that stay in reach of the network do without.
 */
export const openDevice = (browser: Browser, language: WorkLanguage, keeps = false): Promise<BrowserContext> =>
  browser.newContext({
    locale: `${language}-MA`,
    viewport: { width: 1280, height: 900 },
    serviceWorkers: keeps ? 'allow' : 'block',
  });

interface Someone {
  email: string;
  language: WorkLanguage;
  /** Whether their device keeps the workspace. */
  keeps: boolean;
}

export async function signIn(
  browser: Browser,
  url: string,
  { email, language, keeps }: Someone,
  rooms: readonly Catalogues[] = [],
): Promise<Desk> {
  let texts = await fetchTexts(language);
  for (const room of rooms) texts = await addTexts(texts, room);
  const { t } = texts;
  const key = `${email} ${language}`;
  const known = devices.get(key);
  const device = known ?? (await openDevice(browser, language, keeps));
  const page = await device.newPage();
  await page.goto(`${url}/workspace/`);
  if (!known) {
    await page.getByLabel(t('sign_in.email')).fill(email);
    await page.getByLabel(t('sign_in.password')).fill('istiqbal-demo');
    await page.getByRole('button', { name: t('sign_in.action') }).click();
    devices.set(key, device);
    device.once('close', () => devices.delete(key));
  }
  await page.getByRole('navigation').first().waitFor();
  // The account's own language wins until another is chosen on this device.
  if ((await page.locator('html').getAttribute('lang')) !== language) {
    await page.getByRole('button', { name: language === 'ar' ? 'العربية' : 'Français' }).click();
    await page.locator(`html[lang="${language}"]`).waitFor();
  }
  return {
    page,
    t,
    async choose(question, answer) {
      const group = page.getByRole('radiogroup', { name: question }).or(page.getByRole('group', { name: question }));
      await group.getByText(answer, { exact: true }).first().click();
    },
    press: (name) => page.getByRole('button', { name, exact: true }).first().click(),
    go: (name) => page.getByRole('link', { name, exact: true }).first().click(),
  };
}
