import { describe, expect, it } from 'vitest';
import { boardTexts } from '../src/coordination/board/screens/messages/index.ts';
import { threadTexts } from '../src/coordination/screens/messages/index.ts';
import { lookAt } from './browser.ts';
import { usePlatform } from './use-platform.ts';

const { platform, signIn } = usePlatform();

describe.each(['fr', 'ar'] as const)('the region seen together, in %s', (language) => {
  it('leads from a figure to the actions it counts, through time, over the map and to the committee’s table', async () => {
    const desk = await signIn('coordination@example.org', language, threadTexts, boardTexts);
    const { page, t } = desk;
    const heading = (key: string) => page.getByRole('heading', { level: 1, name: t(key), exact: true }).waitFor();
    await page.goto(`${platform().url}/workspace/thread`);
    await page.getByRole('link', { name: t('thread.board') }).click();
    await heading('board.title');
    await page.getByRole('heading', { level: 3, name: t('thread.theme.cells') }).waitFor();
    await lookAt(page, `board-${language}`);
    await page.getByRole('button', { name: t('board.told_by.owner') }).click();
    await page.getByRole('heading', { level: 2, name: t('board.lines.owner') }).waitFor();
    await lookAt(page, `board-owners-${language}`);

    const running = page.getByRole('link', { name: new RegExp(`\\d ${t('board.figure.underWay')}`) }).first();
    const count = Number((await running.textContent())?.replace(/\D/g, ''));
    await running.click();
    await heading('board.list.title');
    const rows = page.locator('main a[href^="/workspace/thread/actions/"]');
    await expect.poll(() => rows.count()).toBe(count);
    await lookAt(page, `board-list-${language}`);
    await page.getByLabel(t('board.list.words')).fill('zzzz');
    await page.getByText(t('board.none'), { exact: true }).waitFor();
    await page.getByRole('button', { name: t('board.all') }).click();

    await page.getByRole('link', { name: t('board.view.calendar') }).click();
    await heading('board.calendar.title');
    await page.getByRole('table').waitFor();
    await lookAt(page, `board-calendar-${language}`);
    await page.getByRole('link', { name: t('board.calendar.before') }).click();
    await page.waitForURL(/from=/);

    await page.getByRole('link', { name: t('board.view.map') }).click();
    await heading('board.map.title');
    await page.getByRole('img', { name: /\d/ }).first().waitFor();
    await lookAt(page, `board-map-${language}`);

    await page.getByRole('link', { name: t('board.view.matrix') }).click();
    await heading('board.matrix.title');
    await page.getByRole('table').waitFor();
    await lookAt(page, `board-matrix-${language}`);
    await page.getByRole('button', { name: t('board.matrix.of.province') }).click();
    await page.getByText(t('board.matrix.legend.province')).waitFor();

    await page.getByRole('link', { name: t('board.view.agenda') }).click();
    await heading('board.agenda.title');
    // What the address says is on the screen once the page has gone there.
    const far = page.getByLabel(t('board.agenda.far'));
    await far.click();
    await expect.poll(() => far.isChecked(), { timeout: 15_000 }).toBe(true);
    await lookAt(page, `board-agenda-${language}`);

    for (const [format, first] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ] as const) {
      const answer = await page.request.get(`${platform().url}/api/coordination/board/report.${format}?language=${language}`);
      expect([answer.status(), (await answer.body()).subarray(0, first.length).toString()]).toEqual([200, first]);
    }
    await page.close();
  });
});
