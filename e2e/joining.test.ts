import { describe, expect, it } from 'vitest';
import { threadTexts } from '../src/coordination/screens/messages/index.ts';
import { deskTexts } from '../src/desk/screens/messages/index.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { lookAt } from './browser.ts';
import { usePlatform } from './use-platform.ts';
import type { Desk } from './workspace.ts';

const { platform, signIn } = usePlatform();
const at = (who: string, language: WorkLanguage) => signIn(`${who}@example.org`, language, threadTexts, deskTexts);
const open = ({ page }: Desk, path: string) => page.goto(`${platform().url}/workspace/${path}`);
const addressOf = ({ page }: Desk) => new URL(page.url()).pathname.replace('/workspace/', '');

/** What is typed on the way; each language has a year and a need of its own, so that neither meets what the other left. */
const words = {
  fr: {
    first: 'Former des médiateurs ensemble',
    second: 'Cours du soir pour médiateurs',
    text: 'Deux jours par mois, à tour de rôle.',
    reason: 'Le groupe est complet cette année.',
    days: ['2031-02-01', '2031-06-30', '2031-06-01', '2031-09-30'],
    need: 'health',
    elsewhere: 'culture',
  },
  ar: {
    first: 'تكوين الوسطاء معا',
    second: 'دروس مسائية للوسطاء',
    text: 'يومان في الشهر، بالتناوب.',
    reason: 'اكتملت المجموعة هذه السنة.',
    days: ['2033-02-01', '2033-06-30', '2033-06-01', '2033-09-30'],
    need: 'school_children',
    elsewhere: 'pensions',
  },
} as const;

