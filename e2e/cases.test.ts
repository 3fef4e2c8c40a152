import { describe, expect, it } from 'vitest';
import { tabTo } from './browser.ts';
import { useCaseDesk } from './case-desk.ts';

const { at } = useCaseDesk({ offline: ['agent.oujda@example.org'] });
const colleagueName = 'Second Agent Oujda Démo';

describe.each(['fr', 'ar'] as const)('the case screens in %s', (language) => {
  const { shot, agent, goTo, visit, open, fold, look } = at(language);

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
});
