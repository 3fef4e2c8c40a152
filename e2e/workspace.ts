import type { Browser, Page } from 'playwright-core';
import { fetchTexts, type WorkLanguage } from '../src/workspace/texts.ts';
import type { Translate } from '../src/platform/i18n/index.ts';

/** Someone at a screen of the workspace, in their language. */
export interface Desk {
  page: Page;
  t: Translate;
  /** Picks an answer of a question by its words. */
  choose(question: string, answer: string): Promise<void>;
  press(button: string): Promise<void>;
  go(link: string): Promise<void>;
}

export async function signIn(browser: Browser, url: string, email: string, language: WorkLanguage): Promise<Desk> {
  const context = await browser.newContext({ locale: language === 'ar' ? 'ar-MA' : 'fr-MA', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const { t } = await fetchTexts(language);
  await page.goto(`${url}/workspace/`);
  await page.getByLabel(t('sign_in.email')).fill(email);
  await page.getByLabel(t('sign_in.password')).fill('istiqbal-demo');
  await page.getByRole('button', { name: t('sign_in.action') }).click();
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
