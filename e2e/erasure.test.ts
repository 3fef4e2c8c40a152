import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { caseTexts } from '../src/cases/screens/messages/index.ts';
import { cellTexts } from '../src/desk/cell/screens/messages/index.ts';
import { consentTexts } from '../src/people/consent/screens/messages/index.ts';
import { erasureTexts } from '../src/people/erasure/screens/messages/index.ts';
import { peopleTexts } from '../src/people/screens/messages/index.ts';
import { lookAt } from './browser.ts';
import { usePlatform } from './use-platform.ts';
import type { Desk } from './workspace.ts';

const { platform, signIn } = usePlatform({ unsaid: /Testa Efface|Zorqvelle/ });

async function say({ page }: Desk, kind: string, payload: object): Promise<void> {
  const commands = [{ id: randomUUID(), kind, at: new Date().toISOString(), payload }];
  const answer = await page.request.post(`${platform().url}/api/commands`, { data: { commands } });
  expect(((await answer.json()) as { answers: unknown[] }).answers).toMatchObject([{ status: 'done' }]);
}
const goTo = async (page: Page, path: string) => {
  await page.goto(`${platform().url}/workspace${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

/** Someone with a case and an agreement to keep their file. */
async function someone(desk: Desk, name: string) {
  const ids = { caseId: randomUUID(), personId: randomUUID(), consentId: randomUUID() };
  const { caseId, personId, consentId } = ids;
  const person = { personId, name, birthDate: '1961-05-04', phone: '0612345699' };
  await say(desk, 'cases.open', { caseId, needs: ['pensions'], summary: 'Pension (exemple inventé).', person });
  await say(desk, 'cases.add_note', { noteId: randomUUID(), caseId, level: 'protection', text: 'Note inventée' });
  await say(desk, 'people.record_consent', { consentId, caseId, purpose: 'file', fields: [], givenHow: 'spoken', explainedIn: 'fr' });
  return ids;
}

describe.each(['fr', 'ar'] as const)('erasure in %s', (language) => {
  const shot = (name: string): string => `${name}-${language}`;
  const at = (email: string) => signIn(email, language, caseTexts, peopleTexts, consentTexts, erasureTexts, cellTexts);

  it('a person takes back their agreement, the head of the cell erases, and nobody finds them any more', async () => {
    const agent = await at('agent.oujda@example.org');
    const name = `Testa Effacée ${language}`;
    const { caseId, personId } = await someone(agent, name);
    await goTo(agent.page, `/cases/${caseId}`);
    const file = agent.t('consent_purpose.file');
    await agent.press(agent.t('consent.withdraw_named', { name: file }));
    await agent.page.getByText(agent.t('consent.effect.erase')).waitFor();
    await agent.press(agent.t('consent.withdraw.confirm'));
    await agent.page.locator('#consents').getByText(agent.t('consent_state.withdrawn')).waitFor();
    await goTo(agent.page, `/people/${personId}`);
    await agent.page.getByRole('link', { name: agent.t('erasure.person.see') }).waitFor();
    await lookAt(agent.page, shot('erasure-person'));
    // What a colleague wrote offline, and was still writing, stays on their device until it hears of the erasure.
    await goTo(agent.page, `/cases/${caseId}`);
    const note = agent.page.getByLabel(agent.t('notes.text'), { exact: true });
    await agent.page.context().setOffline(true);
    await note.fill('Zorqvelle, note inventée');
    await agent.press(agent.t('notes.add'));
    const typed = 'Zorqvelle, brouillon inventé';
    await note.fill(typed);
    const kept = () =>
      agent.page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const opening = indexedDB.open('istiqbal');
            opening.onsuccess = () => {
              const all = opening.result.transaction(['kept', 'outbox']);
              const [drafts, changes] = [all.objectStore('kept').getAll(), all.objectStore('outbox').getAll()];
              all.oncomplete = () => {
                opening.result.close();
                resolve(JSON.stringify([drafts.result, changes.result]));
              };
            };
          }),
      );
    await expect.poll(kept).toContain(typed);

    const head = await at('chef.oujda@example.org');
    const { page, t, press } = head;
    await goTo(page, '/cell');
    await lookAt(page, shot('erasure-today'));
    await page.getByRole('link', { name }).click();
    await page.getByText(t('erasure.open_cases', { count: 1 })).waitFor();
    expect(await page.getByRole('button', { name: t('erasure.do') }).count()).toBe(0);
    await lookAt(page, shot('erasure-open-case'));
    await say(head, 'cases.move', { caseId, action: 'abandon', reason: 'withdrawn_by_person' });
    await page.reload();
    await page.getByText(t('erasure.part.notes', { count: 1 })).waitFor();
    await press(t('erasure.do'));
    await page.getByText(t('erasure.understood.missing')).waitFor();
    await lookAt(page, shot('erasure-before'));
    await page.getByLabel(t('erasure.understood')).check();
    await press(t('erasure.do'));
    await page.getByRole('heading', { level: 1, name: t('erasure.erased.title') }).waitFor();
    await lookAt(page, shot('erasure-done'));
    const receipt = await page.getByRole('link', { name: t('erasure.receipt.fr_ar') }).getAttribute('href');
    const answer = await page.request.get(new URL(receipt ?? '', platform().url).href);
    expect([answer.headers()['content-type'], (await answer.body()).subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);

    await goTo(page, '/people');
    const searching = page.waitForResponse((response) => response.url().endsWith('/api/people/search'));
    await page.getByLabel(t('people.search')).fill(name);
    expect(await (await searching).text()).not.toContain(personId);
    await page.getByRole('status').filter({ hasText: /\S/ }).first().waitFor();
    expect(await page.getByText(name).count()).toBe(0);
    await goTo(page, `/cases/${caseId}`);
    await page.getByRole('heading', { level: 1, name: t('case.erased.title') }).waitFor();
    await lookAt(page, shot('erasure-case'));
    await agent.page.context().setOffline(false);
    await expect.poll(kept, { timeout: 30_000 }).not.toContain('Zorqvelle');
    await goTo(agent.page, `/people/${personId}`);
    await agent.page.getByRole('heading', { level: 1, name: t('erasure.erased.title') }).waitFor();
    await lookAt(agent.page, shot('erasure-erased-person'));
    await goTo(agent.page, '/attention');
    await agent.page.getByText(t('attention.let_go')).waitFor();
    await lookAt(agent.page, shot('erasure-let-go'));
    await agent.press(t('attention.understood'));
    await agent.page.getByText(t('attention.none')).waitFor();
    await page.close();
    await agent.page.close();
  });

  it('who asks without any agreement is noted, and the head of the cell may refuse with the law that obliges', async () => {
    const head = await at('chef.oujda@example.org');
    const { page, t, press, choose } = head;
    const name = `Testa Effacement ${language}`;
    const { personId } = await someone(head, name);
    await goTo(page, `/people/${personId}`);
    await press(t('erasure.ask'));
    await lookAt(page, shot('erasure-ask'));
    await press(t('erasure.ask.confirm'));
    await page.getByRole('link', { name: t('erasure.person.see') }).click();
    await page.getByRole('heading', { level: 1, name: t('erasure.of', { name }) }).waitFor();
    await press(t('erasure.refuse'));
    await press(t('erasure.refuse.confirm'));
    await page.getByText(t('erasure.refuse.why.missing')).waitFor();
    await choose(t('erasure.refuse.why'), t('erasure_reason.law_obliges'));
    await page.getByLabel(t('erasure.law')).fill('Loi inventée 1-23');
    await lookAt(page, shot('erasure-refuse'));
    await press(t('erasure.refuse.confirm'));
    await page.getByText('Loi inventée 1-23').waitFor();
    await lookAt(page, shot('erasure-refused'));
    await page.close();
  });
});
