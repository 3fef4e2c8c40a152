import { describe, expect, it } from 'vitest';
import { useCaseDesk } from './case-desk.ts';

const { at, soon } = useCaseDesk();

const middleOf = (box: { y: number; height: number } | null): number => (box ? box.y + box.height / 2 : Number.NaN);

describe.each(['fr', 'ar'] as const)('the screens of people in %s', (language) => {
  const { shot, agent, goTo, visit, open, fold, look } = at(language);

  it('what two agents change at once is kept twice: the second finds theirs in the tray and takes it up again', async () => {
    const desk = await agent();
    const { page, t } = desk;
    await goTo(desk, '/people/new');
    await page.getByLabel(t('person.name'), { exact: true }).fill(`Testa Deux ${language}`);
    await desk.press(t('people.new.action'));
    await desk.go(t('person.edit'));
    const colleague = await agent('agent2.oujda@example.org');
    await colleague.page.goto(page.url());
    for (const [who, hours] of [
      [colleague, 'le soir (inventé)'],
      [desk, 'le matin (inventé)'],
    ] as const) {
      await fold(who, t('person.reach'));
      await who.page.getByLabel(t('person.safe_hours')).fill(hours);
    }
    await colleague.press(t('person.save'));
    await colleague.page.getByText(t('contact_rule.safe_hours', { hours: 'le soir (inventé)' })).waitFor();
    await desk.press(t('person.save'));
    await goTo(desk, '/attention');
    await page.getByText(t('refusal.changed_meanwhile')).waitFor();
    await page.setViewportSize({ width: 360, height: 780 });
    const badge = await page.getByRole('link', { name: t('outbox.refused', { count: 1 }) }).boundingBox();
    const brand = await page.getByRole('banner').locator('svg').first().boundingBox();
    expect(Math.abs(middleOf(badge) - middleOf(brand)), 'what is to be corrected stands on the line of the brand').toBeLessThan(8);
    await look(page, shot('attention-changed'));
    await page.setViewportSize({ width: 1280, height: 900 });
    await desk.press(t('attention.back_to_file'));
    await page.getByRole('heading', { level: 2, name: t('person.changes') }).waitFor();
    await page.getByText('le soir (inventé)').waitFor();
    await look(page, shot('person-edit'));
    await desk.press(t('person.save'));
    await page.getByText(t('contact_rule.safe_hours', { hours: 'le matin (inventé)' })).waitFor();
    await Promise.all([page.close(), colleague.page.close()]);
  });

  it('a name that was pasted too long stays whole, is told so, and is not sent before it is shorter', async () => {
    const desk = await agent();
    const { page, t } = desk;
    await goTo(desk, '/people/new');
    const name = page.getByLabel(t('person.name'), { exact: true });
    const pasted = `Testa Longue ${'ben '.repeat(30)}${language}`;
    await name.fill(pasted);
    await page.getByText(t('field.too_long', { count: pasted.length - 120 })).waitFor();
    await look(page, shot('name-too-long'));
    await desk.press(t('people.new.action'));
    expect(await name.inputValue()).toBe(pasted);
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    await name.fill(pasted.slice(0, 100));
    await desk.press(t('people.new.action'));
    await page.getByRole('heading', { level: 1, name: pasted.slice(0, 100).trim() }).waitFor();
    await page.close();
  });

  it('who lives with someone and who they are to each other is seen from both sides', async () => {
    const desk = await agent();
    const { page, t } = desk;
    const [mother, child] = [`Testa Mère ${language}`, `Testa Fille ${language}`];
    for (const name of [mother, child]) {
      await goTo(desk, '/people/new');
      await page.getByLabel(t('person.name'), { exact: true }).fill(name);
      await desk.press(t('people.new.action'));
      await page.getByRole('link', { name: t('person.edit') }).waitFor();
    }
    await desk.press(t('around.add'));
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('people.search')).fill(mother);
    await dialog.getByRole('button', { name: t('alike.choose_named', { name: mother }) }).click();
    await desk.choose(t('around.kind', { name: child }), t('relation.parent'));
    await dialog.getByText(t('around.lives_together')).click();
    await look(page, shot('around'));
    await desk.press(t('around.add.action'));
    await page.getByRole('heading', { level: 3, name: t('around.household') }).waitFor();
    await page.getByRole('link', { name: mother, exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: mother }).waitFor();
    await page.getByText(t('relation_of.parent'), { exact: true }).waitFor();
    await look(page, shot('person-around'));
    await page.close();
  });

  const before = { fr: 'Zoubida Benchekroun', ar: 'طامو أمهروش' }[language];
  const again = { fr: 'زبيدة بنشقرون', ar: 'Tamou Amahrouch' }[language];
  it('someone who comes back and whose name was written in the other script is found, and no second record is made', async () => {
    const desk = await agent();
    const { page, t } = desk;
    await visit(desk, 'civil_status', 'returned_mre');
    await page.getByLabel(t('person.name'), { exact: true }).fill(before);
    await page.getByLabel(t('person.birth.year')).fill('1958');
    await open(desk);
    await desk.go(t('navigation.desk'));

    await visit(desk, 'pensions', 'returned_mre');
    await page.getByLabel(t('person.name'), { exact: true }).fill(again);
    await page.getByLabel(t('person.birth.year')).fill('1958');
    const known = page.getByRole('button', { name: t('alike.choose_named', { name: before }) });
    await known.waitFor();
    await page.getByText(t('likeness.name_other_script')).first().waitFor();
    await look(page, shot('alike'));
    await known.click();
    await page.getByText(t('person_choice.known')).waitFor();
    await open(desk);
    await page.getByRole('heading', { level: 1, name: before }).waitFor();
    await desk.go(t('case.see_person'));
    await page.getByRole('heading', { level: 2, name: t('cases_of.title') }).waitFor();
    await expect.poll(() => page.locator('main a[href*="/cases/"]').filter({ hasText: before }).count(), soon).toBe(2);
    await look(page, shot('person'));
    await desk.go(t('navigation.people'));
    await page.getByLabel(t('people.search')).fill(again);
    await page.getByRole('link', { name: before }).waitFor();
    await page.getByText(t('people.found', { count: 1 })).waitFor();
    await look(page, shot('people'));
    await page.close();
  });

  it('two records of one person are found, compared, merged, and parted again', async () => {
    const desk = await agent();
    const { page, t } = desk;
    const [one, other] = { fr: ['Itto Amahrouch', 'Itto Amahrouche'], ar: ['إيطو أمهروش', 'إطو أمهروش'] }[language] as [string, string];
    for (const name of [one, other]) {
      await goTo(desk, '/people/new');
      await page.getByLabel(t('person.name'), { exact: true }).fill(name);
      await page.getByLabel(t('person.birth.day')).fill('20');
      await page.getByLabel(t('person.birth.month')).selectOption('01');
      await page.getByLabel(t('person.birth.year')).fill(language === 'fr' ? '1980' : '1981');
      await desk.press(t('people.new.action'));
      await page.getByRole('heading', { level: 1, name }).waitFor();
    }
    await desk.go(t('recorded.open_case'));
    await desk.choose(t('desk.needs'), t('need.pensions'));
    await open(desk);
    const pair = page.getByRole('link', { name: new RegExp(`${one}.*${other}|${other}.*${one}`) });
    await expect
      .poll(async () => {
        await goTo(desk, '/people/pairs');
        return pair.first().isVisible();
      }, soon)
      .toBe(true);
    await look(page, shot('pairs'));
    await pair.first().click();
    await page.getByRole('radiogroup', { name: t('pair.keep') }).waitFor();
    await look(page, shot('pair'));
    // What each of them came with tells as much as what each says.
    await page.getByText(t('cases_of.open', { count: 1 })).waitFor();
    await page.getByText(t('cases_of.none')).waitFor();
    expect(await page.getByText(t('pair.visits.none')).count()).toBe(2);
    await page.locator('main a[href*="/cases/"]').click();
    await page.getByRole('heading', { level: 1, name: other }).waitFor();
    await page.goBack();
    await desk.press(t('pair.merge'));
    await page.getByText(t('merge.done')).waitFor();
    await page.getByRole('heading', { level: 2, name: t('person.merges') }).waitFor();
    await look(page, shot('person-merged'));
    await desk.press(t('merge.undo_now'));
    await page.getByRole('heading', { level: 2, name: t('person.merges') }).waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 2, name: t('maybe_same.title') }).waitFor();
    await page.close();
  });
});
