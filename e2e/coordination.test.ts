import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { threadTexts } from '../src/coordination/screens/messages/index.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { attachmentTexts } from '../src/cases/screens/attachments/messages/index.ts';
import { tellFollowers } from '../src/coordination/told/send.ts';
import { inTransaction } from '../src/platform/database/transaction.ts';
import { sendDueMessages } from '../src/platform/mail/sender.ts';
import { translators } from '../src/site/messages.ts';
import { auditPage } from './audit.ts';
import { lookAt } from './browser.ts';
import { useMailbox } from './mailbox.ts';
import { usePlatform } from './use-platform.ts';
import { openViewer, openVisitor } from './visitor.ts';
import type { Desk } from './workspace.ts';

const sender = 'Istiqbal <istiqbal@example.org>';
const mailbox = useMailbox();
const { platform, browser, signIn } = usePlatform({ env: () => ({ SMTP_URL: mailbox().url, MAIL_FROM: sender }) });
const at = (who: string, language: WorkLanguage) => signIn(`${who}@example.org`, language, threadTexts, attachmentTexts);
const open = ({ page }: Desk, path: string) => page.goto(`${platform().url}/workspace/${path}`);

/** What is typed on the way, in the language of those who type it. */
const words = {
  fr: {
    finding: 'Pas d’interprète au guichet le jeudi',
    need: 'Parler avec un médecin dans sa langue',
    recommendation: 'Partager une liste d’interprètes',
    text: 'Une liste tenue à jour, commune à toutes les cellules.',
    action: 'Liste commune d’interprètes',
    first: 'Réunir les cellules',
    milestone: 'La liste est en ligne',
    does: 'Trouver dix interprètes',
    alsoDoes: 'Prêter une salle',
    proof: 'La page de la liste',
  },
  ar: {
    finding: 'لا يوجد مترجم في المكتب يوم الخميس',
    need: 'الحديث مع الطبيب بلغة مفهومة',
    recommendation: 'تقاسم لائحة للمترجمين',
    text: 'لائحة محينة ومشتركة بين كل الخلايا.',
    action: 'لائحة مشتركة للمترجمين',
    first: 'جمع الخلايا',
    milestone: 'اللائحة منشورة',
    does: 'إيجاد عشرة مترجمين',
    alsoDoes: 'إعارة قاعة',
    proof: 'صفحة اللائحة',
  },
} as const;

