import { describe, expect, it } from 'vitest';
import { localeOf } from '../src/platform/i18n/index.ts';
import { translators } from '../src/site/messages.ts';
import { auditPage } from './audit.ts';
import { lookAt } from './browser.ts';
import { serviceId, soon, useDirectory } from './use-directory.ts';
import { openViewer, openVisitor } from './visitor.ts';

const { platform, browser, focalPoint, openService, readService } = useDirectory();
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe.each(['fr', 'ar'] as const)('what visitors are told and say, in %s', (language) => {
  const shot = (name: string): string => `care-${name}-${language}`;
  const said = translators[language];

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
    await expect.poll(() => readService(language), soon).toContain(said('availability.places', { n: 3 }));
    await page.reload();
    await publish('waiting_list');
    await expect.poll(() => readService(language), soon).toContain(said('availability.waiting'));
    await page.reload();
    await publish('closed');
    const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(inDays(20)));
    await expect.poll(() => readService(language), soon).toContain(said('availability.until', { text: said('availability.closed'), date }));
    await lookAt(page, shot('availability'));
    const viewer = await openViewer(browser());
    await viewer.goto(`${platform().url}/${language}/services/${serviceId}`);
    await auditPage(viewer, shot('public-availability'));
    await Promise.all([page.close(), viewer.context().close()]);
  });

  it('a visitor without a script says in two taps that they were refused, and reads the focal point’s answer with a code', async () => {
    const visitor = await openVisitor(browser());
    await visitor.goto(`${platform().url}/${language}/services/${serviceId}`);
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
    await page.close();

    await visitor
      .getByRole('link', { name: said('feedback.readTitle') })
      .first()
      .click();
    await visitor.getByLabel(said('feedback.code')).fill(code.toLowerCase());
    await visitor.getByRole('button', { name: said('feedback.read') }).click();
    await visitor.getByText(`Réponse inventée ${language}`).waitFor();
    await visitor.context().close();

    const viewer = await openViewer(browser());
    await viewer.goto(`${platform().url}/${language}/feedback`);
    await auditPage(viewer, shot('public-feedback-code'));
    for (const [typed, name] of [
      ['XXX-XXX-XXXX', 'unknown'],
      [code, 'answer'],
    ] as const) {
      await viewer.goto(`${platform().url}/${language}/feedback`);
      await viewer.getByLabel(said('feedback.code')).fill(typed);
      await viewer.getByRole('button', { name: said('feedback.read') }).click();
      await auditPage(viewer, shot(`public-feedback-${name}`));
    }
    await viewer.goto(`${platform().url}/${language}/services/${serviceId}`);
    await viewer
      .locator('summary')
      .filter({ hasText: said('feedback.title') })
      .click();
    await auditPage(viewer, shot('public-feedback-open'));
    await viewer.getByRole('button', { name: said('feedback.kind.wrong') }).click();
    await viewer.getByRole('heading', { name: said('feedback.sentTitle') }).waitFor();
    await auditPage(viewer, shot('public-feedback-sent'));
    await viewer.context().close();
  });
});
