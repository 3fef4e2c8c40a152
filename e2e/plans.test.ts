import { describe, expect, it } from 'vitest';
import { threadTexts } from '../src/coordination/screens/index.ts';
import { planListTexts, planTexts } from '../src/plans/screens/messages/index.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { lookAt } from './browser.ts';
import { usePlatform } from './use-platform.ts';
import type { Desk } from './workspace.ts';

const { platform, signIn } = usePlatform();
const officer = (language: WorkLanguage) => signIn('commune.oujda@example.org', language, threadTexts, planListTexts, planTexts);

const words = {
  fr: {
    commune: '022750117',
    title: 'Plan de Jerada 2022–2027',
    need: 'Savoir où aller',
    project: 'Une cellule à Jerada',
    indicator: 'Personnes reçues',
    remark: 'Une femme parmi les agents',
    answer: 'Retenu',
    summary: 'La cellule a ouvert.',
    learned: 'Ouvrir le samedi.',
  },
  ar: {
    commune: '021670109',
    title: 'برنامج الدريوش 2022–2027',
    need: 'معرفة الوجهة',
    project: 'خلية بالدريوش',
    indicator: 'أشخاص تم استقبالهم',
    remark: 'امرأة بين الأعوان',
    answer: 'أُخذ بها',
    summary: 'فُتحت الخلية.',
    learned: 'الفتح يوم السبت.',
  },
} as const;

