import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { minutesPaperTexts, minutesTexts } from '../src/coordination/minutes/screens/messages/index.ts';
import { threadTexts } from '../src/coordination/screens/messages/index.ts';
import { demoAccounts, demoCoordinationId } from '../src/demo/accounts.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { lookAt } from './browser.ts';
import { usePlatform } from './use-platform.ts';
import type { Desk } from './workspace.ts';

const { platform, signIn } = usePlatform();
const at = (who: string, language: WorkLanguage) => signIn(`${who}@example.org`, language, threadTexts, minutesTexts, minutesPaperTexts);
const open = ({ page }: Desk, path: string) => page.goto(`${platform().url}/workspace/${path}`);

const programmeId = demoAccounts.find((account) => account.email === 'programme@example.org')?.organizationId;

/** What is typed on the way, in the language of those who type it. */
const words = {
  fr: {
    difficulty: 'Pas d’interprète au guichet le jeudi',
    decision: 'Une permanence d’interprètes chaque jeudi',
    offline: 'Les cellules se réunissent chaque mois',
    opening: 'La séance a réuni les cellules le matin.',
    first: ['les cellules', 'toutes les cellules'],
    second: ['le matin', 'toute la matinée'],
    closing: 'Prochaine rencontre en juin.',
    reason: 'La suite manquait',
  },
  ar: {
    difficulty: 'لا يوجد مترجم في الشباك يوم الخميس',
    decision: 'مداومة للمترجمين كل يوم خميس',
    offline: 'تجتمع الخلايا كل شهر',
    opening: 'جمعت الجلسة الخلايا في الصباح.',
    first: ['الجلسة الخلايا', 'الجلسة كل الخلايا'],
    second: ['في الصباح', 'طوال الصباح'],
    closing: 'اللقاء المقبل في يونيو.',
    reason: 'نقص ما بعد اللقاء',
  },
} as const;

const swap = (text: string, [from, to]: readonly [string, string]): string => text.replace(from, to);

