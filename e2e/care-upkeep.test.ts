import { afterAll, describe, expect, it } from 'vitest';
import { demoPartners } from '../src/demo/organizations.ts';
import { translators } from '../src/site/messages.ts';
import { lookAt, tabTo } from './browser.ts';
import { openSource } from './import-again.ts';
import { serviceId, soon, useDirectory } from './use-directory.ts';
import { openVisitor } from './visitor.ts';
import type { Desk } from './workspace.ts';

const source = openSource();
afterAll(source.close);
const { platform, browser, editor, focalPoint, openService, readService } = useDirectory();

describe.each(['fr', 'ar'] as const)('keeping the directory true, in %s', (language) => {
  const shot = (name: string): string => `care-${name}-${language}`;
  const said = translators[language];

  it('an editor archives a service, which leaves the public site, and publishes it again', async () => {
    const { page, t, press } = await editor(language);
    const other = demoPartners[1]?.service.id ?? '';
    await page.goto(`${platform().url}/workspace/directory/services/${other}`);
    await press(t('care.archive.action'));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('care.archive.action'), exact: true })
      .click();
    await page.getByRole('heading', { level: 2, name: t('care.archive.ended') }).waitFor();
    await lookAt(page, shot('archived'));
    await expect.poll(() => readService(language, other), soon).toContain(said('directory.service.inactive'));
    await press(t('care.archive.publish'));
    await page.getByRole('heading', { level: 2, name: t('care.archive.title') }).waitFor();
    await expect.poll(() => readService(language, other), soon).not.toContain(said('directory.service.inactive'));
    await page.close();
  });

  it('a translation older than its original is on the editors’ list until someone looks at it', async () => {
    const french = (t: Desk['t'], field: string) => t('care.field_in', { name: t(`care.field.${field}`), language: t('language.fr') });
    const focal = await focalPoint(language);
    await openService(focal);
    await focal.page.getByLabel(french(focal.t, 'description'), { exact: true }).fill(`Texte inventé et nouveau, ${language}.`);
    await focal.press(focal.t('care.form.save'));
    await focal.page.getByText(focal.t('care.form.applied', { name: focal.t('care.field.description') })).waitFor();
    await expect.poll(() => readService('fr'), soon).toContain(`Texte inventé et nouveau, ${language}.`);
    await focal.page.close();

    const { page, t, press } = await editor(language);
    await page.getByRole('link', { name: t('care.count.staleTranslations') }).click();
    const mend = page.locator(`main a[href$="/services/${serviceId}"]`);
    await mend.waitFor();
    await lookAt(page, shot('translations'));
    await mend.click();
    const arabic = t('care.field_in', { name: t('care.field.description'), language: t('language.ar') });
    await page.getByLabel(arabic, { exact: true }).fill(`نص مختلق وجديد (${language}).`);
    await press(t('care.form.save'));
    await page.getByText(t('care.form.unchanged')).waitFor();
    await page.goto(`${platform().url}/workspace/directory/translations`);
    await page.locator('main h1').waitFor();
    await page.locator('main .animate-spin').waitFor({ state: 'detached' });
    await expect.poll(() => mend.count(), soon).toBe(0);
    await expect.poll(() => readService('ar'), soon).toContain(`نص مختلق وجديد (${language}).`);
    await page.close();
  });

  it('what a visitor searched in vain is on the editors’ list, who teach the search that word', async () => {
    const word = { fr: 'zzzzqqqq', ar: 'ظظظظذذذذ' }[language];
    const visitor = await openVisitor(browser());
    const search = async (): Promise<string> => {
      await visitor.goto(`${platform().url}/${language}/services?${new URLSearchParams({ q: word })}`);
      return visitor.locator('main').innerText();
    };
    expect(await search()).toContain(said('directory.search.nothing'));

    const { page, t } = await editor(language);
    await page.getByRole('link', { name: t('care.count.unansweredQueries') }).click();
    const teach = page.getByRole('button', { name: t('care.queries.teach_named', { word }), exact: true });
    await teach.waitFor();
    await lookAt(page, shot('queries'));
    await teach.click();
    await page.getByLabel(t('care.words.means'), { exact: true }).selectOption({ label: t('need.health') });
    await lookAt(page, shot('teach-word'));
    await page.getByRole('button', { name: t('care.words.add_action'), exact: true }).click();
    await page.getByText(t('care.words.added', { word })).waitFor();
    await expect.poll(search, soon).not.toContain(said('directory.search.nothing'));
    await Promise.all([page.close(), visitor.context().close()]);
  });

  it('an import leaves what an editor changed, and asks which of the two is to stand', async () => {
    const id = source.serviceIds[language === 'fr' ? 1 : 2] ?? '';
    const ours = `Texte inventé par un éditeur, ${language}.`;
    const theirs = `Texte inventé par la source, ${language}.`;
    const { page, t, press } = await editor(language);
    await page.goto(`${platform().url}/workspace/directory/services/${id}`);
    const description = t('care.field_in', { name: t('care.field.description'), language: t('language.fr') });
    await page.getByLabel(description, { exact: true }).fill(ours);
    await press(t('care.form.save'));
    await page.getByText(t('care.form.applied', { name: t('care.field.description') })).waitFor();
    await source.changeDescription(platform(), id, theirs);
    expect(await readService('fr', id)).toContain(ours);

    await page.goto(`${platform().url}/workspace/directory`);
    await page.getByRole('link', { name: t('care.count.differences') }).click();
    await page.getByText(theirs).waitFor();
    await lookAt(page, shot('differences'));
    const [decision, standing] = language === 'fr' ? (['keep_ours', ours] as const) : (['take_theirs', theirs] as const);
    await page.getByText(t(`care.differences.${decision}`), { exact: true }).click();
    await page.getByText(t('care.differences.none'), { exact: true }).waitFor();
    await lookAt(page, shot('differences-none'));
    await expect.poll(() => readService('fr', id), soon).toContain(standing);
    await page.close();
  });

  it('an editor teaches the search an everyday word with the keyboard alone, and takes it back', async () => {
    const { page, t, go } = await editor(language);
    await go(t('care.words.title'));
    const { keyboard } = page;
    await tabTo(page, page.getByRole('button', { name: t('care.words.add'), exact: true }));
    await keyboard.press('Enter');
    const word = page.getByLabel(t('care.words.word'), { exact: true });
    await word.waitFor();
    await tabTo(page, word);
    await keyboard.type(`mot${language}`);
    const means = page.getByLabel(t('care.words.means'), { exact: true });
    await tabTo(page, means);
    await keyboard.press('ArrowDown');
    expect(await means.inputValue()).not.toBe('');
    await lookAt(page, shot('add-word'));
    await tabTo(page, page.getByRole('button', { name: t('care.words.add_action'), exact: true }));
    await keyboard.press('Enter');
    const remove = page.getByRole('button', { name: t('care.words.remove_named', { word: `mot${language}` }), exact: true });
    await remove.waitFor();
    await lookAt(page, shot('words'));
    await tabTo(page, remove);
    await keyboard.press('Enter');
    await remove.waitFor({ state: 'detached' });
    await page.close();
  });
});