describe.each(['fr', 'ar'] as const)('a commune’s plan, in %s', (language) => {
  const typed = words[language];
  let address = '';
  const open = ({ page }: Desk, part = '') => page.goto(`${platform().url}/workspace/${address}${part}`);
  const inOwn = ({ t }: Desk, label: string) => t(`thread.in.${language}`, { name: t(label) });
  const fill = (desk: Desk, label: string, text: string) => desk.page.getByLabel(inOwn(desk, label), { exact: true }).fill(text);
  const arrived = ({ page, t }: Desk) => page.getByText(t('outbox.leaves')).waitFor({ state: 'detached' });
  const save = async (desk: Desk) => {
    await desk.press(desk.t('plans.save'));
    await desk.page
      .getByRole('status')
      .filter({ hasText: desk.t('plans.saved') })
      .waitFor();
    await arrived(desk);
  };
  const goOn = async (desk: Desk, stage: string) => {
    const name = desk.t('plans.go_on', { name: desk.t(`plans.word.stage.${stage}`) });
    await desk.press(name);
    await desk.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
    await desk.page.getByRole('heading', { name: desk.t('plans.now', { name: desk.t(`plans.word.stage.${stage}`) }) }).waitFor();
  };

  it('is begun by the commune, which sees what is due and the one thing to do', async () => {
    const desk = await officer(language);
    const { page, t } = desk;
    await desk.go(t('navigation.plans'));
    await page.getByRole('heading', { level: 1, name: t('plans.title') }).waitFor();
    await lookAt(page, `plans-${language}`);
    await desk.go(t('plans.begin'));
    await desk.press(t('plans.begin'));
    await page.getByText(t('thread.one_language.missing')).waitFor();
    await lookAt(page, `plans-begin-${language}`);
    await page.getByLabel(t('plans.commune'), { exact: true }).selectOption(typed.commune);
    await fill(desk, 'plans.field.title', typed.title);
    await page.getByLabel(t('plans.mandate'), { exact: true }).fill('2021-09-20');
    await page.getByLabel(t('plans.first_year'), { exact: true }).fill('2022');
    await desk.press(t('plans.begin'));
    await page.getByRole('heading', { level: 1, name: typed.title }).waitFor();
    address = new URL(page.url()).pathname.replace('/workspace/', '');
    await page.getByText(t('plans.stage.unchecked')).first().waitFor({ state: 'attached' });
    await lookAt(page, `plan-${language}`);
    await desk.go(t('plans.next.sessions'));
    await desk.press(t('plans.add.session'));
    await page.getByLabel(t('plans.field.kind'), { exact: true }).selectOption('ranking');
    await page.getByLabel(t('plans.field.held_on'), { exact: true }).fill('2021-12-01');
    await page.getByLabel(t('plans.field.women'), { exact: true }).fill('20');
    await page.getByLabel(t('plans.field.men'), { exact: true }).fill('٣٠');
    await save(desk);
    await page.close();
  });

  it('is written: a need, the hands for it, a project with its costs typed by keyboard, an indicator', async () => {
    const desk = await officer(language);
    const { page, t } = desk;
    await open(desk, '/needs');
    await desk.press(t('plans.need.from_thread'));
    await page
      .getByRole('button', { name: new RegExp(`^${t('plans.need.take')}`) })
      .first()
      .click();
    await page
      .getByRole('status')
      .filter({ hasText: t('plans.need.taken') })
      .waitFor();
    await desk.press(t('plans.add.need'));
    await fill(desk, 'plans.field.title', typed.need);
    await desk.choose(t('plans.field.audiences'), t('plans.word.audience.rpt'));
    await lookAt(page, `plan-need-${language}`);
    await save(desk);
    await open(desk, '/sessions');
    const hands = (of: string) => page.getByLabel(t('thread.of_named', { name: t(`plans.field.${of}`), word: typed.need }));
    await hands('women').fill('12');
    await hands('men').fill('9');
    await page.keyboard.press('Tab');
    await page.getByRole('row').filter({ hasText: typed.need }).getByText('1', { exact: true }).waitFor();
    await lookAt(page, `plan-sessions-${language}`);
    await open(desk, '/projects');
    await desk.press(t('plans.add.project'));
    await fill(desk, 'plans.field.title', typed.project);
    await desk.press(t('plans.save'));
    await page.getByRole('heading', { level: 1, name: typed.project }).waitFor();
    const cell = (source: string, year: string) =>
      page.getByLabel(t('thread.of_named', { name: t(`plans.word.money.${source}`), word: year }));
    await cell('commune', '2022').fill('120 000');
    // Down to the region's money, as in a sheet.
    await page.keyboard.press('Enter');
    await page.keyboard.type('80000');
    await page.keyboard.press('Tab');
    expect(await cell('region', '2023').evaluate((field) => field === document.activeElement)).toBe(true);
    await page
      .getByRole('row')
      .filter({ hasText: t('plans.total') })
      .last()
      .getByText(/200.?000/)
      .last()
      .waitFor();
    await desk.press(t('plans.add.indicator'));
    await fill(desk, 'plans.field.name', typed.indicator);
    await page.getByLabel(t('plans.field.baseline'), { exact: true }).fill('0');
    await page.getByLabel(t('plans.field.target'), { exact: true }).fill('500');
    await save(desk);
    await lookAt(page, `plan-project-${language}`);
    await open(desk, '/checklist');
    await page.getByText(t('plans.check.costed')).waitFor();
    await lookAt(page, `plan-checklist-${language}`);
    await page.close();
  });

  it('is heard by the IEECAG, frozen at each stage, and a year of it is judged and adopted', async () => {
    const desk = await officer(language);
    const { page, t } = desk;
    await open(desk, '/remarks');
    await desk.press(t('plans.add.remark'));
    await fill(desk, 'plans.field.remark.words', typed.remark);
    await fill(desk, 'plans.field.answer', typed.answer);
    await save(desk);
    await lookAt(page, `plan-remarks-${language}`);
    await open(desk);
    for (const stage of ['diagnosis', 'priorities', 'projects', 'consultation', 'deliberation', 'visa', 'running']) await goOn(desk, stage);
    await desk.go(t('plans.next.year'));
    await desk.press(t('plans.year.begin', { year: '2022' }));
    await page.getByRole('heading', { level: 2, name: t('plans.year_of', { year: '2022' }) }).waitFor();
    await page.getByLabel(t('thread.of_named', { name: t('plans.field.share'), word: typed.project })).fill('40');
    await page.getByLabel(t('thread.of_named', { name: t('plans.field.spent'), word: typed.project })).fill('90000');
    await desk.press(t('plans.edit.evaluation'));
    await fill(desk, 'plans.field.summary', typed.summary);
    await fill(desk, 'plans.field.learned', typed.learned);
    await save(desk);
    await lookAt(page, `plan-years-${language}`);
    await desk.press(t('plans.year.adopt'));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('plans.year.adopt'), exact: true })
      .click();
    await page.getByText('40 %').waitFor();
    await page.close();
  });

  it('shows what changed between two versions, and all that becomes public before it does', async () => {
    const desk = await officer(language);
    const { page, t } = desk;
    await open(desk, '/versions');
    await page.getByText(t('plans.change.added')).first().waitFor();
    await lookAt(page, `plan-versions-${language}`);
    // What was frozen is read again whole, and comes out on paper as it was.
    await page
      .getByRole('link', { name: new RegExp(`^${t('plans.version.read')}`) })
      .first()
      .click();
    await page.getByRole('article').getByText(typed.project).waitFor();
    const papers = page.locator('section').filter({ has: page.getByRole('article') });
    const href = await papers.getByRole('link', { name: t('plans.paper.docx_fr') }).getAttribute('href');
    expect(href).toContain('version=');
    expect((await page.request.get(`${platform().url}${href}`)).status()).toBe(200);
    await lookAt(page, `plan-version-${language}`);
    await open(desk, '/publish');
    const preview = page.getByRole('article');
    await preview.getByText(typed.project).waitFor();
    expect(await preview.getByText(typed.remark).count()).toBe(0);
    await desk.choose(t('plans.publish.parts'), t('plans.part.remarks'));
    await preview.getByText(typed.remark).waitFor();
    await lookAt(page, `plan-publish-${language}`);
    await desk.press(t('thread.publish'));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('thread.publish'), exact: true })
      .click();
    await page.getByRole('link', { name: t('thread.publish.page') }).waitFor();
    await page.close();
  });
});

