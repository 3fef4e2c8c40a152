import { describe, expect, it } from 'vitest';
import { remindOrganizations } from '../src/directory/care/reminders.ts';
import { careTexts } from '../src/directory/screens/messages/index.ts';
import { inTransaction } from '../src/platform/database/transaction.ts';
import { sendDueMessages } from '../src/platform/mail/sender.ts';
import { translators } from '../src/site/messages.ts';
import { auditPage } from './audit.ts';
import { lookAt, picture } from './browser.ts';
import { useMailbox } from './mailbox.ts';
import { soon, useDirectory } from './use-directory.ts';
import { openViewer, openVisitor } from './visitor.ts';

const sender = 'Istiqbal <istiqbal@example.org>';
const mailbox = useMailbox();
const { platform, browser, signIn, editor } = useDirectory(() => ({ SMTP_URL: mailbox().url, MAIL_FROM: sender }));

describe.each(['fr', 'ar'] as const)('who answers for the directory, in %s', (language) => {
  const shot = (name: string): string => `care-${name}-${language}`;
  const said = translators[language];
  const recipient = `point.focal.${language}@example.org`;
  let reminded = '';

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
    // Exactly this: while the change is on its way the same words stand there with more behind them.
    await page.getByText(t('care.stewardship.saved'), { exact: true }).waitFor();
    await page.reload();
    const address = page.getByLabel(t('care.stewardship.email'), { exact: true });
    await expect.poll(() => address.inputValue(), soon).toBe(recipient);
    await page.close();
  });

  it('the link of a reminder lets its reader say without an account that all is still true, and nothing else', async () => {
    // The clock does both, once an hour and once a minute.
    await platform().inDatabase(async ({ app, secret, asOwner }) => {
      // The other language may have had the same organisation asked, and nobody is asked twice within a month.
      await asOwner((owner) => owner.query('update directory.stewardship set reminded_at = null where contact_email = $1', [recipient]));
      await inTransaction(app, remindOrganizations(secret, platform().url));
      await sendDueMessages(app, { server: mailbox().url, from: sender });
    });
    await expect.poll(() => mailbox().find(recipient), { timeout: 90_000, interval: 1000 }).toBeDefined();
    const link = /http\S+\/confirm\/\S+/.exec(mailbox().find(recipient) ?? '')?.[0] ?? '';
    const viewer = await openViewer(browser());
    await viewer.goto(link);
    await auditPage(viewer, shot('public-confirm'));
    const visitor = await openVisitor(browser());
    await visitor.goto(link);
    await visitor.getByRole('button', { name: said('confirm.button') }).click();
    await visitor.getByRole('heading', { name: said('confirm.doneTitle') }).waitFor();
    await visitor.goto(`${link}x`);
    await visitor.getByRole('heading', { name: said('confirm.invalidTitle') }).waitFor();
    await viewer.getByRole('button', { name: said('confirm.button') }).click();
    await auditPage(viewer, shot('public-confirmed'));
    await viewer.goto(`${link}x`);
    await auditPage(viewer, shot('public-confirm-over'));
    await Promise.all([visitor.context().close(), viewer.context().close()]);

    const { page, t, go } = await editor(language);
    await go(t('care.organizations.title'));
    await page.getByLabel(t('care.organizations.search'), { exact: true }).fill(reminded);
    const found = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: reminded, exact: true }) });
    await found.getByText(t('care.update.up_to_date')).waitFor();
    await page.close();
  });

  it.each(['links', 'overdue/never_confirmed', 'overdue/update_advised'] as const)(
    'the list of %s can be read by everyone',
    async (list) => {
      const { page } = await editor(language);
      await page.goto(`${platform().url}/workspace/directory/${list}`);
      await page.locator('main h1').waitFor();
      await page.locator('main .animate-spin').waitFor({ state: 'detached' });
      expect(await page.locator('main [role=alert]').count()).toBe(0);
      await lookAt(page, shot(list.replace('/', '-')));
      await page.close();
    },
  );

  it('whoever is signed in sees who is competent for what, and the editors where nobody is', async () => {
    const agent = await signIn('agent.oujda@example.org', language, careTexts);
    await agent.go(agent.t('navigation.actors'));
    await agent.page.getByLabel(agent.t('care.actors.need'), { exact: true }).selectOption({ label: agent.t('need.health') });
    await agent.page.getByRole('heading', { level: 2 }).first().waitFor();
    await lookAt(agent.page, shot('actors'));
    await agent.page.getByLabel(agent.t('care.actors.words'), { exact: true }).fill('zzzz');
    await agent.page.getByText(agent.t('care.actors.none'), { exact: true }).waitFor();
    await lookAt(agent.page, shot('actors-none'));
    await agent.page.close();

    const { page, t, go } = await editor(language);
    await go(t('navigation.coverage'));
    await page.getByRole('table').waitFor();
    expect(await page.getByRole('cell', { name: t('care.coverage.gap'), exact: true }).count()).toBeGreaterThan(0);
    await lookAt(page, shot('coverage'));
    // On paper the whole table shows, without what is only pressed.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    await picture(page, shot('coverage-print'));
    await page.close();
  });
});
