import { describe, it } from 'vitest';
import { careTexts } from '../src/directory/screens/messages/index.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { lookAt, tabTo } from './browser.ts';
import { usePlatform } from './use-platform.ts';

const { platform, signIn } = usePlatform();
const editor = (language: WorkLanguage) => signIn('programme@example.org', language, careTexts);
// A year far enough ahead that its dates were not entered with the region. Each language has its own.
const feast = {
  fr: { name: 'Aïd al-Fitr', year: new Date().getFullYear() + 2 },
  ar: { name: 'عيد الفطر', year: new Date().getFullYear() + 3 },
};

describe.each(['fr', 'ar'] as const)('the programme team in %s', (language) => {
  const { name, year } = feast[language];

  it('comes from the board to the year, enters a date with the keyboard alone, and reads that the hours follow', async () => {
    const { page, t } = await editor(language);
    await page.goto(`${platform().url}/workspace/directory`);
    await page.getByRole('link', { name: t('care.count.calendarDates') }).waitFor();
    await lookAt(page, `calendar-board-${language}`);
    await page.getByRole('link', { name: t('care.calendar.title') }).click();
    await page.getByRole('heading', { name: t('care.calendar.moving') }).waitFor();
    await lookAt(page, `calendar-now-${language}`);
    await page.goto(`${platform().url}/workspace/directory/calendar?year=${year}`);
    const enter = page.getByRole('button', { name: t('care.calendar.enter_named', { name }) });
    await enter.waitFor();
    await lookAt(page, `calendar-year-${language}`);

    await tabTo(page, enter);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name });
    await dialog.waitFor();
    const save = dialog.getByRole('button', { name: t('care.calendar.save') });
    await tabTo(page, save);
    await page.keyboard.press('Enter');
    await dialog.getByText(t('care.calendar.sureness.missing')).waitFor();
    await lookAt(page, `calendar-enter-${language}`);
    const first = await dialog.getByLabel(t('care.calendar.first_day')).inputValue();
    await dialog.getByLabel(t('care.calendar.last_day')).fill(`${year}-01-01`);
    await dialog.getByText(t('refusal.period_backwards')).waitFor();
    await dialog.getByLabel(t('care.calendar.last_day')).fill(first);
    await dialog.getByText(t('care.calendar.sureness.confirmed'), { exact: true }).click();
    await tabTo(page, save);
    await page.keyboard.press('Enter');
    await page.getByText(t('care.calendar.entered', { name })).waitFor();
    await page.getByRole('button', { name: t('care.calendar.change_named', { name }) }).waitFor();
    await lookAt(page, `calendar-entered-${language}`);

    await page.getByRole('button', { name: t('care.calendar.remove_named', { name }) }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('care.calendar.remove'), exact: true })
      .click();
    await page.getByText(t('care.calendar.removed', { name })).waitFor();
    await enter.waitFor();
  });

  it('adds a day off that was decreed', async () => {
    const { page, t } = await editor(language);
    await page.goto(`${platform().url}/workspace/directory/calendar?year=${year}`);
    await page.getByRole('button', { name: t('care.calendar.add') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('care.calendar.name.fr')).fill('Fête inventée');
    await dialog.getByLabel(t('care.calendar.name.ar')).fill('عيد مختلق');
    await dialog.getByLabel(t('care.calendar.first_day')).fill(`${year}-04-02`);
    await lookAt(page, `calendar-add-${language}`);
    await dialog.getByText(t('care.calendar.sureness.confirmed'), { exact: true }).click();
    await dialog.getByRole('button', { name: t('care.calendar.save') }).click();
    const added = language === 'ar' ? 'عيد مختلق' : 'Fête inventée';
    await page.getByRole('button', { name: t('care.calendar.change_named', { name: added }) }).waitFor();
  });
});
