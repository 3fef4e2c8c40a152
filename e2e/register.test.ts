import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { registerTexts } from '../src/cases/register/screens/messages/index.ts';
import { caseTexts } from '../src/cases/screens/messages/index.ts';
import { peopleTexts } from '../src/people/screens/messages/index.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { lookAt, tabTo } from './browser.ts';
import { usePlatform } from './use-platform.ts';

const { platform, signIn } = usePlatform({ unsaid: /Inventée Registre|Fictif Cahier|0612349/ });

const head = (language: WorkLanguage) => signIn('chef.oujda@example.org', language, peopleTexts, caseTexts, registerTexts);
const give = (page: Page, label: string, name: string, text: string) =>
  page.getByLabel(label, { exact: false }).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

const french = `Registre de la cellule;;;;;;
Nom complet;الاسم;Naissance;GSM;Date de visite;Objet;Statut
Testa Inventée Registre;تستا المختلقة;02/03/1958;0612349001;01/08/2024;foncier;clos
Karim Fictif Cahier;;1970;0612349002;05/08/2024;cahier bleu;en cours
TESTA INVENTEE REGISTRE;;02/03/1958;0612349001;12/08/2024;foncier;
;;;;15/08/2024;foncier;
Hind Imaginaire Liasse;;2099;0612349003;16/08/2024;retraite;
`;
const arabic = `الاسم الكامل;تاريخ الازدياد;رقم الهاتف;تاريخ الزيارة;الموضوع;حالة الملف
سلمى المختلقة السجل;١٩٥٨;0612349101;٠١/٠٨/٢٠٢٤;عقار;مغلق
كريم الوهمي الدفتر;٠٢/٠٣/١٩٧٠;0612349102;٠٥/٠٨/٢٠٢٤;دفتر أزرق;قيد المعالجة
سلمى المختلقة السجل;١٩٥٨;0612349101;١٢/٠٨/٢٠٢٤;عقار;
;;;١٥/٠٨/٢٠٢٤;عقار;
هند الخيالية الأوراق;٢٠٩٩;0612349103;١٦/٠٨/٢٠٢٤;تقاعد;
`;
const files = { fr: { text: french, word: 'cahier bleu' }, ar: { text: arabic, word: 'دفتر أزرق' } };

