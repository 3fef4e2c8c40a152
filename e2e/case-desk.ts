import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { caseTexts } from '../src/cases/screens/messages/index.ts';
import { peopleTexts } from '../src/people/screens/messages/index.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { violationsOf } from './accessibility.ts';
import { lookAt } from './browser.ts';
import { type Settings, usePlatform } from './use-platform.ts';
import type { Desk } from './workspace.ts';

/** A picture of both widths, and nothing in the way of anyone on the smallest telephone either. */
async function look(page: Page, name: string): Promise<void> {
  await lookAt(page, name);
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await violationsOf(page), `accessibility of ${name} at 320 px`).toEqual([]);
  if (before) await page.setViewportSize(before);
}

/** A visit at the desk, up to the form that opens a case for it. */
async function visit({ page, t, choose, press, go }: Desk, need: string, audience: string): Promise<void> {
  await choose(t('desk.needs'), t(`need.${need}`));
  await choose(t('desk.audience'), t(`audience.${audience}`));
  await press(t('desk.save'));
  await go(t('recorded.open_case'));
  await page.getByRole('heading', { level: 1, name: t('open_case.title') }).waitFor();
}

async function open({ page, t, press }: Desk): Promise<void> {
  await press(t('open_case.action'));
  await page.getByRole('button', { name: t('case.close') }).waitFor();
}

/** What the journeys of cases and of people share: a platform, an agent of Oujda in a language, and the steps many of them begin with. */
export function useCaseDesk({ offline }: Pick<Settings, 'offline'> = {}) {
  // Nothing printed or logged during the journeys names the people in them or tells what was noted of them.
  const { platform, signIn } = usePlatform({ unsaid: /Testa|تيستا|MOT-RETENU|Amahrouch|أمهروش|Benchekroun|بنشقرون/, offline });
  return {
    soon: { timeout: 20_000, interval: 200 },
    at: (language: WorkLanguage) => ({
      look,
      visit,
      open,
      shot: (name: string): string => `${name}-${language}`,
      agent: (email = 'agent.oujda@example.org') => signIn(email, language, caseTexts, peopleTexts),
      async goTo({ page }: Desk, path: string): Promise<void> {
        await page.goto(`${platform().url}/workspace${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
      },
      fold: ({ page }: Desk, words: string) => page.getByText(words, { exact: true }).first().click(),
    }),
  };
}
