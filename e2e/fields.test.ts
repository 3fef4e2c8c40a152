import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { caseTexts } from '../src/cases/screens/messages/index.ts';
import { fieldTexts } from '../src/desk/fields/screens/messages/index.ts';
import { peopleTexts } from '../src/people/screens/messages/index.ts';
import { lookAt } from './browser.ts';
import { usePlatform } from './use-platform.ts';

const { platform, signIn } = usePlatform({ unsaid: /Testa Question/ });

const words = {
  fr: { day: 'Date du décès', number: 'Enfants à charge', text: 'Numéro du cahier', said: 'Cahier bleu' },
  ar: { day: 'تاريخ الوفاة', number: 'عدد الأطفال', text: 'رقم الدفتر', said: 'دفتر أزرق' },
};

describe.each(['fr', 'ar'] as const)('the cell’s own questions in %s', (language) => {
  const at = (email: string) => signIn(email, language, caseTexts, peopleTexts, fieldTexts);
  const asked = words[language];
  async function command(page: Page, kind: string, payload: object): Promise<void> {
    const commands = [{ id: randomUUID(), kind, at: new Date().toISOString(), payload }];
    const answer = await page.request.post(`${platform().url}/api/commands`, { data: { commands } });
    expect(((await answer.json()) as { answers: unknown[] }).answers).toMatchObject([{ status: 'done' }]);
  }

  it('are made by its head, say what is no answer before it leaves, and give back what was refused all the same', async () => {
    const head = await at('chef.oujda@example.org');
    await head.page.goto(`${platform().url}/workspace/cell/fields`);
    await head.press(head.t('fields.add'));
    await head.page.getByLabel(head.t('fields.label_fr')).fill(asked.text);
    await head.page.getByLabel(head.t('fields.label_ar')).fill(asked.text);
    await head.press(head.t('fields.save'));
    await head.page.getByRole('heading', { name: asked.text }).waitFor();
    const ids = { day: randomUUID(), number: randomUUID() };
    for (const kind of ['day', 'number'] as const) {
      const labels = { fr: asked[kind], ar: asked[kind] };
      const field = { fieldId: ids[kind], subject: 'case', kind: kind === 'day' ? 'date' : 'number', labels };
      await command(head.page, 'desk.define_field', { ...field, needs: [], options: [], sensitivity: 'plain', position: 1 });
    }

    const { page, t, press } = await at('agent.oujda@example.org');
    const caseId = randomUUID();
    const person = { personId: randomUUID(), name: 'Testa Question' };
    await command(page, 'cases.open', { caseId, needs: ['pensions'], summary: 'Exemple inventé.', person });
    await page.goto(`${platform().url}/workspace/cases/${caseId}`);
    await page.getByLabel(asked.text).fill(asked.said);
    await page.getByLabel(asked.number).fill('٣');
    await page.getByLabel(asked.day).fill('1850-01-01');
    await press(t('answers.save'));
    await page.getByText(t('answers.date.wrong')).waitFor();
    await lookAt(page, `answers-wrong-${language}`);

    // Its head stops asking one of them while it is being answered.
    await command(head.page, 'desk.retire_field', { fieldId: ids.number });
    await page.getByLabel(asked.day).fill('1958-02-03');
    await press(t('answers.save'));
    await page.goto(`${platform().url}/workspace/attention`);
    await page.getByText(t('answers.retired')).waitFor();
    expect(await page.getByLabel(asked.text, { exact: true }).inputValue()).toBe(asked.said);
    await lookAt(page, `answers-refused-${language}`);
    await press(t('answers.leave_out_named', { label: asked.number }));
    await press(t('attention.resend'));
    await page.getByText(t('attention.none'), { exact: true }).waitFor();
    await page.goto(`${platform().url}/workspace/cases/${caseId}`);
    await page.getByLabel(asked.day).waitFor();
    await expect.poll(() => page.getByLabel(asked.text).inputValue()).toBe(asked.said);
    expect(await page.getByLabel(asked.day).inputValue()).toBe('1958-02-03');
  });
});