describe.each(['fr', 'ar'] as const)('the head of a cell in %s', (language) => {
  it('brings in an old register: looks at its columns, its words and its rows, then takes it back', async () => {
    const { page, t, press } = await head(language);
    await page.goto(`${platform().url}/workspace/register`);
    await press(t('register.file.send'));
    await page.getByText(t('register.file.missing')).waitFor();
    await give(page, t('register.file.choose'), 'ancien.csv', '%PDF-1.7');
    await press(t('register.file.send'));
    await page.getByText(t('error.register_wrong_kind')).waitFor();
    await lookAt(page, `register-${language}`);
    await give(page, t('register.file.other'), 'ancien.csv', files[language].text);
    await page.evaluate((words) => {
      // Told apart from what a test happens to catch: whatever was on the screen for a moment is kept.
      new MutationObserver(() => document.body.innerText.includes(words) && document.body.setAttribute('data-offered', '')).observe(
        document.body,
        { childList: true, subtree: true },
      );
    }, t('register.kept'));
    await press(t('register.file.send'));
    await page.getByRole('heading', { name: t('register.map.title') }).waitFor();
    expect(await page.locator('[data-offered]').count(), 'reading is not offered again while it is asked for').toBe(0);

    const word = page.getByLabel(t('register.map.word', { word: files[language].word }));
    expect(await word.inputValue()).toBe('');
    await word.selectOption('orientation');
    await page.getByLabel(t('register.map.save.name')).fill(`Cahier ${language}`);
    await press(t('register.map.save'));
    await page.getByText(t('register.map.saved')).waitFor();
    await lookAt(page, `register-columns-${language}`);
    await press(t('register.map.check'));

    await page.getByRole('heading', { name: t('register.review.title') }).waitFor();
    await page.getByText(t('register.problem.birth_date_ahead', { value: language === 'fr' ? '2099' : '٢٠٩٩' })).waitFor();
    await lookAt(page, `register-look-${language}`);
    const decision = page.getByLabel(t('register.row.decision', { n: language === 'fr' ? 5 : 4 }));
    await tabTo(page, decision);
    await decision.selectOption({ label: t('register.row.decide.row', { n: language === 'fr' ? 3 : 2 }) });
    await page
      .getByText(t('register.row.decided_by', { name: 'Chef' }).slice(0, 6))
      .first()
      .waitFor();

    // Decided, it stays so for whoever comes back.
    await page.reload();
    await page.getByRole('heading', { name: t('register.review.title') }).waitFor();
    await press(t('register.review.all.look', { count: '1' }));
    await page.getByText(t('register.review.ready'), { exact: false }).first().click();
    await press(t('register.review.all.ready', { count: '2' }));
    await page.getByText(t('register.review.error'), { exact: false }).first().click();
    await page.getByText(t('register.problem.nobody_named')).waitFor();
    await lookAt(page, `register-errors-${language}`);
    await page.getByRole('button', { name: t('register.apply', { count: 4 }) }).click();

    await page.getByRole('heading', { name: t('register.report.title') }).waitFor();
    await lookAt(page, `register-report-${language}`);
    const [refused] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: t('register.report.file') }).click(),
    ]);
    expect(readFileSync(await refused.path(), 'utf8')).toContain(t('register.problem.nobody_named'));

    await press(t('register.undo'));
    await page.getByRole('dialog').waitFor();
    await lookAt(page, `register-undo-${language}`);
    await press(t('register.undo.confirm'));
    await page.getByText(t('register.undone')).waitFor();
    await page.getByText(t('register.stayed.none')).waitFor();
    await page.getByRole('link', { name: t('register.back') }).click();
    await page.getByRole('heading', { name: t('register.mappings') }).waitFor();
    await lookAt(page, `register-list-${language}`);
  });

  it('is offered to add to a known record what it lacks, before anything is written', async () => {
    const { page, t, press } = await head(language);
    const name = `Testa Connue Inventée Registre ${language}`;
    await page.goto(`${platform().url}/workspace/people/new`);
    await page.getByLabel(t('person.name'), { exact: true }).fill(name);
    await press(t('people.new.action'));
    await page.getByRole('link', { name: t('person.edit') }).waitFor();
    await page.goto(`${platform().url}/workspace/register`);
    const text = `Nom complet;GSM;Pays;Langue;Objet;Date\n${name};0612349055;France;tarifit;foncier;01/07/2024\n`;
    await give(page, t('register.file.choose'), 'connue.csv', text);
    await press(t('register.file.send'));
    await page.getByRole('heading', { name: t('register.map.title') }).waitFor();
    await press(t('register.map.check'));
    await page.getByRole('heading', { name: t('register.review.title') }).waitFor();
    await page.getByLabel(t('register.row.decision', { n: 2 })).selectOption({ label: t('register.row.decide.known', { name }) });
    const what = [t('register.field.phone'), t('register.field.country')].join(t('workspace.list_comma'));
    const adds = page.getByLabel(t('register.row.completes', { what }));
    await adds.click();
    await expect.poll(() => adds.isChecked()).toBe(true);
    await lookAt(page, `register-completes-${language}`);
    await page.reload();
    await page.getByRole('heading', { name: t('register.review.title') }).waitFor();
    expect(await adds.isChecked()).toBe(true);
    await page.close();
  });

  it('has a file made that says why it goes out, and sees who took it', async () => {
    const { page, t, press, go } = await head(language);
    await page.goto(`${platform().url}/workspace/exports`);
    await go(t('register.export.new'));
    await press(t('register.export.make'));
    await page.getByText(t('register.export.sentence.missing')).waitFor();
    await page.getByText(t('register.export.named'), { exact: true }).click();
    await page.getByText(t('register.export.contacts'), { exact: true }).click();
    await lookAt(page, `export-new-${language}`);
    await page.getByText(t('register.export.named'), { exact: true }).click();
    const purpose = language === 'fr' ? 'Bilan inventé pour le conseil' : 'حصيلة مختلقة للمجلس';
    await page.getByLabel(t('register.export.purpose')).fill(purpose);
    await press(t('register.export.make'));
    await page.getByText(t('register.export.state.ready'), { exact: true }).waitFor();
    const link = page.getByRole('link', { name: t('register.export.download_named', { purpose }) });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^istiqbal-visits-[0-9a-f]{8}\.xlsx$/);
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await page.reload();
    await page.getByText(t('register.export.downloads')).first().waitFor();
    await page.getByText(t('register.export.downloads.none')).waitFor({ state: 'detached' });
    await lookAt(page, `exports-${language}`);
    const remove = page.getByRole('button', { name: t('register.export.remove_named', { purpose }) });
    await remove.click();
    await remove.waitFor({ state: 'detached' });
    await page.getByText(t('register.export.state.removed'), { exact: true }).first().waitFor();
  });
});

it('an agent is led to neither', async () => {
  const { page, t } = await signIn('agent.oujda@example.org', 'fr');
  expect(await page.getByRole('link', { name: t('navigation.register'), exact: true }).count()).toBe(0);
  for (const path of ['register', 'exports', 'exports/new']) {
    await page.goto(`${platform().url}/workspace/${path}`);
    await page.getByRole('heading', { name: t('workspace.not_found.title') }).waitFor();
  }
});
