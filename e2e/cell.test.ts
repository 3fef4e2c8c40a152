import { randomUUID } from 'node:crypto';
import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseTexts } from '../src/cases/screens/messages/index.ts';
import { cellTexts } from '../src/desk/cell/screens/messages/index.ts';
import { monthTexts } from '../src/observatory/screens/month/month-texts.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { lookAt, tabTo } from './browser.ts';
import { usePlatform } from './use-platform.ts';
import { type Desk, openDevice } from './workspace.ts';

const { platform, browser, signIn } = usePlatform();
const head = (language: WorkLanguage) => signIn('chef.oujda@example.org', language, cellTexts, monthTexts, caseTexts);
const languages = ['fr', 'ar'] as const;
const open = ({ page }: Desk, path: string) => page.goto(`${platform().url}/workspace/${path}`);

/** A change made by someone at their desk, as a device sends it. */
async function send({ page }: Desk, kind: string, payload: object, at = new Date()): Promise<void> {
  const body = { commands: [{ id: randomUUID(), kind, at: at.toISOString(), payload }] };
  const answer = await page.request.post(`${platform().url}/api/commands`, { data: body, headers: { origin: platform().url } });
  expect(JSON.stringify(await answer.json())).toContain('"done"');
}

beforeAll(async () => {
  const agent = await signIn('agent2.oujda@example.org', 'fr');
  const day = 86_400_000;
  for (const [age, priority] of [
    [20, 'normal'],
    [3, 'emergency'],
    [1, 'urgent'],
  ] as const) {
    const caseId = randomUUID();
    await send(agent, 'cases.open', { caseId, needs: ['land_property'], priority }, new Date(Date.now() - age * day));
    const dueOn = new Date(Date.now() - (age - 1) * day).toISOString().slice(0, 10);
    await send(agent, 'cases.add_step', { stepId: randomUUID(), caseId, title: 'Rappeler la conservation foncière', dueOn });
  }
  await answerLastMonth(agent);
  await agent.page.close();
});

const port = {
  fr: 'Port par lequel la personne est arrivée cet été, avec ou sans sa voiture',
  ar: 'الميناء الذي وصل منه الشخص هذا الصيف، بسيارته أو بدونها',
};
/** Questions of the cell's own, answered in the month that is over: two the council may read about, one it may not. */
async function answerLastMonth(agent: Desk): Promise<void> {
  const [today, chief] = [new Date(), await head('fr')];
  const then = new Date(today.getFullYear(), today.getMonth() - 1, 15, 12);
  const ports = ['nador', 'melilla', 'oujda'].map((key) => ({ key, labels: { fr: `Port de ${key}`, ar: `ميناء ${key}` } }));
  const questions = [
    { kind: 'choice', labels: port, options: ports },
    { kind: 'number', labels: { fr: 'Valises', ar: 'الحقائب' } },
    {
      kind: 'yes_no',
      labels: { fr: 'Question inventée personnelle', ar: 'سؤال مخترع شخصي' },
      sensitivity: 'personal',
      retentionMonths: 12,
    },
  ].map((question) => ({
    fieldId: randomUUID(),
    subject: 'visit',
    sensitivity: 'plain',
    needs: [],
    options: [],
    position: 0,
    ...question,
  }));
  for (const question of questions) await send(chief, 'desk.define_field', question);
  await chief.page.close();
  for (const key of [...Array<string>(9).fill('nador'), ...Array<string>(6).fill('melilla'), 'oujda', 'oujda']) {
    const visitId = randomUUID();
    const visit = {
      audience: 'mre',
      needs: ['customs_vehicles'],
      language: 'ary',
      sex: 'man',
      ageBand: '25_44',
      channel: 'in_person',
      outcome: 'oriented',
    };
    await send(agent, 'desk.record_visit', { visitId, ...visit }, then);
    const values = Object.fromEntries(questions.map(({ fieldId }, i) => [fieldId, [key, 2, true][i]]));
    await send(agent, 'desk.set_values', { subject: 'visit', subjectId: visitId, values }, then);
  }
}

/** The cell's own questions as the screen shows them, a row each with its question before it. */
async function readQuestions({ page, t }: Desk): Promise<string[][]> {
  const rows: string[][] = [];
  for (const table of await page
    .getByRole('region', { name: t('month.questions') })
    .getByRole('table')
    .all()) {
    const question = await table.getByRole('caption').innerText();
    for (const row of (await table.getByRole('row').all()).slice(1))
      rows.push([question, ...(await row.getByRole('rowheader').or(row.getByRole('cell')).allInnerTexts())]);
  }
  return rows;
}