describe('two who write in one plan at once', () => {
  it('see both texts where they changed the same words, and choose; different words are brought together', async () => {
    const [one, other] = [await officer('fr'), await officer('ar')];
    for (const { page, t } of [one, other]) {
      await page.goto(`${platform().url}/workspace/plans`);
      await page.getByRole('link', { name: /Jerada|جرادة/ }).click();
      await page.getByRole('button', { name: t('plans.edit.plan') }).click();
      await page.getByLabel(t('thread.in.fr', { name: t('plans.field.title') }), { exact: true }).waitFor();
    }
    const type = async ({ page, t, press }: Desk, title: string) => {
      await page.getByLabel(t('thread.in.fr', { name: t('plans.field.title') }), { exact: true }).fill(title);
      await press(t('plans.save'));
      await page.getByText(t('outbox.leaves')).waitFor({ state: 'detached' });
    };
    await type(one, 'Plan de Jerada, ville ouverte 2022–2027');
    await type(other, 'Programme de Jerada 2022–2027');
    await other.page.getByRole('heading', { level: 1, name: 'Programme de Jerada, ville ouverte 2022–2027' }).waitFor();
    for (const { page, t } of [one, other]) {
      await page.reload();
      await page.getByRole('button', { name: t('plans.edit.plan') }).click();
      await page.getByLabel(t('thread.in.fr', { name: t('plans.field.title') }), { exact: true }).waitFor();
    }
    await type(one, 'Projet de Jerada, ville ouverte 2022–2027');
    await type(other, 'Chantier de Jerada, ville ouverte 2022–2027');
    await other.page.getByText('Chantier de Jerada, ville ouverte 2022–2027').waitFor();
    await one.page.reload();
    const conflict = one.page.getByRole('heading', { level: 2, name: one.t('thread.conflict', { name: one.t('plans.field.title') }) });
    await conflict.waitFor();
    await lookAt(one.page, 'plan-conflict-fr');
    await one.page.getByLabel(one.t('thread.conflict.text')).fill('Un seul titre pour Jerada');
    await one.press(one.t('thread.conflict.settle'));
    await one.page.getByRole('heading', { level: 1, name: 'Un seul titre pour Jerada' }).waitFor();
    expect(await conflict.count()).toBe(0);
    await Promise.all([one.page.close(), other.page.close()]);
  });
});
