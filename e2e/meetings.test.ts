import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { meetingMessages } from '../src/coordination/meetings/asked/messages/index.ts';
import { meetingTexts } from '../src/coordination/meetings/screens/messages/index.ts';
import { threadTexts } from '../src/coordination/screens/messages/index.ts';
import { translator } from '../src/platform/i18n/index.ts';
import { sendDueMessages } from '../src/platform/mail/sender.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { lookAt } from './browser.ts';
import { useMailbox } from './mailbox.ts';
import { usePlatform } from './use-platform.ts';
import { openViewer, openVisitor } from './visitor.ts';
import type { Desk } from './workspace.ts';

const sender = 'Istiqbal <istiqbal@example.org>';
const mailbox = useMailbox();
const { platform, browser, signIn } = usePlatform({ env: () => ({ SMTP_URL: mailbox().url, MAIL_FROM: sender }) });
const at = (who: string, language: WorkLanguage) => signIn(`${who}@example.org`, language, threadTexts, meetingTexts);
const open = ({ page }: Desk, path: string) => page.goto(`${platform().url}/workspace/${path}`);

/** What is typed on the way, in the language of those who type it. */
const words = {
  fr: {
    body: 'Comité technique inventé',
    purpose: 'Préparer l’accueil de l’été',
    place: 'Salle inventée, Oujda',
    opening: 'Ouverture',
    work: 'Travail en groupes',
    group: 'Cellules d’accueil',
    university: 'Université inventée',
    role: 'Enseignante',
  },
  ar: {
    body: 'لجنة تقنية مخترعة',
    purpose: 'تحضير استقبال الصيف',
    place: 'قاعة مخترعة، وجدة',
    opening: 'الافتتاح',
    work: 'عمل المجموعات',
    group: 'خلايا الاستقبال',
    university: 'جامعة مخترعة',
    role: 'أستاذة',
  },
} as const;

