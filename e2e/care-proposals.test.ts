import { describe, expect, it } from 'vitest';
import { lookAt } from './browser.ts';
import { serviceId, soon, useDirectory } from './use-directory.ts';

const { platform, editor, focalPoint, openService, readService } = useDirectory();

describe.each(['fr', 'ar'] as const)('what a focal point proposes and an editor decides, in %s', (language) => {
  const shot = (name: string): string => `care-${name}-${language}`;
  const invented = `Consultation inventée ${language}`;
  const day = language === 'ar' ? 'السبت' : 'Dimanche';

  it('a focal point sees its own services and says that all is still true, then changes hours at once and proposes a name', async () => {
    const desk = await focalPoint(language);
    const { page, t, press, go } = desk;
    await go(t('navigation.our_services'));
    await page.getByRole('heading', { level: 1, name: t('care.ours.title') }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/Al Mizan|الميزان/);
    await press(t('care.all_true.action'));
    await page.getByText(t('care.update.up_to_date')).first().waitFor();
    await lookAt(page, shot('our-services'));
    await openService(desk);
    await press(t('care.hours.add_named', { day }));
    const frenchName = t('care.field_in', { name: t('care.field.name'), language: t('language.fr') });
    await page.getByLabel(frenchName, { exact: true }).fill(invented);
    await page.getByText(t('care.form.at_once', { name: t('care.field.schedules') })).waitFor();
    await page.getByText(t('care.form.will_wait', { name: t('care.field.name') })).waitFor();
    await lookAt(page, shot('service-changed'));
    await press(t('care.form.save'));
    await page.getByText(t('care.form.proposed', { name: t('care.field.name') })).waitFor();
    await page.getByText(t('care.form.waiting', { name: t('care.field.name') })).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 2, name: t('care.form.texts') }).waitFor();
    // What applies at once stands; what waits does not.
    expect(await page.getByRole('group', { name: t('care.hours.opening', { day, count: 1 }) }).count()).toBe(1);
    expect(await page.getByLabel(frenchName, { exact: true }).inputValue()).not.toBe(invented);
    await lookAt(page, shot('service'));
    await expect.poll(() => readService(language), soon).toMatch(new RegExp(day, 'i'));
    expect(await readService('fr')).not.toContain(invented);
    await page.close();
  });

  it('a focal point proposes a new service that only the editors see, and asks that one be ended', async () => {
    const desk = await focalPoint(language);
    const { page, t, press, go, choose } = desk;
    await go(t('navigation.our_services'));
    await page.getByText(t('care.new.title'), { exact: true }).click();
    await press(t('care.new.propose'));
    await page.getByText(t('care.form.incomplete')).waitFor();
    await lookAt(page, shot('new-service-incomplete'));
    const frenchName = t('care.field_in', { name: t('care.field.name'), language: t('language.fr') });
    await page.getByLabel(frenchName, { exact: true }).fill(invented);
    await choose(t('care.field.needs'), t('need.health'));
    await choose(t('care.field.audiences'), t('audience.mre'));
    await lookAt(page, shot('new-service'));
    await press(t('care.new.propose'));
    await page.getByText(t('care.drafts.waiting')).first().waitFor();
    await lookAt(page, shot('our-services-waiting'));
    const found = await page.request.get(`${platform().url}/api/directory/search?${new URLSearchParams({ q: invented, language: 'fr' })}`);
    expect(JSON.stringify(await found.json())).not.toContain(invented);
    await openService(desk);
    await press(t('care.archive.action'));
    await lookAt(page, shot('archive'));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('care.archive.action'), exact: true })
      .click();
    await page
      .getByText(t('care.archive.asked', { name: '' }).slice(0, 12))
      .first()
      .waitFor();
    await page.goto(`${platform().url}/workspace/our-services/proposals`);
    await page.getByText(t('care.kind.archive')).first().waitFor();
    await page.close();
  });

  it('an editor refuses one proposal with a reason and accepts the others, and the history says who did what', async () => {
    const { page, t } = await editor(language);
    await page.getByRole('link', { name: t('care.count.proposals') }).click();
    const accept = page.getByRole('button', { name: t('care.proposals.apply_named', { name: '' }).trim() });
    await accept.first().waitFor();
    await lookAt(page, shot('proposals'));
    const ending = page.getByRole('listitem').filter({ hasText: t('care.kind.archive') });
    await ending.getByRole('button', { name: t('care.proposals.reject_named', { name: '' }).trim() }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('care.proposals.reject'), exact: true }).click();
    await page.getByText(t('care.proposals.reason.missing')).waitFor();
    await page.getByLabel(t('care.proposals.reason'), { exact: true }).fill(`Raison inventée ${language}`);
    await lookAt(page, shot('reject'));
    await dialog.getByRole('button', { name: t('care.proposals.reject'), exact: true }).click();
    await ending.waitFor({ state: 'detached' });
    for (let left = await accept.count(); left > 0; left--) {
      await accept.first().click();
      await expect.poll(() => accept.count(), soon).toBe(left - 1);
    }
    await page.getByText(t('care.proposals.none'), { exact: true }).waitFor();
    await lookAt(page, shot('proposals-none'));
    await expect.poll(() => readService('fr'), soon).toContain(invented);
    await page.goto(`${platform().url}/workspace/directory/history/service/${serviceId}`);
    await page.getByText(`Raison inventée ${language}`).waitFor();
    await page.getByText(t('care.change.rejected')).first().waitFor();
    await lookAt(page, shot('history'));
    await page.close();

    const focal = await focalPoint(language);
    await focal.go(t('navigation.our_services'));
    await focal.go(t('care.proposals.own'));
    await focal.page.getByText(`Raison inventée ${language}`).waitFor();
    await lookAt(focal.page, shot('own-proposals'));
    await focal.page.close();
  });

  it('an editor compares two likely duplicates side by side, merges them and undoes it', async () => {
    const { page, t, press, choose } = await editor(language);
    await page.getByRole('link', { name: t('care.count.duplicates') }).click();
    await choose(t('care.duplicates.show'), t('care.entities.service'));
    await page.getByText(t('care.duplicates.compare'), { exact: true }).first().waitFor();
    await lookAt(page, shot('duplicates'));
    await page.getByText(t('care.duplicates.compare'), { exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: t('care.pair.title') }).waitFor();
    const keep = (which: 'keep_first' | 'keep_second') => page.getByRole('button', { name: t(`care.pair.${which}`), exact: true });
    await keep('keep_first').waitFor();
    await lookAt(page, shot('pair'));
    await ((await keep('keep_first').isEnabled()) ? keep('keep_first') : keep('keep_second')).click();
    await page.getByRole('dialog').waitFor();
    await lookAt(page, shot('merge'));
    await press(t('care.pair.merge_action'));
    await page.getByRole('heading', { level: 1, name: t('care.merges.title') }).waitFor();
    const undo = page.getByText(t('care.merges.undo'), { exact: true });
    await undo.first().waitFor();
    await lookAt(page, shot('merges'));
    await undo.first().click();
    await undo.waitFor({ state: 'detached' });
    await lookAt(page, shot('merges-undone'));
    await expect.poll(() => readService('fr'), soon).toContain(invented);
    await page.close();
  });
});
