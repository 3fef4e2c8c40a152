import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPartners } from '../src/demo/organizations.ts';
import { remindOrganizations } from '../src/directory/care/reminders.ts';
import { careTexts } from '../src/directory/screens/messages/index.ts';
import { inTransaction } from '../src/platform/database/transaction.ts';
import { sendDueMessages } from '../src/platform/mail/sender.ts';
import { localeOf } from '../src/platform/i18n/index.ts';
import { translators } from '../src/site/messages.ts';
import { addTexts, fetchTexts, type WorkLanguage } from '../src/workspace/texts.ts';
import { auditPage } from './audit.ts';
import { lookAt, openBrowser } from './browser.ts';
import { openSource, type Source } from './import-again.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { type Platform, startPlatform } from './platform.ts';
import { openViewer, openVisitor } from './visitor.ts';
import { type Desk, signIn } from './workspace.ts';

const sender = 'Istiqbal <istiqbal@example.org>';
let platform: Platform;
let browser: Browser;
let mailbox: Mailbox;
let source: Source;
beforeAll(async () => {
  mailbox = await openMailbox();
  source = openSource();
  const env = { SMTP_URL: mailbox.url, MAIL_FROM: sender };
  [platform, browser] = await Promise.all([startPlatform(env), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  // What was said, answered and searched stands in no log.
  expect(platform.output()).not.toMatch(/inventé|مختلق|zzzzqqqq|ظظظظذذذذ/);
  expect(await platform.stop()).toBe(0);
  await mailbox.close();
  source.close();
});

/** Someone who keeps the directory, with the words of its screens. */
async function keeper(email: string, language: WorkLanguage): Promise<Desk> {
  const desk = await signIn(browser, platform.url, email, language);
  const { t } = await addTexts(await fetchTexts(language), careTexts);
  return { ...desk, t };
}
const focalPoint = (language: WorkLanguage) => keeper('partenaire.sante@example.org', language);
const editor = (language: WorkLanguage) => keeper('programme@example.org', language);

/** Goes to a thing with the Tab key, as someone without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < 120; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key never comes to it');
}
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** The public site may keep a page for a moment. */
const soon = { timeout: 20_000, interval: 500 };
const serviceId = demoPartners[0]?.service.id ?? '';

describe.each(['fr', 'ar'] as const)('keeping the directory in %s', (language) => {
  const shot = (name: string): string => `care-${name}-${language}`;
  const said = translators[language];
  const invented = `Consultation inventée ${language}`;
  const recipient = `point.focal.${language}@example.org`;
  const day = language === 'ar' ? 'السبت' : 'Dimanche';
  let reminded = '';

  const openService = async ({ page, t, go }: Desk): Promise<void> => {
    await go(t('navigation.our_services'));
    await page.locator(`main a[href$="/services/${serviceId}"]`).click();
    await page.getByRole('heading', { level: 2, name: t('care.form.texts') }).waitFor();
  };
  /** What anyone reads of a service, without a script. */
  const publicText = async (id = serviceId, spoken: string = language): Promise<string> => {
    const page = await openVisitor(browser);
    const answer = await page.goto(`${platform.url}/${spoken}/services/${id}`);
    expect(answer?.status()).toBe(200);
    const text = await page.locator('main').innerText();
    await page.context().close();
    return text;
  };
  const look = async (page: Page, name: string): Promise<void> => {
    await lookAt(page, shot(name));
    await auditPage(page, name);
  };

  it('an editor finds an organisation and says where it is to be asked whether all is still true', async () => {
    const { page, t, go, press } = await editor(language);
    await page.getByRole('heading', { level: 1, name: t('care.board.title') }).waitFor();
    await lookAt(page, shot('board'));
    await go(t('care.organizations.title'));
    await page.getByLabel(t('care.organizations.state'), { exact: true }).selectOption('never_confirmed');
    await lookAt(page, shot('organizations'));
    const first = page.locator('main li h2 a').first();
    reminded = (await first.innerText()).trim();
    await first.click();
    await page.getByRole('heading', { level: 1, name: reminded }).waitFor();
    await page.getByLabel(t('care.stewardship.email'), { exact: true }).fill(recipient);
    await page.getByLabel(t('care.stewardship.language'), { exact: true }).selectOption(language);
    await lookAt(page, shot('organization'));
    await press(t('care.stewardship.save'));
    await page.getByText(t('care.stewardship.saved')).waitFor();
    await page.reload();
    const address = page.getByLabel(t('care.stewardship.email'), { exact: true });
    await expect.poll(() => address.inputValue(), soon).toBe(recipient);
    await page.context().close();
  });

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
    await expect.poll(() => publicText(), soon).toMatch(new RegExp(day, 'i'));
    expect(await publicText(serviceId, 'fr')).not.toContain(invented);
    await page.context().close();
  });

  it('how many places are left is on the public page as soon as the focal point says it', async () => {
    const desk = await focalPoint(language);
    const { page, t, press, choose } = desk;
    await openService(desk);
    const publish = async (state: string): Promise<void> => {
      await choose(t('care.availability.question'), t(`care.available.${state}`));
      if (state === 'places') await page.getByLabel(t('care.availability.places_left')).fill('3');
      if (state === 'closed') await page.getByLabel(t('care.availability.until')).fill(inDays(20));
      await press(t('care.availability.save'));
      await page.getByText(t('care.availability.saved')).waitFor();
    };
    await publish('places');
    await expect.poll(() => publicText(), soon).toContain(said('availability.places', { n: 3 }));
    await page.reload();
    await publish('waiting_list');
    await expect.poll(() => publicText(), soon).toContain(said('availability.waiting'));
    await page.reload();
    await publish('closed');
    const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(inDays(20)));
    await expect.poll(() => publicText(), soon).toContain(said('availability.until', { text: said('availability.closed'), date }));
    await lookAt(page, shot('availability'));
    const viewer = await openViewer(browser);
    await viewer.goto(`${platform.url}/${language}/services/${serviceId}`);
    await look(viewer, 'public-availability');
    await Promise.all([page.context().close(), viewer.context().close()]);
  });

  it('a visitor without a script says in two taps that they were refused, and reads the focal point’s answer with a code', async () => {
    const visitor = await openVisitor(browser);
    await visitor.goto(`${platform.url}/${language}/services/${serviceId}`);
    await visitor
      .locator('summary')
      .filter({ hasText: said('feedback.title') })
      .tap()
      .catch(() =>
        visitor
          .locator('summary')
          .filter({ hasText: said('feedback.title') })
          .click(),
      );
    await visitor.getByRole('button', { name: said('feedback.kind.refused') }).click();
    await visitor.getByRole('heading', { name: said('feedback.sentTitle') }).waitFor();
    const code = await visitor.locator('main strong bdi').innerText();

    const desk = await focalPoint(language);
    const { page, t, press, go } = desk;
    await go(t('navigation.our_services'));
    await go(t('care.feedback.title'));
    const answer = page.getByRole('button', { name: t('care.feedback.answer_named', { reference: code }), exact: true });
    await answer.waitFor();
    await lookAt(page, shot('feedback'));
    await answer.click();
    await press(t('care.feedback.send'));
    await page.getByText(t('care.feedback.answer.missing')).waitFor();
    await page.getByLabel(t('care.feedback.answer_text')).fill(`Réponse inventée ${language}`);
    await lookAt(page, shot('answer-feedback'));
    await press(t('care.feedback.send'));
    await answer.waitFor({ state: 'detached' });
    await desk.choose(t('care.feedback.show'), t('care.feedback_state.answered'));
    await page.getByText(`Réponse inventée ${language}`).first().waitFor();
    await lookAt(page, shot('feedback-answered'));
    await page.context().close();

    await visitor
      .getByRole('link', { name: said('feedback.readTitle') })
      .first()
      .click();
    await visitor.getByLabel(said('feedback.code')).fill(code.toLowerCase());
    await visitor.getByRole('button', { name: said('feedback.read') }).click();
    await visitor.getByText(`Réponse inventée ${language}`).waitFor();
    await visitor.context().close();

    const viewer = await openViewer(browser);
    await viewer.goto(`${platform.url}/${language}/feedback`);
    await look(viewer, 'public-feedback-code');
    for (const [typed, name] of [
      ['XXX-XXX-XXXX', 'unknown'],
      [code, 'answer'],
    ] as const) {
      await viewer.goto(`${platform.url}/${language}/feedback`);
      await viewer.getByLabel(said('feedback.code')).fill(typed);
      await viewer.getByRole('button', { name: said('feedback.read') }).click();
      await look(viewer, `public-feedback-${name}`);
    }
    await viewer.goto(`${platform.url}/${language}/services/${serviceId}`);
    await viewer
      .locator('summary')
      .filter({ hasText: said('feedback.title') })
      .click();
    await look(viewer, 'public-feedback-open');
    await viewer.getByRole('button', { name: said('feedback.kind.wrong') }).click();
    await viewer.getByRole('heading', { name: said('feedback.sentTitle') }).waitFor();
    await look(viewer, 'public-feedback-sent');
    await viewer.context().close();
  });

  it('the link of a reminder lets its reader say without an account that all is still true, and nothing else', async () => {
    // The clock does both, once an hour and once a minute.
    await platform.inDatabase(async ({ app, secret, asOwner }) => {
      // The other language may have had the same organisation asked, and nobody is asked twice within a month.
      await asOwner((owner) => owner.query('update directory.stewardship set reminded_at = null where contact_email = $1', [recipient]));
      await inTransaction(app, remindOrganizations(secret, platform.url));
      await sendDueMessages(app, { server: mailbox.url, from: sender });
    });
    await expect.poll(() => mailbox.find(recipient), { timeout: 90_000, interval: 1000 }).toBeDefined();
    const link = /http\S+\/confirm\/\S+/.exec(mailbox.find(recipient) ?? '')?.[0] ?? '';
    const viewer = await openViewer(browser);
    await viewer.goto(link);
    await look(viewer, 'public-confirm');
    const visitor = await openVisitor(browser);
    await visitor.goto(link);
    await visitor.getByRole('button', { name: said('confirm.button') }).click();
    await visitor.getByRole('heading', { name: said('confirm.doneTitle') }).waitFor();
    await visitor.goto(`${link}x`);
    await visitor.getByRole('heading', { name: said('confirm.invalidTitle') }).waitFor();
    await viewer.getByRole('button', { name: said('confirm.button') }).click();
    await look(viewer, 'public-confirmed');
    await viewer.goto(`${link}x`);
    await look(viewer, 'public-confirm-over');
    await Promise.all([visitor.context().close(), viewer.context().close()]);

    const { page, t, go } = await editor(language);
    await go(t('care.organizations.title'));
    await page.getByLabel(t('care.organizations.search'), { exact: true }).fill(reminded);
    const found = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: reminded, exact: true }) });
    await found.getByText(t('care.update.up_to_date')).waitFor();
    await page.context().close();
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
    const found = await page.request.get(`${platform.url}/api/directory/search?${new URLSearchParams({ q: invented, language: 'fr' })}`);
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
    await page.goto(`${platform.url}/workspace/our-services/proposals`);
    await page.getByText(t('care.kind.archive')).first().waitFor();
    await page.context().close();
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
    await expect.poll(() => publicText(serviceId, 'fr'), soon).toContain(invented);
    await page.goto(`${platform.url}/workspace/directory/history/service/${serviceId}`);
    await page.getByText(`Raison inventée ${language}`).waitFor();
    await page.getByText(t('care.change.rejected')).first().waitFor();
    await lookAt(page, shot('history'));
    await page.context().close();

    const focal = await focalPoint(language);
    await focal.go(t('navigation.our_services'));
    await focal.go(t('care.proposals.own'));
    await focal.page.getByText(`Raison inventée ${language}`).waitFor();
    await lookAt(focal.page, shot('own-proposals'));
    await focal.page.context().close();
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
    await expect.poll(() => publicText(serviceId, 'fr'), soon).toContain(invented);
    await page.context().close();
  });

  it('an editor archives a service, which leaves the public site, and publishes it again', async () => {
    const { page, t, press } = await editor(language);
    const other = demoPartners[1]?.service.id ?? '';
    await page.goto(`${platform.url}/workspace/directory/services/${other}`);
    await press(t('care.archive.action'));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('care.archive.action'), exact: true })
      .click();
    await page.getByRole('heading', { level: 2, name: t('care.archive.ended') }).waitFor();
    await lookAt(page, shot('archived'));
    await expect.poll(() => publicText(other), soon).toContain(said('directory.service.inactive'));
    await press(t('care.archive.publish'));
    await page.getByRole('heading', { level: 2, name: t('care.archive.title') }).waitFor();
    await expect.poll(() => publicText(other), soon).not.toContain(said('directory.service.inactive'));
    await page.context().close();
  });

  it('a translation older than its original is on the editors’ list until someone looks at it', async () => {
    const french = (t: Desk['t'], field: string) => t('care.field_in', { name: t(`care.field.${field}`), language: t('language.fr') });
    const focal = await focalPoint(language);
    await openService(focal);
    await focal.page.getByLabel(french(focal.t, 'description'), { exact: true }).fill(`Texte inventé et nouveau, ${language}.`);
    await focal.press(focal.t('care.form.save'));
    await focal.page.getByText(focal.t('care.form.applied', { name: focal.t('care.field.description') })).waitFor();
    await expect.poll(() => publicText(serviceId, 'fr'), soon).toContain(`Texte inventé et nouveau, ${language}.`);
    await focal.page.context().close();

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
    await page.goto(`${platform.url}/workspace/directory/translations`);
    await page.locator('main h1').waitFor();
    await page.locator('main .animate-spin').waitFor({ state: 'detached' });
    await expect.poll(() => mend.count(), soon).toBe(0);
    await expect.poll(() => publicText(serviceId, 'ar'), soon).toContain(`نص مختلق وجديد (${language}).`);
    await page.context().close();
  });

  it('what a visitor searched in vain is on the editors’ list, who teach the search that word', async () => {
    const word = { fr: 'zzzzqqqq', ar: 'ظظظظذذذذ' }[language];
    const visitor = await openVisitor(browser);
    const search = async (): Promise<string> => {
      await visitor.goto(`${platform.url}/${language}/services?${new URLSearchParams({ q: word })}`);
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
    await Promise.all([page.context().close(), visitor.context().close()]);
  });

  it('an import leaves what an editor changed, and asks which of the two is to stand', async () => {
    const id = source.serviceIds[language === 'fr' ? 1 : 2] ?? '';
    const ours = `Texte inventé par un éditeur, ${language}.`;
    const theirs = `Texte inventé par la source, ${language}.`;
    const { page, t, press } = await editor(language);
    await page.goto(`${platform.url}/workspace/directory/services/${id}`);
    const description = t('care.field_in', { name: t('care.field.description'), language: t('language.fr') });
    await page.getByLabel(description, { exact: true }).fill(ours);
    await press(t('care.form.save'));
    await page.getByText(t('care.form.applied', { name: t('care.field.description') })).waitFor();
    await source.changeDescription(platform, id, theirs);
    expect(await publicText(id, 'fr')).toContain(ours);

    await page.goto(`${platform.url}/workspace/directory`);
    await page.getByRole('link', { name: t('care.count.differences') }).click();
    await page.getByText(theirs).waitFor();
    await lookAt(page, shot('differences'));
    const [decision, standing] = language === 'fr' ? (['keep_ours', ours] as const) : (['take_theirs', theirs] as const);
    await page.getByText(t(`care.differences.${decision}`), { exact: true }).click();
    await page.getByText(t('care.differences.none'), { exact: true }).waitFor();
    await lookAt(page, shot('differences-none'));
    await expect.poll(() => publicText(id, 'fr'), soon).toContain(standing);
    await page.context().close();
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
    await page.context().close();
  });

  it.each(['links', 'overdue/never_confirmed', 'overdue/update_advised'] as const)(
    'the list of %s can be read by everyone',
    async (list) => {
      const { page } = await editor(language);
      await page.goto(`${platform.url}/workspace/directory/${list}`);
      await page.locator('main h1').waitFor();
      await page.locator('main .animate-spin').waitFor({ state: 'detached' });
      expect(await page.locator('main [role=alert]').count()).toBe(0);
      await lookAt(page, shot(list.replace('/', '-')));
      await page.context().close();
    },
  );

  it('whoever is signed in sees who is competent for what, and the editors where nobody is', async () => {
    const agent = await keeper('agent.oujda@example.org', language);
    await agent.go(agent.t('navigation.actors'));
    await agent.page.getByLabel(agent.t('care.actors.need'), { exact: true }).selectOption({ label: agent.t('need.health') });
    await agent.page.getByRole('heading', { level: 2 }).first().waitFor();
    await lookAt(agent.page, shot('actors'));
    await agent.page.getByLabel(agent.t('care.actors.words'), { exact: true }).fill('zzzz');
    await agent.page.getByText(agent.t('care.actors.none'), { exact: true }).waitFor();
    await lookAt(agent.page, shot('actors-none'));
    await agent.page.context().close();

    const { page, t, go } = await editor(language);
    await go(t('navigation.coverage'));
    await page.getByRole('table').waitFor();
    expect(await page.getByRole('cell', { name: t('care.coverage.gap'), exact: true }).count()).toBeGreaterThan(0);
    await lookAt(page, shot('coverage'));
    // On paper the whole table shows, without what is only pressed.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    await page.screenshot({ path: `${import.meta.dirname}/screenshots/${shot('coverage-print')}.png`, fullPage: true });
    await page.context().close();
  });
});
