import { describe, expect, it } from 'vitest';
import { caseTexts } from '../src/cases/screens/messages/index.ts';
import { peopleTexts } from '../src/people/screens/messages/index.ts';
import type { Page } from 'playwright-core';
import { violationsOf } from './accessibility.ts';
import { lookAt, tabTo } from './browser.ts';
import { usePlatform } from './use-platform.ts';
import type { Desk } from './workspace.ts';

// Nothing printed or logged during the journeys names the people in them or tells what was noted of them.
const { platform, signIn } = usePlatform({ unsaid: /Testa|تيستا|MOT-RETENU|Amahrouch|أمهروش|Benchekroun|بنشقرون/ });
/** A picture of both widths, and nothing in the way of anyone on the smallest telephone either. */
async function look(page: Page, name: string): Promise<void> {
  await lookAt(page, name);
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await violationsOf(page), `accessibility of ${name} at 320 px`).toEqual([]);
  if (before) await page.setViewportSize(before);
}
const soon = { timeout: 20_000, interval: 200 };

const colleagueName = 'Second Agent Oujda Démo';

describe.each(['fr', 'ar'] as const)('the case screens in %s', (language) => {
  const shot = (name: string): string => `${name}-${language}`;
  const agent = (email = 'agent.oujda@example.org') => signIn(email, language, caseTexts, peopleTexts);
  const goTo = async ({ page }: Desk, path: string) => {
    await page.goto(`${platform().url}/workspace${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  /** A visit at the desk, up to the form that opens a case for it. */
  async function visit(desk: Desk, need: string, audience: string): Promise<void> {
    const { page, t } = desk;
    await desk.choose(t('desk.needs'), t(`need.${need}`));
    await desk.choose(t('desk.audience'), t(`audience.${audience}`));
    await desk.press(t('desk.save'));
    await desk.go(t('recorded.open_case'));
    await page.getByRole('heading', { level: 1, name: t('open_case.title') }).waitFor();
  }
  async function open({ page, t, press }: Desk): Promise<void> {
    await press(t('open_case.action'));
    await page.getByRole('button', { name: t('case.close') }).waitFor();
  }
  const fold = ({ page }: Desk, words: string) => page.getByText(words, { exact: true }).first().click();

  it('a dispute over land before a court is not receivable, and the person leaves knowing why and where to go', async () => {
    const desk = await agent();
    const { page, t } = desk;
    await visit(desk, 'land_property', 'mre');
    await page.getByLabel(t('open_case.summary')).fill('Terrain disputé (exemple inventé).');
    await page.getByLabel(t('person.name'), { exact: true }).fill('Testa Terrain تيستا');
    await look(page, shot('open-case-person'));
    await open(desk);
    await desk.press(t('case.close'));
    await desk.choose(t('move.how_closed'), t('move.declare_not_receivable'));
    await desk.press(t('move.action'));
    await page.getByText(t('move.choose')).waitFor();
    await desk.choose(t('move_reason.declare_not_receivable'), t('case_reason.before_court'));
    await page.getByText(t('tell.before_court')).waitFor();
    await look(page, shot('not-receivable'));
    await desk.press(t('move.action'));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText(t('case_status.not_receivable'), { exact: true }).first().waitFor();
    await page.getByText(t('case_reason.before_court')).first().waitFor();
    const slip = page.getByRole('link', { name: new RegExp(t('slip.label_of', { reference: '' }).trim()) });
    const paper = await page.request.get(new URL((await slip.getAttribute('href')) ?? '', page.url()).href);
    expect(paper.headers()['content-type']).toBe('application/pdf');
    await look(page, shot('case-not-receivable'));
    await goTo(desk, '/follow-up?list=closed');
    await page.getByRole('link', { name: 'Testa Terrain تيستا' }).first().waitFor();
    await page.close();
  });

  it('a widow whose pension is blocked by her papers is followed step by step until it is solved', async () => {
    const desk = await agent();
    const { page, t } = desk;
    await visit(desk, 'pensions', 'family_member');
    await page.getByLabel(t('person.name'), { exact: true }).fill('Testa Veuve');
    await page.getByLabel(t('person.phone'), { exact: true }).fill('0612345678');
    await page.getByLabel(t('person.birth.year')).fill('1956');
    await fold(desk, t('person.reach'));
    await desk.choose(t('person.contact'), t('contact.do_not_contact'));
    await page.getByLabel(t('person.phone_belongs_to')).fill('Testa Voisine');
    await open(desk);
    // What protects her stands first.
    await page.getByText(t('contact_rule.do_not_contact')).waitFor();
    // By keyboard: the button leaves with what it did, and the focus stays where the next one comes.
    await tabTo(page, page.getByRole('button', { name: t('move.start') }));
    await page.keyboard.press('Enter');
    await page.getByText(t('case_status.in_progress'), { exact: true }).first().waitFor();

    const wait = page.getByRole('button', { name: t('move.group.wait') });
    await wait.waitFor();
    expect(await page.evaluate(() => document.activeElement?.contains(document.body))).toBe(false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => wait.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.getByLabel(t('plan.step'), { exact: true }).fill('Acte de mariage rectifié (inventé)');
    await page.getByLabel(t('plan.date'), { exact: true }).fill('2026-01-15');
    await desk.press(t('plan.add'));
    const done = page.getByRole('button', { name: t('plan.done_named', { title: 'Acte de mariage rectifié (inventé)' }) });
    await done.waitFor();
    await page.getByText(t('plan.late'), { exact: true }).waitFor();

    await desk.press(t('move.group.wait'));
    await desk.choose(t('move.who_waited'), t('move.wait_for_third_party'));
    await desk.press(t('move.action'));
    await page.getByText(t('move.write')).waitFor();
    await page.getByLabel(t('move_note.wait_for_third_party')).fill('Bureau d’état civil (inventé)');
    await look(page, shot('case-wait'));
    await desk.press(t('move.action'));
    await page.getByText(t('case_status.waiting_third_party'), { exact: true }).first().waitFor();
    await page.getByText('Bureau d’état civil (inventé)').first().waitFor();
    await page.getByLabel(t('notes.text'), { exact: true }).fill('Note inventée : le guichet attend la copie.');
    await desk.press(t('notes.add'));
    await page.getByText('Note inventée : le guichet attend la copie.').waitFor();
    await look(page, shot('case-plan'));
    await goTo(desk, '/follow-up');
    const card = page
      .getByRole('listitem')
      .filter({ hasText: 'Testa Veuve' })
      .filter({ hasText: t('case_status.waiting_third_party') });
    await card.first().waitFor();
    await look(page, shot('follow-up-work'));
    await page.getByRole('link', { name: 'Testa Veuve' }).first().click();

    await done.click();
    await page.getByText(t('plan.all_done')).waitFor();
    await desk.press(t('move.resume'));
    await desk.press(t('case.close'));
    await desk.choose(t('move.how_closed'), t('move.solve'));
    await desk.press(t('move.action'));
    await page.getByText(t('case_status.solved'), { exact: true }).first().waitFor();
    await fold(desk, t('history.title'));
    await page.getByText(t('history.case_opened'), { exact: true }).waitFor();
    await page.getByRole('button', { name: t('move.group.reopen') }).waitFor();
    await page.close();
  });

  it('a child alone is accompanied from the first step, and a note on protection stays with those it is for', async () => {
    const desk = await agent();
    const { page, t } = desk;
    await visit(desk, 'protection', 'rpt');
    await page.getByLabel(t('person.name'), { exact: true }).fill(`Testa Enfant ${language}`);
    await page.getByLabel(t('person.birth.year')).fill('2012');
    await desk.press(t('open_case.action'));
    await page.getByText(t('minor.situation.missing')).waitFor();
    await desk.choose(t('minor.situation'), t('minor_situation.unaccompanied'));
    await look(page, shot('open-case-minor'));
    await open(desk);
    await page.getByText(t('priority.urgent'), { exact: true }).waitFor();
    await page.getByText(t('minor.who_is_told')).waitFor();
    await desk.press(t('minor.add_steps', { count: 5 }));
    await page.getByRole('button', { name: t('plan.done_named', { title: t('first_step.safe_place_tonight') }) }).waitFor();
    await page.getByText(t('minor.first_steps')).waitFor({ state: 'detached' });
    await fold(desk, t('contacts.add'));
    await page.getByLabel(t('contacts.name')).fill('Testa Tutrice');
    await page.getByLabel(t('contacts.phone')).fill('12');
    await desk.press(t('contacts.add_action'));
    await page.getByText(t('refusal.phone_not_possible')).waitFor();
    await page.getByLabel(t('contacts.phone')).fill('0612345679');
    await desk.press(t('contacts.add_action'));
    await page.getByText(t('minor.answers', { name: 'Testa Tutrice', role: t('contact_role.guardian') })).waitFor();
    await page.getByLabel(t('notes.text'), { exact: true }).fill('MOT-RETENU (note inventée)');
    await desk.choose(t('notes.about'), t('note_level.protection'));
    await page.getByText(t('notes.read_by', { names: t('notes.you') })).waitFor();
    await desk.press(t('notes.add'));
    await page.getByText('MOT-RETENU (note inventée)').waitFor();
    await look(page, shot('case-minor'));
    // Paper leaves the room: it never carries the note.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('MOT-RETENU (note inventée)').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });

    const colleague = await agent('agent2.oujda@example.org');
    await colleague.page.goto(page.url());
    await colleague.page.getByText(t('minor.who_is_told')).waitFor();
    await colleague.page.getByText('Testa Tutrice').first().waitFor();
    expect(await colleague.page.getByText('MOT-RETENU').count()).toBe(0);
    await Promise.all([page.close(), colleague.page.close()]);
  });

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
    await look(page, shot('attention-changed'));
    await desk.press(t('attention.back_to_file'));
    await page.getByRole('heading', { level: 2, name: t('person.changes') }).waitFor();
    await page.getByText('le soir (inventé)').waitFor();
    await look(page, shot('person-edit'));
    await desk.press(t('person.save'));
    await page.getByText(t('contact_rule.safe_hours', { hours: 'le matin (inventé)' })).waitFor();
    await Promise.all([page.close(), colleague.page.close()]);
  });

  it('an anonymous first contact is named later, and keeps what was written before', async () => {
    const desk = await agent();
    const { page, t } = desk;
    await visit(desk, 'health', 'rpt');
    await open(desk);
    await page.getByRole('heading', { level: 1, name: t('case.anonymous') }).waitFor();
    await desk.go(t('name_person.title'));
    await page.getByLabel(t('person.name'), { exact: true }).fill(`Testa Nommée ${language}`);
    await desk.press(t('name_person.action'));
    await page.getByRole('heading', { level: 1, name: `Testa Nommée ${language}` }).waitFor();
    await page.close();
  });

  it('what is clicked twice by habit is done once: one person, one case, one note, one interpreter', async () => {
    const desk = await agent();
    const { page, t } = desk;
    const name = `Testa Double ${language}`;
    const twice = (button: string) => page.getByRole('button', { name: button, exact: true }).dblclick();
    await goTo(desk, '/cases/new');
    await desk.choose(t('desk.needs'), t('need.utilities'));
    await page.getByLabel(t('person.name'), { exact: true }).fill(name);
    await twice(t('open_case.action'));
    await page.getByRole('button', { name: t('case.close') }).waitFor();
    await page.getByLabel(t('notes.text'), { exact: true }).fill('Note inventée, écrite une fois');
    await twice(t('notes.add'));
    await page.getByText('Note inventée, écrite une fois').waitFor();
    expect(await page.getByText(t('notes.missing')).count()).toBe(0);
    await fold(desk, t('contacts.add'));
    await page.getByLabel(t('contacts.name')).fill('Testa Interprète');
    await twice(t('contacts.add_action'));
    await page.getByRole('button', { name: t('contacts.remove_named', { name: 'Testa Interprète' }) }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: t('case.close') }).waitFor();
    expect(await page.getByText('Testa Interprète', { exact: true }).count()).toBe(1);
    expect(await page.getByText('Note inventée, écrite une fois').count()).toBe(1);
    await goTo(desk, '/people');
    await page.getByLabel(t('people.search')).fill(name);
    await page.getByRole('link', { name, exact: true }).first().waitFor();
    expect(await page.getByRole('link', { name, exact: true }).count()).toBe(1);
    await page.close();
  });

  it('a case changes hands, and what was written of it is put right', async () => {
    const desk = await agent();
    const { page, t } = desk;
    await visit(desk, 'utilities', 'returned_mre');
    await open(desk);
    await desk.press(t('assign.hand_on'));
    await desk.choose(t('assign.to'), colleagueName);
    await look(page, shot('hand-on'));
    await desk.press(t('assign.action'));
    await page.getByText(t('assign.followed_by', { name: colleagueName })).waitFor();
    await desk.go(t('edit_case.title'));
    await page.getByLabel(t('open_case.summary')).fill('Compteur déposé (exemple inventé).');
    await desk.choose(t('open_case.priority'), t('priority.urgent'));
    await look(page, shot('edit-case'));
    await desk.press(t('edit_case.action'));
    await page.getByText('Compteur déposé (exemple inventé).').waitFor();
    await page.getByText(t('priority.urgent'), { exact: true }).waitFor();
    await page.getByLabel(t('plan.step'), { exact: true }).fill('Relevé (inventé)');
    await page.getByLabel(t('plan.date'), { exact: true }).fill('0206-08-01');
    await desk.press(t('plan.add'));
    await page.getByText(t('invalid.day_unlikely')).waitFor();
    await page.getByLabel(t('plan.date'), { exact: true }).fill('');
    await desk.press(t('plan.add'));
    // A case stands under the list it is found in.
    await page.locator('nav [aria-current="page"]', { hasText: t('navigation.follow_up') }).waitFor();
    await desk.press(t('plan.change_named', { title: 'Relevé (inventé)' }));
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('plan.step'), { exact: true }).fill('Relevé du compteur (inventé)');
    await look(page, shot('step-change'));
    await desk.press(t('plan.save'));
    await page.getByRole('button', { name: t('plan.done_named', { title: 'Relevé du compteur (inventé)' }) }).waitFor();
    await goTo(desk, '/follow-up?list=unassigned');
    await look(page, shot('follow-up-unassigned'));
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

  it('a case opened without a network is planned and noted at once, and all of it arrives in its order', async () => {
    const desk = await agent();
    const { page, t } = desk;
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await goTo(desk, '/cases/new');
    await page.context().setOffline(true);
    await desk.choose(t('desk.needs'), t('need.school_children'));
    await page.getByLabel(t('person.name'), { exact: true }).fill(`Testa Sans Réseau ${language}`);
    await desk.press(t('open_case.action'));
    await page.getByText(t('case.waiting')).waitFor();
    await page.getByLabel(t('plan.step'), { exact: true }).fill('Inscription à l’école (inventée)');
    await desk.press(t('plan.add'));
    await page.getByLabel(t('notes.text'), { exact: true }).fill('Note inventée sans réseau');
    await desk.press(t('notes.add'));
    await page.getByText('Note inventée sans réseau').waitFor();
    await look(page, shot('case-offline'));
    await page.context().setOffline(false);
    await page.getByRole('button', { name: t('case.close') }).waitFor();
    await page.getByRole('button', { name: t('plan.done_named', { title: 'Inscription à l’école (inventée)' }) }).waitFor();
    await page.getByText('Note inventée sans réseau').waitFor();
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