describe.each(['fr', 'ar'] as const)('a meeting written down together, in %s', (language) => {
  const typed = words[language];
  const ids = { meeting: randomUUID(), cells: randomUUID(), partners: randomUUID() };
  beforeAll(() =>
    platform().inDatabase((databases) =>
      databases.asOwner((owner) =>
        owner.query(`
          insert into coordination.meeting (id, organization_id, kind, held_on, begins, ends, place, title, purpose, status) values
            ('${ids.meeting}', '${demoCoordinationId}', 'workshop', '2026-03-12', '09:00', '13:00', 'Oujda',
             '{"fr": "Atelier inventé des cellules", "ar": "ورشة مخترعة للخلايا"}', '{"fr": "Mieux accueillir.", "ar": "استقبال أفضل."}', 'held');
          insert into coordination.meeting_group (id, meeting_id, position, title, theme, place) values
            ('${ids.cells}', '${ids.meeting}', 1, '{"fr": "Cellules d’accueil", "ar": "خلايا الاستقبال"}', 'cells', 'Salle A'),
            ('${ids.partners}', '${ids.meeting}', 2, '{"fr": "Partenaires", "ar": "الشركاء"}', 'support', 'Salle B');
          insert into coordination.agenda_item (id, meeting_id, position, kind, title, minutes, speaker) values
            (gen_random_uuid(), '${ids.meeting}', 1, 'plenary', '{"fr": "Ouverture", "ar": "الافتتاح"}', 30, 'Coordination'),
            (gen_random_uuid(), '${ids.meeting}', 2, 'group', '{"fr": "Travail en groupes", "ar": "عمل المجموعات"}', 90, null);
          insert into coordination.attendance (id, meeting_id, organization_id, sex, group_id, by_hand) values
            (gen_random_uuid(), '${ids.meeting}', '${demoCoordinationId}', 'f', '${ids.cells}', true),
            (gen_random_uuid(), '${ids.meeting}', '${demoCoordinationId}', 'm', '${ids.partners}', true),
            (gen_random_uuid(), '${ids.meeting}', null, 'f', '${ids.cells}', true);
          insert into coordination.invitation (id, meeting_id, organization_id, language, status, answered_at) values
            (gen_random_uuid(), '${ids.meeting}', '${programmeId}', 'fr', 'accepted', now())`),
      ),
    ),
  );
  const live = (group: string) => `thread/meetings/${ids.meeting}/live?group=${group}`;
  const note = async ({ page, t }: Desk, text: string, kind: string) => {
    await page.getByLabel(t('live.field'), { exact: true }).fill(text);
    await page
      .getByRole('toolbar')
      .getByRole('button', { name: t(`minutes.kind.${kind}`), exact: true })
      .click();
  };
  const noteOf = ({ page }: Desk, text: string) => page.getByRole('listitem').filter({ hasText: text });

  it('takes notes on two tablets in two groups, one of them without a network for a while', async () => {
    const [one, other] = await Promise.all([at('coordination', language), at('programme', language)]);
    const { t } = one;
    await open(one, live(ids.cells));
    await open(other, live(ids.partners));
    await note(one, typed.difficulty, 'difficulty');
    await noteOf(one, typed.difficulty).waitFor();
    await other.page.getByLabel(t('live.field'), { exact: true }).waitFor();
    await other.page.context().setOffline(true);
    await note(other, typed.offline, 'said');
    await noteOf(other, typed.offline).getByText(t('live.on_its_way')).waitFor();
    await lookAt(other.page, `live-offline-${language}`);
    await other.page.context().setOffline(false);
    await noteOf(other, typed.offline).getByText(t('live.on_its_way')).waitFor({ state: 'detached' });
    await note(other, typed.decision, 'decision');
    // Each group counts what the other tablet wrote, within seconds.
    await one.page.getByRole('radiogroup').getByText('(2)').waitFor();
    await lookAt(one.page, `live-${language}`);
    await other.page.close();
    await one.page.close();
  });

  it('makes a finding of one note and a decision of another', async () => {
    const desk = await at('coordination', language);
    const { page, t } = desk;
    await open(desk, live(ids.cells));
    await noteOf(desk, typed.difficulty)
      .getByRole('button', { name: t('live.become.finding') })
      .click();
    const dialog = page.getByRole('dialog');
    // The theme of the group is chosen already; place and audience are confirmed.
    expect(await dialog.getByRole('checkbox', { name: t('thread.theme.cells') }).isChecked()).toBe(true);
    await dialog.getByText(t('thread.for.women'), { exact: true }).click();
    await lookAt(page, `live-become-${language}`);
    await dialog.getByRole('button', { name: t('live.become.save'), exact: true }).click();
    await noteOf(desk, typed.difficulty)
      .getByRole('link', { name: t('live.is.finding') })
      .click();
    await page.getByRole('heading', { level: 1, name: typed.difficulty }).waitFor();
    await open(desk, live(ids.partners));
    await noteOf(desk, typed.decision)
      .getByRole('button', { name: t('live.become.decision') })
      .click();
    await dialog.getByLabel(t('minutes.decision.due')).fill('2026-06-30');
    await dialog.getByRole('button', { name: t('live.become.save'), exact: true }).click();
    await noteOf(desk, typed.decision).getByText(t('live.is.decision')).waitFor();
    await page.close();
  });

  it('writes one part of the minutes from two screens at once, and no word is lost', async () => {
    const [one, other] = await Promise.all([at('coordination', language), at('coordination', language)]);
    const { t } = one;
    const part = ({ page }: Desk) =>
      page
        .locator('main > *')
        .filter({ has: page.getByRole('heading', { name: t('minutes.opening') }) })
        .first();
    const field = (desk: Desk) => part(desk).getByLabel(t(`thread.in.${language}`, { name: t('thread.text.opening') }), { exact: true });
    const save = (desk: Desk) =>
      part(desk)
        .getByRole('button', { name: t('thread.edit.save') })
        .click();
    await open(one, `thread/meetings/${ids.meeting}/minutes`);
    await part(one)
      .getByRole('button', { name: t('writing.begin') })
      .click();
    await field(one).fill(typed.opening);
    await save(one);
    await part(one).getByText(typed.opening).waitFor();
    await open(other, `thread/meetings/${ids.meeting}/minutes`);
    for (const desk of [one, other])
      await part(desk)
        .getByRole('button', { name: t('thread.edit') })
        .click();
    await field(one).fill(swap(typed.opening, typed.first));
    await save(one);
    await part(one).getByText(typed.first[1]).waitFor();
    await field(other).fill(swap(typed.opening, typed.second));
    await save(other);
    const merged = swap(swap(typed.opening, typed.first), typed.second);
    for (const desk of [one, other]) await part(desk).getByText(merged).waitFor();
    await lookAt(one.page, `minutes-${language}`);
    for (const desk of [one, other]) await desk.page.close();
  });

  it('validates the minutes, which come out as PDF and DOCX in both languages', async () => {
    const desk = await at('coordination', language);
    const { page, t } = desk;
    await open(desk, `thread/meetings/${ids.meeting}/minutes`);
    await desk.press(t('writing.validate'));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('writing.validate'), exact: true })
      .press('Enter');
    await page
      .getByRole('status')
      .filter({ hasText: t('writing.validated') })
      .waitFor();
    await page.getByRole('button', { name: t('writing.correct') }).waitFor();
    await lookAt(page, `minutes-validated-${language}`);
    for (const link of ['writing.pdf.fr', 'writing.docx.fr', 'writing.pdf.ar', 'writing.docx.ar']) {
      const href = await page
        .getByRole('link', { name: t(link) })
        .first()
        .getAttribute('href');
      const answer = await page.request.get(`${platform().url}${href}`);
      expect(answer.status()).toBe(200);
      expect((await answer.body()).subarray(0, 2).toString()).toBe(link.includes('pdf') ? '%P' : 'PK');
    }
    await page.close();
  });

  it('corrects them by a version that says what changed', async () => {
    const desk = await at('coordination', language);
    const { page, t } = desk;
    await open(desk, `thread/meetings/${ids.meeting}/minutes`);
    await desk.press(t('writing.correct'));
    const part = page
      .locator('main > *')
      .filter({ has: page.getByRole('heading', { name: t('minutes.closing') }) })
      .first();
    await part.getByRole('button', { name: t('writing.begin') }).click();
    await part.getByLabel(t(`thread.in.${language}`, { name: t('thread.text.closing') }), { exact: true }).fill(typed.closing);
    await part.getByRole('button', { name: t('thread.edit.save') }).click();
    // As the server has it, no longer as it is typed.
    await part.getByRole('textbox').first().waitFor({ state: 'detached' });
    await part.getByText(typed.closing).waitFor();
    await desk.press(t('writing.validate.correction'));
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('writing.reason')).fill(typed.reason);
    // By keyboard: a second press of the mouse at the same place, so soon after the first, is held to be the same one.
    await dialog.getByRole('button', { name: t('writing.validate.correction'), exact: true }).press('Enter');
    await page
      .getByText(t('minutes.correction', { word: typed.reason }))
      .first()
      .waitFor();
    await desk.press(t('writing.version.changes', { count: 2 }));
    await page.locator('ins', { hasText: typed.closing }).waitFor();
    await page.close();
  });

  it('shows the very page that becomes public, and everyone reads it', async () => {
    const desk = await at('coordination', language);
    const { page, t } = desk;
    await open(desk, `thread/meetings/${ids.meeting}/minutes`);
    await desk.press(t('thread.publish'));
    const dialog = page.getByRole('dialog');
    await dialog.getByText(typed.closing).waitFor();
    await lookAt(page, `minutes-publish-${language}`);
    const shown = await dialog.locator('article').innerText();
    await dialog.getByRole('button', { name: t('thread.publish'), exact: true }).press('Enter');
    await page.getByRole('link', { name: t('thread.publish.page') }).waitFor();
    await page.goto(`${platform().url}/${language}/coordination/meetings/${ids.meeting}`);
    const read = await page.locator('article').innerText();
    const pressed = (text: string) => text.replace(/\s/gu, '');
    expect(pressed(read)).toBe(pressed(shown));
    await lookAt(page, `meeting-public-${language}`);
    expect(read).not.toContain(typed.offline);
    await page.close();
  });
});