describe.each(['fr', 'ar'] as const)('a meeting from its first line to who came, in %s', (language) => {
  const typed = words[language];
  const outside = `universite-${language}@example.org`;
  const say = translator([meetingMessages[language]], language);
  let address = '';
  const inOwn = ({ t }: Desk, label: string) => t(`thread.in.${language}`, { name: t(label) });
  const fill = (desk: Desk, label: string, text: string) => desk.page.getByLabel(inOwn(desk, label), { exact: true }).fill(text);
  const done = async (desk: Desk, said: string) => {
    await desk.page
      .getByRole('status')
      .filter({ hasText: desk.t(said) })
      .waitFor();
    await desk.page.getByText(desk.t('outbox.leaves')).waitFor({ state: 'detached' });
  };
  const heading = (desk: Desk, name: string) => desk.page.getByRole('heading', { level: 1, name }).waitFor();
  const today = async () =>
    platform().inDatabase(
      async ({ app }) => (await app.query<{ day: string }>('select directory.today()::text as day')).rows[0]?.day ?? '',
    );

  it('begins with a committee, whose first meeting is number one', async () => {
    const desk = await at('coordination', language);
    const { page, t } = desk;
    await open(desk, 'thread');
    await desk.go(t('thread.meetings'));
    await heading(desk, t('meeting.title'));
    await lookAt(page, `meetings-${language}`);
    await desk.go(t('meeting.body.new'));
    await desk.choose(t('meeting.body.kind'), t('meeting.body.technical_committee'));
    await fill(desk, 'meeting.body.name', typed.body);
    await lookAt(page, `meetings-new-body-${language}`);
    await desk.press(t('meeting.body.save'));
    await heading(desk, typed.body);
    await lookAt(page, `meetings-body-${language}`);
    await desk.go(t('meeting.body.next'));
    await heading(desk, t('meeting.new'));
    await desk.press(t('meeting.save_draft'));
    await page.getByText(t('thread.incomplete')).waitFor();
    await lookAt(page, `meetings-new-${language}`);
    await fill(desk, 'meeting.purpose', typed.purpose);
    await page.getByLabel(t('meeting.held_on'), { exact: true }).fill(await today());
    await page.getByLabel(t('meeting.place'), { exact: true }).fill(typed.place);
    await desk.press(t('meeting.save_draft'));
    await heading(desk, typed.body);
    await page.getByText(t('meeting.number', { count: 1 })).waitFor();
    address = new URL(page.url()).pathname.replace('/workspace/', '');
    await page.close();
  });

  it('gets an agenda whose hours count themselves, in the order that is pressed, and groups', async () => {
    const desk = await at('coordination', language);
    const { page, t } = desk;
    await open(desk, address);
    for (const title of [typed.work, typed.opening]) {
      await desk.press(t('meeting.agenda.add'));
      await fill(desk, 'meeting.agenda.title', title);
      await desk.press(t('thread.save'));
      await done(desk, 'meeting.agenda.saved');
    }
    await desk.press(t('thread.of_named', { name: t('meeting.agenda.earlier'), word: typed.opening }));
    await done(desk, 'meeting.agenda.ordered');
    const items = page.locator('ol > li');
    await expect.poll(() => items.first().innerText()).toContain(typed.opening);
    expect(await items.first().innerText()).toContain('09:00');
    expect(await items.nth(1).innerText()).toContain('09:30');
    await desk.press(t('meeting.groups.add'));
    await fill(desk, 'meeting.groups.title', typed.group);
    await desk.press(t('thread.save'));
    await done(desk, 'meeting.groups.saved');
    await lookAt(page, `meetings-prepare-${language}`);
    await page.close();
  });

  it('asks an organisation of the directory and somebody outside, and is called', async () => {
    const desk = await at('coordination', language);
    const { page, t } = desk;
    await open(desk, address);
    await desk.go(t('meeting.way.invited'));
    await page.getByLabel(t('meeting.invite.add')).selectOption({ index: 3 });
    await page.getByLabel(t('meeting.invite.words')).fill(typed.university);
    await page.getByLabel(t('meeting.invite.email')).fill(outside);
    await page.getByLabel(t('meeting.invite.language')).selectOption(language);
    await desk.press(t('meeting.invite.keep'));
    await done(desk, 'meeting.invite.kept');
    await page.getByText(typed.university).waitFor();
    await desk.go(t('meeting.way'));
    await desk.press(t('meeting.act.call'));
    await done(desk, 'meeting.acted.call');
    await desk.go(t('meeting.way.invited'));
    await page.getByText(t('meeting.answer.asked')).first().waitFor();
    await lookAt(page, `meetings-invited-${language}`);
    await page.close();
  });

  it('is answered by the link of the letter, on a telephone that runs no script', async () => {
    const linkIn = () => /http\S+\/meetings\/answer\/\S+/.exec(mailbox().find(outside) ?? '')?.[0];
    await expect
      .poll(
        async () => {
          await platform().inDatabase(({ app }) => sendDueMessages(app, { server: mailbox().url, from: sender }));
          return linkIn();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBeDefined();
    const link = linkIn() ?? '';
    expect(mailbox().find(outside)).toContain(typed.place);
    const visitor = await openVisitor(browser());
    await visitor.goto(link);
    expect(await visitor.getByRole('heading', { level: 1 }).innerText()).toBe(typed.body);
    await visitor.getByLabel(say('asked.answer.accepted')).check();
    await visitor.getByLabel(say('asked.seats')).fill('2');
    await visitor.getByRole('button', { name: say('asked.send') }).click();
    await visitor.getByText(say('asked.taken.accepted')).waitFor();
    await see(link, `meetings-answer-${language}`);
    await visitor.context().close();
    const desk = await at('coordination', language);
    await open(desk, `${address}/invited`);
    await desk.page.getByText(desk.t('meeting.answer.accepted')).first().waitFor();
    await desk.page.close();
  });

  it('is held, and counts who came by one press, and by the code on the wall', async () => {
    const desk = await at('coordination', language);
    const { page, t } = desk;
    await open(desk, address);
    await desk.press(t('meeting.act.hold'));
    await done(desk, 'meeting.acted.hold');
    await desk.go(t('meeting.way.attendance'));
    await page.getByLabel(t('meeting.attendance.role')).fill(typed.role);
    await desk.press(t('meeting.sex.f'));
    await page.getByText(t('meeting.came', { count: 1 })).waitFor();
    // The room has no network: what is pressed there waits on the device.
    await page.context().setOffline(true);
    await desk.press(t('meeting.sex.f'));
    await page.getByText(t('meeting.attendance.on_the_way', { count: 1 })).waitFor();
    await page.context().setOffline(false);
    await page.getByText(t('meeting.came', { count: 2 })).waitFor();
    const code = await presenceOf(page);
    const visitor = await openVisitor(browser());
    await visitor.goto(`${platform().url}${code}`.replace('/fr/', `/${language}/`));
    await visitor.getByLabel(say('present.role')).fill(typed.role);
    await visitor.getByLabel(say('present.sex.m')).check();
    await visitor.getByRole('button', { name: say('present.send') }).click();
    await visitor.getByRole('heading', { level: 1, name: say('present.doneTitle') }).waitFor();
    await visitor.context().close();
    await see(`${platform().url}${code}`.replace('/fr/', `/${language}/`), `meetings-present-${language}`);
    await page.reload();
    await page.getByText(t('meeting.came', { count: 3 })).waitFor();
    await lookAt(page, `meetings-attendance-${language}`);
    await desk.go(t('meeting.attendance.code'));
    await page.getByRole('img', { name: t('meeting.code.alt') }).waitFor();
    expect(
      await page.getByRole('img', { name: t('meeting.code.alt') }).evaluate((image) => (image as HTMLImageElement).naturalWidth),
    ).toBeGreaterThan(0);
    await lookAt(page, `meetings-code-${language}`);
    await page.close();
  });

  /** A public page as those see it who look at pages. */
  async function see(url: string, name: string): Promise<void> {
    const viewer = await openViewer(browser());
    await viewer.goto(url);
    await lookAt(viewer, name);
    await viewer.context().close();
  }
  /** What the code on the wall says. */
  async function presenceOf(page: Page): Promise<string> {
    const id = address.split('/').at(-1);
    const answer = await page.request.get(`${platform().url}/api/coordination/meetings/${id}/attendance`);
    return ((await answer.json()) as { presence: { path: string } }).presence.path;
  }
});
