import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { letterTexts } from '../src/cases/letters/screens/messages/index.ts';
import { caseTexts } from '../src/cases/screens/messages/index.ts';
import { consentTexts } from '../src/people/consent/screens/messages/index.ts';
import { spokenNames } from '../src/people/consent/screens/spoken-words.ts';
import { peopleTexts } from '../src/people/screens/messages/index.ts';
import { buildWav } from '../src/testing/files.ts';
import { lookAt, tabTo } from './browser.ts';
import { usePlatform } from './use-platform.ts';
import type { Desk } from './workspace.ts';

const { platform, signIn } = usePlatform({ unsaid: /Testa|تيستا|Mère Inventée|une\.fois@/ });

/** A case opened beside the screen, by the same person. */
async function openCase({ page }: Desk, over: object = {}): Promise<string> {
  const caseId = randomUUID();
  const person = { personId: randomUUID(), name: 'Testa Accord', otherNames: [{ name: 'تيستا', use: 'other_script' }] };
  const payload = { caseId, needs: ['pensions'], summary: 'Pension à rétablir (exemple inventé).', person, ...over };
  const commands = [{ id: randomUUID(), kind: 'cases.open', at: new Date().toISOString(), payload }];
  const answer = await page.request.post(`${platform().url}/api/commands`, { data: { commands } });
  expect(((await answer.json()) as { answers: unknown[] }).answers).toMatchObject([{ status: 'done' }]);
  return caseId;
}
const goTo = async (page: Page, path: string) => {
  await page.goto(`${platform().url}/workspace${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
async function readPdf(page: Page, href: string | null): Promise<string> {
  const answer = await page.request.get(new URL(href ?? '', platform().url).href);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  return (await answer.body()).subarray(0, 5).toString();
}

describe.each(['fr', 'ar'] as const)('consent in %s', (language) => {
  const shot = (name: string): string => `${name}-${language}`;
  const at = (email: string) => signIn(email, language, caseTexts, peopleTexts, consentTexts, letterTexts);

  it('is asked in words that are read aloud, given for one thing, refused for another, and taken back knowing what follows', async () => {
    const desk = await at('agent.oujda@example.org');
    const { page, t, choose, press } = desk;
    const caseId = await openCase(desk);
    await goTo(page, `/cases/${caseId}`);
    await page.getByText(t('consent.not_asked')).first().waitFor();
    await page
      .getByRole('link', { name: t('consent.ask.named', { name: t('consent_purpose.contact') }) })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: t('consent.ask') }).waitFor();
    await press(t('consent.yes'));
    await page.getByText(t('consent.ways.missing')).waitFor();
    await page.getByText(t('refer.given_how.missing')).waitFor();
    await choose(t('consent.ways'), t('contact_way.call'));
    await choose(t('consent.read_aloud'), spokenNames['rif-Tfng']);
    await page.getByText(t('consent.unproven')).waitFor();
    await lookAt(page, shot('consent-tifinagh'));
    await choose(t('consent.read_aloud'), spokenNames[language]);
    await press(t('consent.larger'));
    await choose(t('refer.given_how'), t('given_how.spoken'));
    await lookAt(page, shot('consent-ask'));
    await press(t('consent.yes'));
    const contact = page.locator('#consents').getByText(t('consent_state.stands'));
    await contact.waitFor();

    // A no, by keyboard alone.
    await page.getByRole('link', { name: t('consent.ask.named', { name: t('consent_purpose.photo') }) }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: t('consent.ask') }).waitFor();
    await tabTo(page, page.getByRole('button', { name: t('consent.no') }));
    await page.keyboard.press('Enter');
    await page.locator('#consents').getByText(t('consent_state.refused')).waitFor();
    await lookAt(page, shot('consents'));
    await page.getByRole('link', { name: t('consent.ask_again.named', { name: t('consent_purpose.photo') }) }).click();
    await page.getByText(t('consent.asks_again')).waitFor();
    expect(await page.getByRole('button', { name: t('consent.yes') }).count()).toBe(0);
    await lookAt(page, shot('consent-said-no'));
    await goTo(page, `/cases/${caseId}`);

    await press(t('consent.receipt.of', { name: t('consent_purpose.contact') }));
    await lookAt(page, shot('consent-receipt'));
    expect(await readPdf(page, await page.getByRole('link', { name: t('consent.receipt.fr_ar') }).getAttribute('href'))).toBe('%PDF-');
    await press(t('consent.receipt.close'));
    await press(t('consent.withdraw_named', { name: t('consent_purpose.contact') }));
    await page.getByText(t('consent.effect.contact')).waitFor();
    await lookAt(page, shot('consent-withdraw'));
    await press(t('consent.withdraw.confirm'));
    await page.locator('#consents').getByText(t('consent_state.withdrawn')).waitFor();
    await page.close();
  });

  it('of a child comes from who answers for them, with what the child wishes', async () => {
    const desk = await at('agent.oujda@example.org');
    const { page, t, choose, press } = desk;
    const caseId = await openCase(desk, { minorSituation: 'with_parents' });
    await goTo(page, `/cases/${caseId}/consent?purpose=file`);
    await choose(t('refer.given_how'), t('given_how.spoken'));
    await press(t('consent.yes'));
    await page.getByText(t('consent.adult_missing')).waitFor();
    await page.getByText(t('consent.childs_wish.missing')).waitFor();
    await choose(t('consent.childs_wish'), t('childs_wish.agrees'));
    await choose(t('refer.given_how'), t('given_how.by_representative'));
    await page.getByLabel(t('consent.representative'), { exact: true }).fill('Mère Inventée');
    await choose(t('consent.representative.link'), t('representative_link.mother'));
    await lookAt(page, shot('consent-child'));
    await press(t('consent.yes'));
    await page.locator('#consents').getByText(t('consent_state.stands')).waitFor();
    await page.locator('#consents').getByText(t('consent.details')).click();
    await page.getByText(t('consent.represented', { name: 'Mère Inventée', link: t('representative_link.mother') })).waitFor();
    await page.close();
  });

  it('is heard in a voice that the head of the cell recorded', async () => {
    const head = await at('chef.oujda@example.org');
    await goTo(head.page, '/recordings');
    await head.page
      .getByLabel(head.t('recordings.choose'))
      .first()
      .or(head.page.locator('input[type=file]').nth(1))
      .first()
      .waitFor({ state: 'attached' });
    const sound = buildWav({ samples: 48_000 });
    await head.page.locator('input[type=file]').nth(1).setInputFiles({ name: 'voix.wav', mimeType: 'audio/wav', buffer: sound });
    await head.page.getByRole('button', { name: head.t('consent.listen') }).waitFor();
    await lookAt(head.page, shot('recordings'));
    const desk = await at('agent.oujda@example.org');
    await goTo(desk.page, `/cases/${await openCase(desk)}/consent?purpose=file`);
    await desk.choose(desk.t('consent.read_aloud'), spokenNames[language]);
    await desk.press(desk.t('consent.listen'));
    await desk.page.getByRole('button', { name: desk.t('consent.stop_listening') }).waitFor();
    await head.page.close();
    await desk.page.close();
  });
});

it('what the head of papers does not say yet is asked for once, before many letters are printed', async () => {
  const head = await signIn('chef.oujda@example.org', 'fr', caseTexts, peopleTexts, letterTexts);
  const { page, t } = head;
  await openCase(head);
  await goTo(page, '/letters/batch');
  await page.getByText(t('letters.batch.cell_lacks', { names: t('placeholder.cell.phone') })).waitFor();
  await lookAt(page, 'letters-batch-lacks');
  await page.getByRole('link', { name: t('letterhead.title') }).click();
  await page.getByLabel(t('letterhead.email')).fill('réception@commune.ma');
  await page.getByRole('button', { name: t('letters.save') }).click();
  await page.getByText(t('letterhead.email.wrong')).waitFor();
  expect(await page.getByText(t('letterhead.saved')).count()).toBe(0);
  await page.close();
});

describe.each(['fr', 'ar'] as const)('letters in %s', (language) => {
  const shot = (name: string): string => `${name}-${language}`;
  const at = (email: string) => signIn(email, language, caseTexts, peopleTexts, consentTexts, letterTexts);

  it('the head of the cell sets what its papers look like and writes a letter of its own', async () => {
    const { page, t, press, go } = await at('chef.oujda@example.org');
    await goTo(page, '/letters');
    await lookAt(page, shot('letters'));
    await go(t('letterhead.title'));
    await page.getByLabel(t('letterhead.phone')).fill('0536000000');
    await press(t('letters.save'));
    await page.getByText(t('letterhead.saved')).waitFor();
    await lookAt(page, shot('letterhead'));
    await go(t('letters.of_cell'));
    const title = language === 'fr' ? 'Attestation de passage' : 'شهادة حضور';
    await page.getByRole('link', { name: t('letters.copy_named', { title }) }).click();
    await page.getByLabel(t('letters.name')).fill(`Exemple ${language}`);
    await page.getByLabel(t(`letters.text.${language}`)).fill('Bonjour {person.nom}');
    await press(t('letters.save_copy'));
    await page.getByText(t('letters.unknown', { names: '{person.nom}' })).waitFor();
    await page.getByLabel(t(`letters.text.${language}`)).fill('# Exemple\n\nBonjour ');
    await page
      .getByLabel(t('letters.insert'))
      .nth(language === 'fr' ? 0 : 1)
      .selectOption('person.name');
    await lookAt(page, shot('letter-template'));
    await press(t('letters.save_copy'));
    await page.getByText(`Exemple ${language}`).waitFor();
    await lookAt(page, shot('letters-own'));
    await page.close();
  });

  it('is begun from a template, says what is missing, is corrected for once, printed and kept', async () => {
    const desk = await at('agent.oujda@example.org');
    const { page, t, choose, press } = desk;
    const caseId = await openCase(desk);
    await goTo(page, `/cases/${caseId}`);
    await page.getByRole('link', { name: t('letters.write') }).click();
    await choose(t('letters.which'), language === 'fr' ? 'Invitation à un rendez-vous' : 'دعوة إلى موعد');
    await press(t('letters.keep'));
    await page.getByText(t('placeholder.appointment.place')).first().waitFor();
    await page.getByRole('alert').waitFor();
    await lookAt(page, shot('letter-blanks'));
    for (const [name, text] of [
      ['appointment.date', '3 août'],
      ['appointment.time', '10:00'],
      ['appointment.place', 'Guichet 2'],
      ['papers', '- Livret de famille'],
    ] as const)
      await page.getByLabel(t(`placeholder.${name}`), { exact: true }).fill(text);
    const phone = page.getByLabel(t('placeholder.cell.phone'), { exact: true });
    if (await phone.count()) await phone.fill('0536000000');
    await page.getByText(t('letters.correct')).first().click();
    const text = page.getByLabel(t(`letters.text.${language}`));
    await text.fill(`${await text.inputValue()}\n\nP.-S. #panic("x") $`);
    await lookAt(page, shot('letter'));
    await press(t('letters.keep'));
    const link = page.getByRole('link', { name: t('letters.print', { count: 1 }) });
    await link.waitFor();
    expect(await readPdf(page, await link.getAttribute('href'))).toBe('%PDF-');
    await page.getByRole('link', { name: t('letters.back') }).click();
    const kept = page.locator('#letters').getByRole('link', { name: language === 'fr' ? /Invitation à un rendez-vous/ : /دعوة إلى موعد/ });
    await kept.waitFor();
    expect(await readPdf(page, await kept.getAttribute('href'))).toBe('%PDF-');
    await page.close();
  });

  it('go out for many cases as one PDF', async () => {
    const desk = await at('agent.oujda@example.org');
    const { page, t } = desk;
    for (let times = 0; times < 3; times++) await openCase(desk);
    await goTo(page, '/letters/batch');
    const write = page
      .getByRole('button', { name: /\d/ })
      .filter({ hasText: t('letters.batch.write', { count: 99 }).split(/\d+/)[0] ?? '' });
    await write.waitFor();
    await lookAt(page, shot('letters-batch'));
    await write.click();
    const link = page.locator('a[href*="/api/cases/letters/print"]');
    await link.waitFor();
    expect(await readPdf(page, await link.getAttribute('href'))).toBe('%PDF-');
    await page.close();
  });
});