describe.each(languages)('the head of a cell in %s', (language) => {
  it('sees the day at one look, goes from a figure to its list and gives a case to someone', async () => {
    const desk = await head(language);
    const { page, t } = desk;
    await open(desk, '');
    await page.getByRole('heading', { name: t('cell.today') }).waitFor();
    await lookAt(page, `cell-today-${language}`);
    await page.getByRole('link', { name: t('cell.figure.late') }).click();
    await page.getByRole('heading', { name: t('cell.list.late'), level: 1 }).waitFor();
    await lookAt(page, `cell-late-${language}`);
    const select = page.getByRole('combobox').first();
    await select.selectOption({ index: 1 });
    await page
      .getByRole('button', { name: t('cell.assign.named', { name: '' }).trim() })
      .first()
      .click();
    await page.getByRole('status').filter({ hasText: /\S/ }).first().waitFor();
    await page.close();
  });

  it('sees who carries what, promises a delay and goes back to the region’s', async () => {
    const desk = await head(language);
    const { page, t } = desk;
    await open(desk, 'cell/team');
    await page.getByText(t('cell.load.all')).waitFor();
    await page.getByRole('button', { name: t('cell.delays.add') }).click();
    await page.getByRole('button', { name: t('cell.save') }).click();
    await page.getByText(t('cell.delays.source.missing')).waitFor();
    await lookAt(page, `cell-team-${language}`);
    await page.getByLabel(t('cell.delays.count'), { exact: true }).fill('20');
    await page.getByLabel(t('cell.delays.source'), { exact: true }).fill('Décision inventée');
    await page.getByRole('button', { name: t('cell.save') }).click();
    const reset = page.getByRole('button', { name: t('cell.delays.reset_named', { name: t('cell.delay.answer') }) });
    await reset.click();
    await page.getByText(t('cell.delays.is_reset', { name: t('cell.delay.answer') })).waitFor();
    await reset.waitFor({ state: 'detached' });
    await page.close();
  });

  it('hands the cases of one agent to another and may hand them back', async () => {
    const desk = await head(language);
    const { page, t } = desk;
    await open(desk, 'cell/handover');
    const [agent, chief] = ['Second Agent Oujda Démo', 'Cheffe de cellule Démo'];
    if (language === 'fr') {
      await page.getByLabel(t('cell.handover.from'), { exact: true }).selectOption({ label: agent });
      await page.getByLabel(t('cell.handover.to'), { exact: true }).selectOption({ label: chief });
    } else {
      // Back again, from the list of what was handed over.
      const back = page.getByRole('button', { name: t('cell.handover.reverse_named', { from: chief, to: agent }) });
      await back.first().click();
    }
    await desk.choose(t('cell.handover.why'), t('cell.handover.why.leave'));
    await page
      .getByRole('heading', { name: t('cell.handover.goes', { count: 3 }) })
      .or(page.getByRole('heading', { level: 2 }))
      .first()
      .waitFor();
    await lookAt(page, `cell-handover-${language}`);
    await page.getByRole('button', { name: t('cell.handover.action'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await lookAt(page, `cell-handover-confirm-${language}`);
    await dialog.getByRole('button', { name: t('cell.handover.action') }).click();
    await page.getByText(t('cell.handover.past')).waitFor();
    await page.close();
  });

  it('reads last month as the council will, and takes it along', async () => {
    const desk = await head(language);
    const { page, t } = desk;
    await open(desk, 'cell/month');
    await page.getByText(t('month.suppression', { threshold: 5 })).waitFor();
    await lookAt(page, `cell-month-${language}`);
    const link = await page.getByRole('link', { name: t('month.xlsx') }).getAttribute('href');
    const file = await page.request.get(`${platform().url}${link}`);
    const sheets = await readWorkbook(await file.body());
    const read = await readQuestions(desk);
    // What the head has read of the cell's own questions is what goes out, to the row.
    expect(
      sheets
        .find(({ sheet }) => sheet === t('month.questions'))
        ?.data.slice(2)
        .map((row) => row.map(String)),
    ).toEqual(read);
    expect(read).toContainEqual([port[language], expect.stringContaining('oujda'), t('month.fewer'), '0', '0']);
    expect(read.map(([question]) => question)).not.toContainEqual(expect.stringMatching(/personnelle|شخصي/));
    await page.close();
  });

  it('judges the cell with the keyboard, comes back to what was begun, and reads what to do next', async () => {
    const desk = await head(language);
    const { page, t } = desk;
    await open(desk, 'cell/assessment');
    if (language === 'ar') await page.getByRole('button', { name: t('cell.assess.again') }).click();
    const groups = page.getByRole('radiogroup');
    await groups.first().waitFor();
    if (language === 'fr') {
      await tabTo(page, groups.first().getByRole('radio').first());
      await page.keyboard.press('Space');
      await page.getByText(t('cell.assess.progress', { done: 1, all: 25 })).waitFor();
      await page.reload();
      await page.getByText(t('cell.assess.progress', { done: 1, all: 25 })).waitFor();
      for (let i = 0; i < 25; i++)
        await groups
          .nth(i)
          .locator('label')
          .nth(i % 3)
          .click();
    } else await groups.nth(3).locator('label').nth(3).click();
    await lookAt(page, `cell-assess-${language}`);
    await page.getByRole('button', { name: t('cell.assess.record') }).click();
    await page.getByRole('heading', { name: t('cell.assessment.next') }).waitFor();
    await lookAt(page, `cell-assessment-${language}`);
    if (language === 'fr') {
      const sent = page.waitForResponse((answer) => answer.url().endsWith('/api/commands'));
      await page.getByText(t('cell.assessment.share.tick')).click();
      await sent;
    }
    await page.close();
  });

  it('is seen by the coordination as scores alone', async () => {
    const desk = await signIn('coordination@example.org', language, cellTexts);
    const { page, t } = desk;
    await open(desk, 'cell/scores');
    await page.getByRole('heading', { name: t('cell.scores') }).waitFor();
    await page.getByRole('table').waitFor();
    await lookAt(page, `cell-scores-${language}`);
    await page.close();
  });
});

describe('a cell in a box', () => {
  it('is begun by the programme, joined by its head through a link, and open to all at the end of the checklist', async () => {
    const team = await signIn('programme@example.org', 'fr', cellTexts);
    const { page, t } = team;
    await open(team, 'cell/start');
    await page.getByLabel(t('cell.commune'), { exact: true }).selectOption({ label: 'Jerada' });
    await lookAt(page, 'cell-start-fr');
    await page.getByRole('button', { name: t('cell.start.action') }).click();
    await page.getByLabel(t('sign_in.email')).fill('tete.jerada@example.org');
    await page.getByRole('button', { name: t('invite.action') }).click();
    const link = (await page.getByText('/workspace/invitation#').innerText()).trim();
    await lookAt(page, 'cell-started-fr');

    const device = await openDevice(browser(), 'fr');
    const guest = await device.newPage();
    await guest.goto(link);
    await guest.getByLabel(t('invitation.name')).fill('Tête Inventée');
    await guest.getByLabel(t('invitation.password')).fill('istiqbal-demo');
    await guest.getByRole('button', { name: t('invitation.action') }).click();
    await guest.getByRole('link', { name: t('navigation.cell'), exact: true }).waitFor();
    await guest.goto(`${platform().url}/workspace/cell/setup`);
    const step = (name: string) => guest.getByRole('button', { name: t(`cell.step.${name}`) });
    const save = () => guest.getByRole('button', { name: t('cell.save') }).click();
    const isDone = (name: string) =>
      step(name)
        .filter({ hasText: t('cell.state.done') })
        .waitFor();
    await isDone('published');
    await lookAt(guest, 'cell-setup-fr');
    await guest.getByLabel(t('cell.step.place.address'), { exact: true }).fill('Avenue inventée, n° 1');
    await save();
    await isDone('place');
    await step('hours').click();
    for (const day of ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi']) await guest.getByText(day, { exact: true }).click();
    await guest.getByLabel(t('cell.hours.opens'), { exact: true }).fill('08:30');
    await guest.getByLabel(t('cell.hours.closes'), { exact: true }).fill('16:30');
    await lookAt(guest, 'cell-setup-hours-fr');
    await save();
    await isDone('hours');
    await step('summer').click();
    expect(await guest.getByLabel(t('cell.hours.from'), { exact: true }).inputValue()).toMatch(/-06-10$/);
    await guest.getByLabel(t('cell.hours.closes'), { exact: true }).fill('19:00');
    await save();
    await isDone('summer');
    await step('channels').click();
    await guest.getByLabel(t('cell.step.channels.phone'), { exact: true }).fill('0500000000');
    await guest.getByLabel(t('cell.step.channels.email'), { exact: true }).fill('cellule@example.org');
    await save();
    await isDone('channels');
    await step('data_sheet').click();
    await lookAt(guest, 'cell-setup-sheet-fr');
    await save();
    await step('data_sheet')
      .filter({ hasText: t('cell.state.begun') })
      .waitFor();
    await step('team').click();
    await guest.getByLabel(t('sign_in.email')).fill('agente.jerada@example.org');
    await guest.getByRole('button', { name: t('invite.action') }).click();
    await step('team')
      .filter({ hasText: t('cell.state.begun') })
      .waitFor();
    await lookAt(guest, 'cell-setup-team-fr');
    await guest.getByRole('button', { name: t('members.withdraw_named', { email: 'agente.jerada@example.org' }) }).click();
    await step('team')
      .filter({ hasText: t('cell.state.todo') })
      .waitFor();
    await guest.getByRole('button', { name: 'العربية' }).click();
    await guest.locator('html[lang="ar"]').waitFor();
    await lookAt(guest, 'cell-setup-ar');
    const { service } = (await (await guest.request.get(`${platform().url}/api/desk/cell/setup`)).json()) as { service: { id: string } };
    const shown = await (await guest.request.get(`${platform().url}/fr/services/${service.id}`)).text();
    expect(shown).toContain('Avenue inventée');
    await device.close();
  });
});