describe.each(['fr', 'ar'] as const)('acting together rather than twice, in %s', (language) => {
  const typed = words[language];
  const inOwn = ({ t }: Desk, label: string) => t(`thread.in.${language}`, { name: t(label) });
  const fill = (desk: Desk, label: string, text: string) => desk.page.getByLabel(inOwn(desk, label), { exact: true }).fill(text);
  /** The server has it: what was said stands there, and no longer that it leaves. */
  const done = async ({ page, t }: Desk, said: string) => {
    await page.getByRole('status').filter({ hasText: said }).waitFor();
    await page.getByText(t('outbox.leaves')).waitFor({ state: 'detached' });
  };
  const begin = async (desk: Desk, from: string, until: string) => {
    const { page, t } = desk;
    await open(desk, 'thread/actions/new');
    await desk.choose(t('thread.themes'), t('thread.theme.training'));
    await page.getByLabel(t('thread.starts_on'), { exact: true }).fill(from);
    await page.getByLabel(t('thread.ends_on'), { exact: true }).fill(until);
  };
  const overlap = ({ page }: Desk) =>
    page.getByRole('listitem').filter({ has: page.getByRole('link', { name: typed.first, exact: true }) });
  let action = '';

  it('a cell plans an action and proposes it', async () => {
    const desk = await at('chef.oujda', language);
    const { page, t } = desk;
    await begin(desk, typed.days[0], typed.days[1]);
    await fill(desk, 'thread.action.title', typed.first);
    await fill(desk, 'thread.action.text', typed.text);
    await desk.press(t('thread.save_draft'));
    await page.getByRole('heading', { level: 1, name: typed.first }).waitFor();
    await desk.press(t('thread.act.action.propose'));
    await done(desk, t('thread.acted.action.propose'));
    action = addressOf(desk);
    await page.close();
  });

  it('a partner who writes the same is told so while writing, and offers to join in one press', async () => {
    const desk = await at('partenaire.sante', language);
    const { page, t } = desk;
    await begin(desk, typed.days[2], typed.days[3]);
    await fill(desk, 'thread.action.title', typed.second);
    await page.getByText(t('thread.overlap', { count: 1 })).waitFor();
    await overlap(desk)
      .getByRole('button', { name: t('thread.overlap.offer') })
      .click();
    await done(desk, t('thread.overlap.offered', { name: await overlap(desk).locator('bdi').last().innerText() }));
    await overlap(desk).getByText(t('thread.joined.offered')).waitFor();
    expect(await overlap(desk).getByRole('button').count()).toBe(0);
    await lookAt(page, `joining-offered-${language}`);
    // What was being written goes on, and its page says the same.
    await desk.press(t('thread.save_draft'));
    await page.getByRole('heading', { level: 1, name: typed.second }).waitFor();
    await overlap(desk).getByText(t('thread.joined.offered')).waitFor();
    const second = addressOf(desk);
    const head = await at('chef.oujda', language);
    await open(head, action);
    await head.page.getByText(t('thread.offers', { count: 1 })).waitFor();
    await head.go(t('thread.offers.answer'));
    await head.page.getByText(t('thread.commitment.offered'), { exact: true }).waitFor();
    await lookAt(head.page, `joining-asked-${language}`);
    await head.press(t('thread.act.commitment.accept'));
    await done(head, t('thread.acted.commitment.accept'));
    await head.page.close();
    await open(desk, second);
    await overlap(desk).getByText(t('thread.joined.committed')).waitFor();
    await page.close();
  });

  it('an offer that cannot be taken is declined with the reason, which whoever made it reads', async () => {
    const desk = await at('partenaire.juridique', language);
    const { page, t } = desk;
    await begin(desk, typed.days[2], typed.days[3]);
    await overlap(desk)
      .getByRole('button', { name: t('thread.overlap.offer') })
      .click();
    await overlap(desk).getByText(t('thread.joined.offered')).waitFor();
    const head = await at('chef.oujda', language);
    await open(head, action);
    await head.press(t('thread.act.commitment.refuse'));
    const dialog = head.page.getByRole('dialog');
    const decline = dialog.getByRole('button', { name: t('thread.act.commitment.refuse'), exact: true });
    await decline.click();
    await dialog.getByText(t('invitation.needed')).waitFor();
    await dialog.getByLabel(t('thread.reason')).fill(typed.reason);
    await lookAt(head.page, `joining-decline-${language}`);
    await decline.click();
    await done(head, t('thread.acted.commitment.refuse'));
    await head.page.close();
    await page.reload();
    await overlap(desk).getByText(t('thread.joined.declined')).waitFor();
    await overlap(desk).getByText(typed.reason).waitFor();
    await overlap(desk)
      .getByRole('button', { name: t('thread.overlap.offer_again') })
      .waitFor();
    await lookAt(page, `joining-declined-${language}`);
    await page.close();
  });

  it('of two texts that met one is kept, and one that is too long is neither cut nor sent', async () => {
    const [one, other] = await Promise.all([at('chef.oujda', language), at('chef.oujda', language)]);
    const { t } = one;
    for (const desk of [one, other]) {
      await open(desk, action);
      await desk.press(t('thread.edit.field', { name: t('thread.text.text') }));
      await desk.page.getByLabel(inOwn(desk, 'thread.text.text'), { exact: true }).waitFor();
    }
    for (const [desk, sign] of [
      [one, 'A'],
      [other, 'B'],
    ] as const) {
      await fill(desk, 'thread.text.text', `${typed.text} ${sign}`);
      await desk.press(t('thread.edit.save'));
      await done(desk, t(sign === 'A' ? 'thread.edit.done' : 'thread.edit.met'));
    }
    const { page } = other;
    const kept = page.getByLabel(t('thread.conflict.text'));
    const long = `${typed.text} ${'x'.repeat(4000)}`;
    await kept.fill(long);
    await page.getByText(t('field.too_long', { count: typed.text.length + 1 })).waitFor();
    await other.press(t('thread.conflict.settle'));
    expect(await kept.evaluate((element) => element === document.activeElement)).toBe(true);
    await lookAt(page, `joining-too-long-${language}`);
    await page.reload();
    await expect.poll(() => kept.inputValue(), { timeout: 15_000 }).toBe(long);
    await kept.fill(`${typed.text} A B`);
    await other.press(t('thread.conflict.settle'));
    await done(other, t('thread.conflict.settled'));
    await kept.waitFor({ state: 'detached' });
    for (const desk of [one, other]) await desk.page.close();
  });

  it('the desk tells the region of a need in one press, once a month, and nothing of the person', async () => {
    const desk = await at('agent.oujda', language);
    const { page, t } = desk;
    const [need, elsewhere] = [t(`need.${typed.need}`), t(`need.${typed.elsewhere}`)];
    await desk.go(t('navigation.desk'));
    for (const each of [need, elsewhere, t('need.protection')]) await desk.choose(t('desk.needs'), each);
    await desk.choose(t('desk.audience'), t('audience.other'));
    await desk.press(t('desk.save'));
    await page.getByRole('link', { name: t('slip.fr'), exact: true }).waitFor();
    await page.getByText(t('raise.title')).click();
    const button = (name: string) => page.getByRole('button', { name: t('raise.need', { need: name }), exact: true });
    await button(need).waitFor();
    expect(await button(t('need.protection')).count()).toBe(0);
    await button(need).click();
    await done(desk, t('raise.said', { need }));
    const told = page.getByRole('link', { name: t('raise.told', { need }) });
    await told.waitFor();
    expect(await button(need).count()).toBe(0);
    // Without a network it is kept, and told once there is one.
    await page.context().setOffline(true);
    await button(elsewhere).click();
    await page.getByText(t('outbox.this_waits')).waitFor();
    await lookAt(page, `raise-offline-${language}`);
    await page.context().setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByRole('link', { name: t('raise.told', { need: elsewhere }) }).waitFor();
    // A colleague of the same cell sees that it is told; the finding stands in the thread for everyone.
    const second = await at('agent2.oujda', language);
    await open(second, 'desk/visits');
    await second.page.getByText(t('raise.title')).first().click();
    await second.page.getByRole('link', { name: t('raise.told', { need }) }).waitFor();
    await second.page.close();
    await page.close();
    const partner = await at('partenaire.sante', language);
    await open(partner, 'thread?of=findings');
    const line = partner.page.getByRole('listitem').filter({ hasText: need });
    await line.getByText(t('thread.count.sources', { count: 1 })).waitFor();
    await line.getByRole('link').click();
    await partner.page.getByRole('heading', { name: t('thread.years') }).waitFor();
    await lookAt(partner.page, `raise-finding-${language}`);
    await partner.page.close();
  });

  it('whoever follows something chooses how often letters come', async () => {
    const desk = await at('partenaire.sante', language);
    const { page, t } = desk;
    await open(desk, action);
    await page.getByRole('link', { name: t('thread.told.how_often') }).waitFor();
    await desk.go(t('navigation.thread'));
    await desk.go(t('thread.told.title'));
    await page.getByRole('radiogroup', { name: t('thread.told.how_often') }).waitFor();
    await desk.choose(t('thread.told.how_often'), t('thread.told.weekly'));
    await done(desk, t('thread.told.done'));
    await lookAt(page, `told-chosen-${language}`);
    await page.reload();
    await expect.poll(() => page.getByRole('radio', { name: t('thread.told.weekly') }).isChecked(), { timeout: 15_000 }).toBe(true);
    await desk.choose(t('thread.told.how_often'), t('thread.told.daily'));
    await done(desk, t('thread.told.done'));
    await page.close();
  });
});