describe.each(['fr', 'ar'] as const)('the thread from what was said to what was done, in %s', (language) => {
  const typed = words[language];
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
  const addresses: { recommendation?: string; action?: string } = {};
  const addressOf = ({ page }: Desk) => new URL(page.url()).pathname.replace('/workspace/', '');

  it('begins with a difficulty an agent met at the desk, told without a name', async () => {
    const desk = await at('agent.oujda', language);
    const { page, t } = desk;
    await desk.go(t('navigation.thread'));
    await page.getByRole('heading', { level: 1, name: t('thread.title') }).waitFor();
    await lookAt(page, `thread-${language}`);
    await desk.go(t('thread.new.finding'));
    await desk.press(t('thread.finding.save_shared'));
    await page.getByText(t('thread.incomplete')).waitFor();
    await lookAt(page, `thread-new-finding-${language}`);
    await desk.choose(t('thread.kind'), t('thread.kind.difficulty'));
    await fill(desk, 'thread.finding.title', typed.finding);
    await desk.choose(t('thread.themes'), t('thread.theme.training'));
    // Left and opened again, nothing that was typed is gone.
    await page.reload();
    await page.getByLabel(inOwn(desk, 'thread.finding.title'), { exact: true }).waitFor();
    expect(await page.getByLabel(inOwn(desk, 'thread.finding.title'), { exact: true }).inputValue()).toBe(typed.finding);
    await desk.press(t('thread.finding.save_shared'));
    await heading(desk, typed.finding);
    await lookAt(page, `thread-finding-${language}`);
    expect(await page.getByRole('link', { name: t('thread.new.recommendation_from') }).count()).toBe(0);
    await page.close();
  });

  it('and with a need another organisation tells, which is shown what was said nearly the same', async () => {
    const desk = await at('partenaire.sante', language);
    const { page, t } = desk;
    await open(desk, 'thread/findings/new');
    await desk.choose(t('thread.kind'), t('thread.kind.difficulty'));
    await fill(desk, 'thread.finding.title', typed.finding);
    await page
      .getByRole('button', { name: t('thread.similar.same') })
      .first()
      .waitFor();
    await lookAt(page, `thread-similar-${language}`);
    await desk.choose(t('thread.kind'), t('thread.kind.need'));
    await fill(desk, 'thread.finding.title', typed.need);
    await desk.choose(t('thread.themes'), t('thread.theme.training'));
    await desk.press(t('thread.finding.save_shared'));
    await heading(desk, typed.need);
    await page.close();
  });

  it('becomes a recommendation that a partner writes from both and proposes', async () => {
    const desk = await at('partenaire.juridique', language);
    const { page, t } = desk;
    await open(desk, 'thread?of=findings');
    await desk.go(typed.finding);
    await desk.go(t('thread.new.recommendation_from'));
    await page.getByRole('button', { name: t('finder.remove_named', { name: typed.finding }) }).waitFor();
    await page.getByLabel(t('thread.from.add')).selectOption({ label: typed.need });
    await page.getByRole('button', { name: t('finder.remove_named', { name: typed.need }) }).waitFor();
    await fill(desk, 'thread.recommendation.title', typed.recommendation);
    await fill(desk, 'thread.recommendation.text', typed.text);
    await lookAt(page, `thread-new-recommendation-${language}`);
    await desk.press(t('thread.save_draft'));
    await heading(desk, typed.recommendation);
    await desk.press(t('thread.act.recommendation.propose'));
    await done(desk, 'thread.acted.recommendation.propose');
    await page.getByText(t('thread.recommendation.proposed'), { exact: true }).first().waitFor();
    expect(await page.getByRole('button', { name: t('thread.act.recommendation.adopt'), exact: true }).count()).toBe(0);
    addresses.recommendation = addressOf(desk);
    await page.close();
  });

  it('is endorsed by an organisation, which wants to be told', async () => {
    const desk = await at('porteur', language);
    await open(desk, addresses.recommendation ?? '');
    await desk.press(desk.t('thread.endorse'));
    await done(desk, 'thread.endorse.done');
    await desk.page.getByText(desk.t('thread.follow.is'), { exact: true }).waitFor();
    await desk.page.close();
  });

  it('is adopted by the coordination, which gives a reason for what it does not take', async () => {
    const desk = await at('coordination', language);
    const { page, t } = desk;
    await open(desk, addresses.recommendation ?? '');
    await desk.press(t('thread.act.recommendation.reject'));
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('thread.act.recommendation.reject'), exact: true }).click();
    await dialog.getByText(t('invitation.needed')).waitFor();
    await lookAt(page, `thread-reject-${language}`);
    await dialog.getByRole('button', { name: t('workspace.cancel') }).click();
    await desk.press(t('thread.act.recommendation.adopt'));
    await done(desk, 'thread.acted.recommendation.adopt');
    await page.close();
  });

  it('is written on by two at once, and no word of either is lost', async () => {
    const [one, other] = await Promise.all([at('partenaire.juridique', language), at('partenaire.juridique', language)]);
    const { t } = one;
    for (const desk of [one, other]) {
      await open(desk, addresses.recommendation ?? '');
      await desk.press(t('thread.edit.field', { name: t('thread.text.text') }));
      await desk.page.getByLabel(inOwn(desk, 'thread.text.text'), { exact: true }).waitFor();
    }
    await lookAt(one.page, `thread-edit-${language}`);
    await fill(one, 'thread.text.text', `${typed.text} A`);
    await one.press(t('thread.edit.save'));
    await done(one, 'thread.edit.done');
    await fill(other, 'thread.text.text', `${typed.text} B`);
    await other.press(t('thread.edit.save'));
    await other.page.getByRole('heading', { name: t('thread.conflict', { name: t('thread.text.text') }) }).waitFor();
    await done(other, 'thread.edit.met');
    const both = await other.page.locator('main').innerText();
    for (const mark of ['A', 'B']) expect(both).toContain(`${typed.text} ${mark}`);
    await lookAt(other.page, `thread-conflict-${language}`);
    await other.page.getByLabel(t('thread.conflict.text')).fill(`${typed.text} A B`);
    await other.press(t('thread.conflict.settle'));
    await done(other, 'thread.conflict.settled');
    await other.page.getByText(`${typed.text} A B`).waitFor();
    for (const desk of [one, other]) await desk.page.close();
  });

  it('is taken up by a cell, which plans what is to be done and says its steps', async () => {
    const desk = await at('chef.oujda', language);
    const { page, t } = desk;
    await open(desk, addresses.recommendation ?? '');
    await desk.press(t('thread.take_up'));
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('thread.take_up.due')).fill('2027-12-31');
    await dialog.getByRole('button', { name: t('thread.take_up'), exact: true }).click();
    await done(desk, 'thread.take_up.done');
    await page.getByText(t('thread.nothing_begun')).first().waitFor();
    await lookAt(page, `thread-recommendation-${language}`);
    await desk.go(t('thread.new.action'));
    await fill(desk, 'thread.action.title', typed.action);
    await lookAt(page, `thread-new-action-${language}`);
    await desk.press(t('thread.save_draft'));
    await heading(desk, typed.action);
    await desk.press(t('thread.act.action.begin'));
    await done(desk, 'thread.acted.action.begin');
    for (const [title, isMilestone] of [
      [typed.first, false],
      [typed.milestone, true],
    ] as const) {
      await desk.press(t('thread.step.add'));
      await page.getByRole('dialog').waitFor();
      await fill(desk, 'thread.step.title', title);
      if (isMilestone) {
        await page.getByLabel(t('thread.step.milestone')).check();
        await lookAt(page, `thread-step-${language}`);
      }
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('thread.save'), exact: true })
        .click();
      await page.getByRole('listitem').filter({ hasText: title }).waitFor();
    }
    addresses.action = addressOf(desk);
    await page.close();
  });

  it('is joined by the partner, who says what it does and with what money', async () => {
    const desk = await at('partenaire.juridique', language);
    const { page, t } = desk;
    await open(desk, addresses.action ?? '');
    await desk.press(t('thread.commit'));
    const dialog = page.getByRole('dialog');
    await fill(desk, 'thread.commit.does', typed.does);
    await dialog.getByLabel(t('thread.commit.amount'), { exact: true }).fill('vingt mille');
    await dialog.getByRole('button', { name: t('thread.commit'), exact: true }).click();
    await dialog.getByText(t('thread.commit.amount.wrong')).waitFor();
    await dialog.getByLabel(t('thread.commit.amount'), { exact: true }).fill('20 000');
    await lookAt(page, `thread-commit-${language}`);
    await dialog.getByRole('button', { name: t('thread.commit'), exact: true }).click();
    await done(desk, 'thread.acted.commitment.commit');
    await page.getByText(t('thread.commitment.committed'), { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: t('thread.step.add') }).count()).toBe(0);
    await page.close();
    const second = await at('partenaire.sante', language);
    await open(second, addresses.action ?? '');
    await second.press(t('thread.commit'));
    await fill(second, 'thread.commit.does', typed.alsoDoes);
    await second.page
      .getByRole('dialog')
      .getByRole('button', { name: t('thread.commit'), exact: true })
      .click();
    await done(second, 'thread.acted.commitment.commit');
    await second.page.close();
  });

  it('comes as far as its steps say: a milestone counts once it is proven', async () => {
    const desk = await at('chef.oujda', language);
    const { page, t } = desk;
    const percent = new Intl.NumberFormat(language === 'ar' ? 'ar-MA' : 'fr-MA', { style: 'percent' });
    const came = (share: number) =>
      page
        .getByText(t('thread.progress', { name: percent.format(share) }))
        .first()
        .waitFor();
    const of = (key: string, word: string) => t('thread.of_named', { name: t(key), word });
    await open(desk, addresses.action ?? '');
    await page.getByRole('button', { name: of('thread.step.done', typed.first) }).click();
    await came(0.5);
    await page.getByRole('button', { name: of('thread.step.done', typed.milestone) }).click();
    await page.getByText(t('thread.step.unproven')).waitFor();
    await came(0.5);
    await page.getByRole('button', { name: of('thread.proof.add', typed.milestone) }).click();
    const dialog = page.getByRole('dialog');
    await fill(desk, 'thread.proof.words', typed.proof);
    await desk.choose(t('thread.proof.kind'), t('thread.proof.photo'));
    const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer();
    await dialog.locator('input[type=file]:not([capture])').setInputFiles({ name: 'liste.jpg', mimeType: 'image/jpeg', buffer: picture });
    await dialog.getByText('liste.jpg').waitFor();
    await dialog.getByLabel(t('thread.proof.public')).check();
    await lookAt(page, `thread-proof-${language}`);
    await dialog.getByRole('button', { name: t('thread.save'), exact: true }).click();
    await came(1);
    const file = await page
      .getByRole('link', { name: t('thread.proof.see_named', { name: t('thread.proof.see.photo'), word: typed.proof }) })
      .getAttribute('href');
    const shown = await page.request.get(`${platform().url}${file}`);
    expect([shown.status(), shown.headers()['content-type']]).toEqual([200, 'image/jpeg']);
    await lookAt(page, `thread-action-${language}`);
    await desk.press(t('thread.publish'));
    await dialog.getByText(typed.proof).waitFor();
    await lookAt(page, `thread-publish-${language}`);
    await dialog.getByRole('button', { name: t('workspace.cancel') }).click();
    await open(desk, addresses.recommendation ?? '');
    await came(1);
    await open(desk, 'thread?of=actions&ours=1');
    await page.getByRole('link', { name: typed.action, exact: true }).waitFor();
    await lookAt(page, `thread-actions-${language}`);
    await page.close();
  });

  it('is told to whoever endorsed it, in one letter in their language, which a link of it also ends', async () => {
    const recipient = 'porteur@example.org';
    // The clock does it once in the morning of the region; noon of tomorrow is past that whenever this runs.
    const noon = new Date(new Date().setUTCHours(12, 0, 0, 0) + 86_400_000);
    await platform().inDatabase(async ({ app, auth, secret, asOwner }) => {
      await auth.query('update access."user" set language = $1 where email = $2', [language, recipient]);
      await asOwner((owner) => owner.query('delete from coordination.digest'));
      await inTransaction(
        app,
        tellFollowers(secret, platform().url, () => noon),
      );
      await sendDueMessages(app, { server: mailbox().url, from: sender });
    });
    const said = translators[language];
    const letter = () =>
      mailbox()
        .findAll(recipient)
        .find((words) => words.includes(typed.recommendation));
    await expect.poll(letter, { timeout: 70_000, interval: 500 }).toBeDefined();
    const words = letter() ?? '';
    for (const move of ['recommendation_adopted', 'recommendation_taken_up', 'action_under_way', 'proof_added'])
      expect(words).toContain(said(`told.move.${move}`, { n: 1 }));
    expect(words).toContain(said('told.move.commitment_made', { n: 2 }));
    expect(words).not.toContain('Démo');
    const link = /http\S+\/coordination\/told\/\S+/.exec(words)?.[0] ?? '';
    const viewer = await openViewer(browser());
    await viewer.goto(link);
    await auditPage(viewer, `thread-told-${language}`);
    await viewer.context().close();
    const visitor = await openVisitor(browser());
    await visitor.goto(link);
    await visitor.getByLabel(said('told.rhythm.off')).check();
    await visitor.getByRole('button', { name: said('told.choice.save') }).click();
    await visitor.getByText(said('told.choice.done.off')).waitFor();
    await visitor.close();
  });
});
