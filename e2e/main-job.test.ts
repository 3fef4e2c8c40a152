import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { caseTexts } from '../src/cases/screens/messages/index.ts';
import { peopleTexts } from '../src/people/screens/messages/index.ts';
import { lookAt } from './browser.ts';
import { usePlatform } from './use-platform.ts';
import { openDevice } from './workspace.ts';

// Nothing printed or logged during the journeys names the people in them.
const { platform, browser, signIn } = usePlatform({
  unsaid: /Testa|تيستا|Exemplaire|Rendez-vous inventé/,
  offline: ['agent.oujda@example.org'],
});

const figuig = { fr: 'Cellule communale d’accueil – Figuig', ar: 'خلية الاستقبال الجماعية – فجيج' };
const partnerName = /Dar Chifa|Al Mizan|دار الشفاء|الميزان/;

describe.each(['fr', 'ar'] as const)('the main job in %s', (language) => {
  const shot = (name: string): string => `${name}-${language}`;

  it('an anonymous visit is recorded, oriented to a real service and leaves with a printed slip', async () => {
    const desk = await signIn('agent.oujda@example.org', language, caseTexts, peopleTexts);
    const { page, t } = desk;
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .flatMap((entry) => (entry instanceof PerformanceResourceTiming && entry.name.endsWith('.js') ? [entry.encodedBodySize] : []))
        .reduce((sum, size) => sum + size, 0),
    );
    expect(bytes, 'JavaScript of the first screen').toBeGreaterThan(0);
    expect(bytes, 'JavaScript of the first screen').toBeLessThanOrEqual(200_000);
    await desk.choose(t('desk.needs'), t('need.school_children'));
    await desk.choose(t('desk.audience'), t('audience.rpt'));
    await desk.choose(t('desk.sex'), t('sex.woman'));
    await desk.choose(t('desk.age'), t('age.25_44'));
    const offer = page
      .getByRole('article')
      .filter({ hasText: language === 'ar' ? 'أكوديك' : 'ACODEC' })
      .first();
    await offer.waitFor();
    await lookAt(page, shot('desk'));
    await offer.getByRole('button').click();
    await desk.press(t('desk.save'));
    await page.getByRole('heading', { name: t('recorded.title') }).waitFor();
    await page.getByRole('link', { name: t('slip.fr'), exact: true }).waitFor();
    await lookAt(page, shot('recorded'));
    const href = await page.getByRole('link', { name: t('slip.fr_ar'), exact: true }).getAttribute('href');
    const slip = await page.request.get(new URL(href ?? '', page.url()).href);
    expect(slip.headers()['content-type']).toBe('application/pdf');
    expect((await slip.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await desk.go(t('navigation.desk'));
    await desk.go(t('desk.visits'));
    await page.getByRole('heading', { name: t('visits.title') }).waitFor();
    await lookAt(page, shot('visits'));
    await desk.go(t('navigation.follow_up'));
    await page.getByRole('heading', { name: t('follow_up.title') }).waitFor();
    await lookAt(page, shot('follow-up'));
    await page.close();
  });

  it.each([
    { ending: 'accepted', named: true },
    { ending: 'declined', named: true },
    { ending: 'accepted', named: false },
    { ending: 'declined', named: false },
  ])('a referral ($ending, named: $named) comes back to the agent with what came of it', async ({ ending, named }) => {
    const mark = `Exemplaire ${language} ${ending} ${named}`;
    // Up to the answer both endings show the same screens, which are looked at once.
    const look = async (on: Page, name: string) => (ending === 'accepted' ? lookAt(on, shot(name)) : undefined);
    const desk = await signIn('agent.oujda@example.org', language, caseTexts, peopleTexts);
    const { page, t } = desk;
    await desk.choose(t('desk.needs'), t('need.health'));
    await desk.choose(t('desk.audience'), t('audience.returned_mre'));
    await desk.choose(t('desk.outcome'), t('outcome.case_opened'));
    await desk.press(t('desk.save'));
    await desk.go(t('recorded.open_case'));
    await page.getByLabel(t('open_case.summary')).fill('Résumé inventé');
    if (named) await page.getByLabel(t('person.name'), { exact: true }).fill('Testa تيستا');
    await look(page, 'open-case');
    await desk.press(t('open_case.action'));
    await page.getByRole('link', { name: t('case.refer') }).waitFor();
    await look(page, 'case');
    if (!named && ending === 'accepted') {
      await desk.press(t('case.close'));
      await lookAt(page, shot('close-case'));
      await desk.press(t('workspace.cancel'));
      await desk.press(t('account.menu', { name: 'Agente Oujda Démo' }));
      await lookAt(page, shot('account'));
      await page.keyboard.press('Escape');
    }
    await desk.go(t('case.refer'));
    await page
      .getByRole('radiogroup', { name: t('refer.partner') })
      .getByText(language === 'ar' ? /دار الشفاء/ : /Dar Chifa/)
      .first()
      .click();
    await page.getByLabel(t('refer.reason')).fill(mark);
    await desk.choose(t('refer.priority'), t('priority.urgent'));
    await desk.choose(t('refer.fields'), t('share.needs'));
    if (named) await desk.choose(t('refer.fields'), t('share.name'));
    await desk.choose(t('refer.given_how'), t('given_how.spoken'));
    await look(page, 'refer');
    await desk.press(t('refer.action'));
    await page.getByText(t('referral_status.sent')).first().waitFor();
    await look(page, 'case-referred');

    const partner = await signIn('partenaire.sante@example.org', language);
    const received = partner.page.getByRole('article').or(partner.page.locator('section, li, div')).filter({ hasText: mark }).last();
    await received.waitFor();
    await partner.page.getByText(mark).first().waitFor();
    const text = await partner.page.locator('main').innerText();
    expect(text).not.toContain('Résumé inventé');
    if (named) expect(text).toContain('Testa');
    await look(partner.page, 'inbox');
    const reference = await partner.page.evaluate((wanted) => {
      const at = [...document.querySelectorAll('main p')].find((p) => p.textContent === wanted);
      return at?.parentElement?.querySelector('h3')?.textContent ?? '';
    }, mark);
    if (ending === 'declined') {
      await partner.press(t('answer.decline_named', { reference }));
      await partner.choose(t('answer.reason'), t('decline.no_place'));
      await lookAt(partner.page, shot('decline'));
      await partner.press(t('answer.decline.send'));
    } else {
      await partner.press(t('answer.accept_named', { reference }));
      await partner.page.getByLabel(t('answer.note')).fill('Rendez-vous inventé');
      await partner.press(t('answer.accept.send'));
      await partner.press(t('answer.report_outcome_named', { reference }));
      await partner.choose(t('answer.outcome'), t('referral_outcome.service_received'));
      await partner.press(t('answer.report_outcome.send'));
      await partner.page
        .getByText(t('referral.came_of_it', { outcome: t('referral_outcome.service_received') }))
        .first()
        .waitFor();
    }
    await expect
      .poll(() => partner.page.getByText(mark).locator('..').innerText())
      .toContain(t(ending === 'declined' ? 'referral_status.declined' : 'referral_status.completed'));

    await page.reload();
    const told =
      ending === 'declined'
        ? t('referral.declined_because', { reason: t('decline.no_place') })
        : t('referral.came_of_it', { outcome: t('referral_outcome.service_received') });
    await page.getByText(told).first().waitFor();
    await lookAt(page, shot(`case-${ending}`));
    await Promise.all([page.close(), partner.page.close()]);
  });

  it('the coordinator sees totals and never a person', async () => {
    const { page, t } = await signIn('coordination@example.org', language);
    await page.getByRole('heading', { name: t('totals.title') }).waitFor();
    await page.getByRole('table').first().waitFor();
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/Testa|Personne Démo/);
    expect(text).not.toMatch(partnerName);
    await lookAt(page, shot('totals'));
    await page.close();
  });

  it('the administrator invites someone, who accepts and is at the desk', async () => {
    const desk = await signIn('admin@example.org', language);
    const { page, t } = desk;
    await page.getByRole('heading', { level: 1, name: t('members.title') }).waitFor();
    await lookAt(page, shot('members'));
    const email = `invitee.${language}@example.org`;
    await page.getByLabel(t('sign_in.email')).fill(email);
    await page.getByLabel(t('invite.organization')).selectOption({ label: language === 'ar' ? figuig.ar : figuig.fr });
    await desk.press(t('invite.action'));
    const link = await page.locator('bdi', { hasText: '/workspace/invitation#' }).innerText();
    await page.close();

    const context = await openDevice(browser(), language);
    const guest = await context.newPage();
    await guest.goto(link);
    await guest.getByText(figuig[language]).waitFor();
    await guest.getByLabel(t('invitation.name')).fill('Testa Invitée');
    await guest.getByLabel(t('invitation.password')).fill('une phrase inventée');
    await lookAt(guest, shot('invitation'));
    await guest.getByRole('button', { name: t('invitation.action') }).click();
    await guest.getByRole('heading', { level: 1, name: t('desk.title') }).waitFor();
    await context.close();
  });

  it('an invitation that went to the wrong address is withdrawn, and its link opens nothing', async () => {
    const desk = await signIn('admin@example.org', language);
    const { page, t } = desk;
    const email = `wrong.${language}@example.org`;
    await page.getByLabel(t('sign_in.email')).fill(email);
    await page.getByLabel(t('invite.organization')).selectOption({ label: language === 'ar' ? figuig.ar : figuig.fr });
    await desk.press(t('invite.action'));
    const link = await page.locator('bdi', { hasText: '/workspace/invitation#' }).innerText();
    await desk.press(t('members.withdraw_named', { email }));
    await page.getByRole('dialog').waitFor();
    await lookAt(page, shot('invitation-withdraw'));
    await desk.press(t('members.withdraw.confirm'));
    await page.getByRole('button', { name: t('members.withdraw_named', { email }) }).waitFor({ state: 'detached' });
    await page.close();

    const stranger = await (await openDevice(browser(), language)).newPage();
    await stranger.goto(link);
    await stranger.getByText(t('error.invitation_expired')).waitFor();
    await stranger.context().close();
  });

  it('a change that the server refuses waits with what was typed, until it is mended or given up', async () => {
    const desk = await signIn('agent.oujda@example.org', language, caseTexts, peopleTexts);
    const { page, t } = desk;
    await desk.choose(t('desk.needs'), t('need.health'));
    await desk.choose(t('desk.audience'), t('audience.mre'));
    await desk.press(t('desk.save'));
    const openCase = page.getByRole('link', { name: t('recorded.open_case'), exact: true });
    const href = await openCase.getAttribute('href');
    const toOpen = new URL(href ?? '', page.url()).href;
    for (const summary of ['Résumé inventé', 'Second résumé inventé']) {
      await page.goto(toOpen);
      await page.getByLabel(t('open_case.summary')).fill(summary);
      await desk.press(t('open_case.action'));
      await page.getByLabel(t('open_case.summary')).waitFor({ state: 'detached' });
    }
    await desk.go(t('attention.title'));
    await page.getByRole('heading', { level: 1, name: t('attention.title') }).waitFor();
    expect(await page.getByLabel(t('open_case.summary')).inputValue()).toBe('Second résumé inventé');
    await lookAt(page, shot('attention'));
    await desk.press(t('attention.discard'));
    await desk.press(t('attention.discard.confirm'));
    await page.getByText(t('attention.none'), { exact: true }).waitFor();
    await lookAt(page, shot('attention-none'));
    await page.goto(`${platform().url}/workspace/nowhere`);
    await page.getByRole('heading', { level: 1, name: t('workspace.not_found.title') }).waitFor();
    await lookAt(page, shot('not-found'));
    await page.close();
  });

  it('every screen opens without a network once the workspace was opened with one', async () => {
    const desk = await signIn('agent.oujda@example.org', language, caseTexts, peopleTexts);
    const { page, t } = desk;
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.context().setOffline(true);
    await page.goto(`${platform().url}/workspace/follow-up`);
    await page.getByRole('heading', { level: 1, name: t('follow_up.title') }).waitFor();
    await page.getByText(t('workspace.offline')).waitFor();
    await lookAt(page, shot('offline'));
    await desk.go(t('navigation.desk'));
    await page.getByRole('heading', { level: 1, name: t('desk.title') }).waitFor();
    await page.getByRole('button', { name: language === 'ar' ? 'Français' : 'العربية' }).click();
    await page.locator(`html[lang="${language === 'ar' ? 'fr' : 'ar'}"]`).waitFor();
    await page.context().close();
  });

  it('the sign-in page stands alone', async () => {
    const context = await openDevice(browser(), language);
    const page = await context.newPage();
    await page.goto(`${platform().url}/workspace/`);
    await page.getByRole('button').first().waitFor();
    await lookAt(page, shot('sign-in'));
    await context.close();
  });
});
