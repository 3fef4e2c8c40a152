import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labels } from '../src/desk/guide/labels.ts';
import { guideTexts } from '../src/desk/guide/screens/messages/index.ts';
import { lookAt, picture, tabTo } from './browser.ts';
import { useMailbox } from './mailbox.ts';
import { soon } from './use-directory.ts';
import { usePlatform } from './use-platform.ts';

const mailbox = useMailbox();
// An address typed for a letter is neither printed nor logged.
const { platform, signIn } = usePlatform({
  env: () => ({ SMTP_URL: mailbox().url, MAIL_FROM: 'Istiqbal <istiqbal@example.org>' }),
  unsaid: /personne\.inventee/,
  offline: ['agent2.oujda@example.org'],
});

interface Listed {
  key: string;
  title: { fr: string; ar: string };
  papers: { name: { fr: string; ar: string } }[];
}
const region = JSON.parse(readFileSync(new URL('../data/oriental/procedures.json', import.meta.url), 'utf8')) as Listed[];
const get = (key: string): Listed => {
  const found = region.find((procedure) => procedure.key === key);
  if (!found) throw new Error(`the region has no ${key}`);
  return found;
};

describe.each(['fr', 'ar'] as const)('the guide in %s', (language) => {
  const shot = (name: string): string => `guide-${name}-${language}`;
  const say = labels[language];
  const atDesk = (email = 'agent.oujda@example.org') => signIn(email, language, guideTexts);

  it('beside the need stands what to bring, in the language the person reads; it leaves on paper, copied or by e-mail', async () => {
    const desk = await atDesk();
    const { page, t } = desk;
    const residence = get('residence-card');
    await desk.choose(t('desk.needs'), t('need.residence_asylum'));
    await desk.choose(t('desk.audience'), t('audience.rpt'));
    const row = page.getByRole('button', { name: residence.title[language] });
    await row.waitFor();
    await lookAt(page, shot('list'));
    await tabTo(page, row);
    await page.keyboard.press('Enter');
    // The visit is held in Darija: the person reads Arabic, whatever the agent reads.
    await page.getByText(labels.ar.missing, { exact: false }).first().waitFor();
    const paper = residence.papers[0]?.name ?? { fr: '', ar: '' };
    await page.getByRole('checkbox', { name: paper.ar }).check();
    await page.getByRole('button', { name: 'Français' }).last().click();
    expect(await page.getByRole('checkbox', { name: paper.fr }).isChecked()).toBe(true);
    await page.getByText(labels.fr.toBeConfirmed).first().waitFor();
    if (language === 'ar') await page.getByRole('button', { name: 'العربية' }).last().click();
    await lookAt(page, shot('open'));

    const print = page.getByRole('link', { name: t('guide.print'), exact: true });
    const href = new URL((await print.getAttribute('href')) ?? '', page.url());
    expect(href.searchParams.get('ready')).toBe('0');
    expect(href.searchParams.get('languages')).toBe(language);
    const sheet = await page.request.get(href.href);
    expect((await sheet.body()).subarray(0, 5).toString()).toBe('%PDF-');

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await desk.press(t('guide.copy'));
    await page.getByText(t('guide.copied')).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.indexOf(say.missing)).toBeLessThan(copied.indexOf(`☑ ${paper[language]}`));

    const to = `personne.inventee.${language}@example.org`;
    await page.getByText(t('guide.mail'), { exact: true }).click();
    await page.getByLabel(t('guide.mail.address')).fill('pas une adresse');
    await desk.press(t('guide.mail.send'));
    await page.getByText(t('guide.mail.wrong')).waitFor();
    await lookAt(page, shot('mail'));
    await page.getByLabel(t('guide.mail.address')).fill(to);
    await desk.press(t('guide.mail.send'));
    await page.getByText(t('guide.mail.sent')).waitFor();
    expect(await page.getByLabel(t('guide.mail.address')).inputValue()).toBe('');
    await expect.poll(() => mailbox().find(to), { timeout: 90_000, interval: 500 }).toContain(paper[language]);
    // The next visit begins without it.
    await desk.choose(t('desk.needs'), t('need.residence_asylum'));
    await row.waitFor({ state: 'detached' });
    await page.close();
  });

  it('a visit held in Spanish shows the Spanish checklist; for a language without one the agent reads which it is in, and chooses', async () => {
    const desk = await atDesk();
    const { page, t } = desk;
    const land = get('land-dispute');
    await desk.choose(t('desk.needs'), t('need.land_property'));
    await desk.choose(t('desk.language'), t('language.es'));
    await page.getByRole('button', { name: land.title[language] }).click();
    await page.getByText(labels.es.unread).waitFor();
    await lookAt(page, shot('spanish'));
    await desk.choose(t('desk.language'), t('language.nl'));
    await page.getByText(t('guide.language.absent.fr')).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText(t('guide.language.absent.en')).waitFor();
    await lookAt(page, shot('dutch'));
    const print = page.getByRole('link', { name: t('guide.print'), exact: true });
    expect(await print.getAttribute('href')).toContain('languages=en&');
    await page.close();
  });

  it('the head of the cell sets a limit and a note, and writes a procedure of the cell’s own, which the agents then have', async () => {
    const head = await atDesk('chef.oujda@example.org');
    const { page, t, press } = head;
    // One each: the journeys of the two languages share a platform.
    const adjusted = get(language === 'fr' ? 'complaint-chikaya' : 'investment-cri');
    await page.getByRole('link', { name: t('navigation.guide'), exact: true }).click();
    await page.getByRole('button', { name: adjusted.title[language] }).click();
    await lookAt(page, shot('all'));
    await page.getByRole('link', { name: t('guide.adjust_named', { name: adjusted.title[language] }) }).click();
    await page.getByLabel(t('guide.adjust.days')).fill('45');
    await press(t('guide.form.save'));
    await page.getByText(t('guide.form.both')).first().waitFor();
    const inFrench = (label: string) => page.getByLabel(t('guide.form.french', { label: t(label) }), { exact: true });
    const inArabic = (label: string) => page.getByLabel(t('guide.form.arabic', { label: t(label) }), { exact: true });
    await inFrench('guide.adjust.source').fill('Note inventée');
    await inArabic('guide.adjust.source').fill('مذكرة مختلقة');
    await lookAt(page, shot('adjust'));
    await press(t('guide.form.save'));
    await page.getByRole('heading', { level: 1, name: t('guide.screen.title') }).waitFor();
    await page.getByRole('button', { name: adjusted.title[language] }).click();
    await expect.poll(() => page.locator('main').innerText(), soon).toContain(say.days(45));

    const own = { fr: `Fiche inventée ${language}`, ar: `بطاقة مختلقة ${language}` };
    await page.getByRole('link', { name: t('guide.add'), exact: true }).click();
    await press(t('guide.form.save'));
    await page.getByText(t('guide.form.missing')).waitFor();
    for (const [label, french, arabic] of [
      ['guide.form.name', own.fr, own.ar],
      ['guide.form.about', 'Inventée', 'مختلقة'],
      ['guide.form.paper', 'Papier inventé', 'وثيقة مختلقة'],
      ['guide.form.office', 'Bureau inventé', 'مكتب مختلق'],
    ] as const) {
      await inFrench(label).fill(french);
      await inArabic(label).fill(arabic);
    }
    await head.choose(t('guide.form.needs'), t('need.culture'));
    await head.choose(t('guide.form.audiences'), t('audience.mre'));
    await lookAt(page, shot('write'));
    await press(t('guide.form.save'));
    await page.getByRole('button', { name: own[language] }).waitFor();
    await page.close();

    const agent = await atDesk();
    await agent.go(t('navigation.desk'));
    await agent.choose(t('desk.needs'), t('need.culture'));
    await agent.page.getByRole('button', { name: own[language] }).waitFor();
    await agent.page.close();
  });

  it('without a network the device still has every checklist, and prints it itself', async () => {
    const desk = await signIn('agent2.oujda@example.org', language, guideTexts);
    const { page, t } = desk;
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.goto(`${platform().url}/workspace/desk`);
    await desk.choose(t('desk.needs'), t('need.land_property'));
    await page.getByText(t('guide.offline')).waitFor();
    await page.getByRole('button', { name: get('land-dispute').title[language] }).click();
    await page.getByRole('checkbox', { name: get('land-dispute').papers[0]?.name.ar ?? '' }).check();
    await lookAt(page, shot('offline'));
    // The browser's own print dialog cannot be seen here; what it would print can.
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await desk.press(t('guide.print_both'));
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.print-sheet');
    expect(await sheet.innerText()).toContain(get('land-dispute').title.ar);
    expect(await sheet.innerText()).toContain(get('land-dispute').title.fr);
    expect(await page.locator('#root').isVisible()).toBe(false);
    await picture(page, shot('print'));
    await page.context().close();
  });
});
