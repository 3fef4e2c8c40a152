import { describe, expect, it } from 'vitest';
import { importTexts } from '../src/plans/import/screens/messages/index.ts';
import { planListTexts, planTexts } from '../src/plans/screens/messages/index.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { lookAt } from './browser.ts';
import { usePlatform } from './use-platform.ts';
import { openViewer, openVisitor } from './visitor.ts';

const { platform, browser, signIn } = usePlatform();
const at = (language: WorkLanguage) => signIn('commune.oujda@example.org', language, planListTexts, planTexts, importTexts);

/** A commune's own table as it comes: sums, a dash, digits of both keyboards, one cell that is no amount, one source nobody knows. */
const tables = {
  fr: {
    project: 'Jardin des familles',
    unread: 'à définir',
    source: 'Fonds du Soleil',
    csv: [
      'Intitulé du projet;Objectif;Source de financement;2025;2026',
      'Jardin des familles;Un lieu pour se retrouver;Commune;120 000,00;à définir',
      ';;Fonds du Soleil;30.000;-',
      'Total;;;150000;0',
    ],
  },
  ar: {
    project: 'فضاء العائلات',
    unread: 'سيحدد لاحقا',
    source: 'صندوق الشمس',
    csv: [
      'المشروع;الهدف;مصدر التمويل;2025;2026',
      'فضاء العائلات;مكان للقاء;الجماعة;١٢٠٬٠٠٠;سيحدد لاحقا',
      ';;صندوق الشمس;٣٠٠٠٠;-',
      'المجموع;;;150000;0',
    ],
  },
} as const;

describe.each(['fr', 'ar'] as const)('what comes into a plan and out of it, in %s', (language) => {
  const table = tables[language];
  let planId = '';

  it('a commune’s own table is looked at, says what it does not understand, and comes in corrected', async () => {
    const desk = await at(language);
    const { page, t } = desk;
    await page.goto(`${platform().url}/workspace/plans`);
    const link = page.locator('main a[href*="/workspace/plans/"]:not([href$="/library"]):not([href$="/new"])').first();
    planId = /plans\/([0-9a-f-]{36})/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
    await page.goto(`${platform().url}/workspace/plans/${planId}/projects`);
    await desk.go(t('plans.import'));
    await page.getByRole('heading', { level: 1, name: t('plans.import.title') }).waitFor();
    await lookAt(page, `plan-import-${language}`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('\u0089PNG\r\n', 'latin1') });
    await page.getByText(t('error.table_wrong_kind')).waitFor();
    const buffer = Buffer.from(`\ufeff${table.csv.join('\r\n')}`);
    await page.locator('input[type=file]').setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer });
    const unread = page.getByRole('region', { name: t('plans.import.unread') });
    await unread.getByText(table.unread, { exact: true }).waitFor();
    await unread.getByText(t('plans.import.problem.amount_unread')).waitFor();
    await unread.getByText(t('plans.import.problem.source_unknown')).waitFor();
    await lookAt(page, `plan-import-looked-${language}`);
    await page.getByLabel(t('plans.import.fix.unknown', { word: table.source })).selectOption('partner');
    await unread.getByText(t('plans.import.problem.source_unknown')).waitFor({ state: 'detached' });
    await desk.press(t('plans.import.bring', { n: 1 }));
    await page
      .getByRole('status')
      .filter({ hasText: t('plans.import.brought', { n: 1 }) })
      .waitFor();
    await page.getByText(t('outbox.leaves')).waitFor({ state: 'detached' });
    await desk.go(t('plans.import.see'));
    await page.getByRole('link', { name: table.project }).waitFor();
    await page.close();
  });

  it('the same table again brings nothing more', async () => {
    const desk = await at(language);
    const { page, t } = desk;
    await page.goto(`${platform().url}/workspace/plans/${planId}/import`);
    const buffer = Buffer.from(table.csv.join('\n').replaceAll(table.source, language === 'fr' ? 'Partenaire' : 'شريك'));
    await page.locator('input[type=file]').setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer });
    await page.getByText(t('plans.import.project.same')).waitFor();
    expect(await page.getByRole('button', { name: t('plans.import.bring', { n: 0 }) }).isDisabled()).toBe(true);
    await page.close();
  });

  it('is given for the council: the plan as PDF, DOCX and workbook, and a year’s report', async () => {
    const { page } = await at(language);
    for (const [file, begins] of [
      ['plan.pdf', '%PDF'],
      ['plan.docx', 'PK'],
      ['plan.xlsx', 'PK'],
      ['years/2023/report.pdf', '%PDF'],
      ['years/2023/report.docx', 'PK'],
    ] as const) {
      const answer = await page.request.get(`${platform().url}/api/plans/${planId}/${file}?language=${language}`);
      expect([file, answer.status()]).toEqual([file, 200]);
      expect((await answer.body()).subarray(0, begins.length).toString('latin1')).toBe(begins);
    }
    await page.close();
  });

  it('is read by everybody, without a script, as far as it was published', async () => {
    const viewer = await openViewer(browser());
    for (const [path, name] of [
      ['plans', 'plans-public'],
      [`plans/${planId}`, 'plan-public'],
      ['plans/communes/024110123', 'plan-commune-public'],
    ] as const) {
      expect((await viewer.goto(`${platform().url}/${language}/${path}`))?.status()).toBe(200);
      await lookAt(viewer, `${name}-${language}`);
    }
    await viewer.close();
    const page = await openVisitor(browser());
    await page.goto(`${platform().url}/${language}/plans/${planId}`);
    expect(await page.locator('main').innerText()).not.toContain(table.project);
    await page.locator(`main a[href*="/plans/${planId}/projects/"]`).first().click();
    await page.waitForURL('**/projects/*');
    expect(await page.locator('h1').count()).toBe(1);
    await page.close();
  });
});
