import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { deskTexts } from '../src/desk/screens/messages/index.ts';
import { referenceOf } from '../src/platform/reference.ts';
import { lookAt, tabTo } from './browser.ts';
import { usePlatform } from './use-platform.ts';

// Nothing printed or logged during the journeys names the people in them.
const { platform, signIn } = usePlatform({ unsaid: /Testa|تيستا/, offline: ['agent.oujda@example.org'] });

const referenceShown = (page: Page) => page.locator('main bdi.font-mono').first().innerText();
const countVisits = (where: string) =>
  platform().inDatabase(({ asOwner }) =>
    asOwner(async (owner) => {
      await owner.query('alter table desk.visit no force row level security');
      const { rows } = await owner.query<{ id: string; people: number; emergency: boolean }>(
        `select id, people, emergency from desk.visit where ${where}`,
      );
      await owner.query('alter table desk.visit force row level security');
      return rows;
    }),
  );

describe.each(['fr', 'ar'] as const)('the desk in %s', (language) => {
  const shot = (name: string): string => `${name}-${language}`;
  /** At the desk as it opens: nothing pressed yet. */
  const arrive = async () => {
    const desk = await signIn('agent.oujda@example.org', language, deskTexts);
    await desk.page.reload();
    return desk;
  };

  it('a whole visit is recorded, oriented and followed by the next without a mouse', async () => {
    const { page, t } = await arrive();
    const { keyboard } = page;
    const press = (...keys: string[]) =>
      keys.reduce<Promise<void>>((before, key) => before.then(() => keyboard.press(key)), Promise.resolve());
    await page.getByRole('checkbox').first().waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
    // Two needs: by arrows and Space, and by the first letter of its words.
    await press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight', 'Space');
    // The pretended keyboard has Latin letters only.
    await press(language === 'ar' ? 'End' : 'R', 'Space');
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await press('Tab', 'ArrowDown');
    await press('Tab', 'Tab');
    await press(...(language === 'ar' ? ['ArrowDown', 'ArrowDown'] : ['H']));
    await expect.poll(() => page.getByRole('radio', { name: t('sex.man'), exact: true }).isChecked()).toBe(true);
    // The services come after the questions: the key leads to them once they are there.
    await page.getByLabel(t('finder.search')).waitFor();
    await press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await keyboard.type(language === 'ar' ? 'استقبال' : 'accueil');
    const orient = page.getByRole('article').first().getByRole('button');
    await orient.waitFor();
    await tabTo(page, orient);
    await press('Enter');
    await page.getByRole('heading', { name: t('finder.picked', { count: 1 }) }).waitFor();
    await press('Control+Enter');
    await page.getByRole('heading', { name: t('recorded.title') }).waitFor();
    const reference = await referenceShown(page);
    await press('Enter');
    await page.getByRole('heading', { name: t('desk.title') }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
    await expect
      .poll(() => countVisits(`reference = '${reference}' and cardinality(needs) = 2 and sex = 'man'`), { timeout: 15_000 })
      .toHaveLength(1);
    await page.close();
  });

  it('whoever comes back is known by their slip, and the same request goes on', async () => {
    const desk = await arrive();
    const { page, t } = desk;
    await desk.choose(t('desk.needs'), t('need.pensions'));
    await desk.choose(t('desk.audience'), t('audience.returned_mre'));
    await desk.choose(t('desk.language'), t('language.rif'));
    await desk.press(t('desk.save'));
    const reference = await referenceShown(page);
    await page.getByRole('link', { name: t('slip.fr'), exact: true }).waitFor();
    await desk.press(t('recorded.next'));
    await desk.choose(t('desk.language'), t('language.ary'));
    // As a scanner types it, Enter at its end; then Enter for the first way on.
    await page.getByLabel(t('known.label')).focus();
    await page.keyboard.type(reference);
    await page.keyboard.press('Enter');
    const same = page.getByRole('button', { name: t('known.same_request') });
    await expect.poll(() => same.evaluate((element) => element === document.activeElement)).toBe(true);
    await lookAt(page, shot('desk-known'));
    await page.keyboard.press('Enter');
    await page.getByText(t('known.before')).waitFor();
    expect(await page.getByRole('checkbox', { name: t('need.pensions') }).isChecked()).toBe(true);
    expect(await page.getByRole('radio', { name: t('language.rif') }).isChecked()).toBe(true);
    await lookAt(page, shot('desk-known-chosen'));
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: t('recorded.title') }).waitFor();
    const next = await referenceShown(page);
    await expect
      .poll(
        () => countVisits(`reference = '${next}' and previous_visit_id = (select id from desk.visit where reference = '${reference}')`),
        { timeout: 15_000 },
      )
      .toHaveLength(1);
    await desk.press(t('recorded.next'));
    // Somebody named, found in the other script; and a browser without codes says what works instead.
    await page.getByRole('button', { name: t('known.scan') }).click();
    await page.getByText(t('scanner.cannot')).waitFor();
    await page.getByRole('button', { name: t('known.scan') }).click();
    await page.getByLabel(t('known.label')).fill(referenceOf('0197f0a0-0000-7000-8000-000000000001'));
    await page.getByText(t('known.nothing', { reference: referenceOf('0197f0a0-0000-7000-8000-000000000001') })).waitFor();
    await page.close();
  });

  it('two tabs of one desk record two visits, each with a number of its own', async () => {
    const desk = await arrive();
    const { page, t } = desk;
    await desk.choose(t('desk.needs'), t('need.culture'));
    const other = await arrive();
    for (const one of [other, desk]) {
      await one.choose(t('desk.audience'), t('audience.other'));
      await one.press(t('desk.save'));
      await one.page.getByRole('link', { name: t('slip.fr'), exact: true }).waitFor();
    }
    const references = await Promise.all([referenceShown(page), referenceShown(other.page)]);
    expect(references[0]).not.toBe(references[1]);
    expect(await countVisits(`reference in ('${references.join("', '")}')`)).toHaveLength(2);
    await Promise.all([page.close(), other.page.close()]);
  });

  it('a group arrives by night: what to do first, one entry with its numbers, a slip for each, a file for one of them', async () => {
    const desk = await arrive();
    const { page, t } = desk;
    await desk.press(t('desk.emergency'));
    await page.getByRole('link', { name: /15/ }).waitFor();
    await lookAt(page, shot('emergency'));
    await desk.press(t('danger.no_shelter'));
    expect(await page.getByRole('dialog').getByRole('listitem').count()).toBeGreaterThan(4);
    await lookAt(page, shot('emergency-steps'));
    await desk.press(t('emergency.record_later'));
    await page.getByText(t('desk.emergency.this')).waitFor();
    expect(await page.getByRole('checkbox', { name: t('need.shelter_emergency') }).isChecked()).toBe(true);
    await page.getByLabel(t('desk.group')).check();
    await page.getByLabel(t('group.people'), { exact: true }).fill('30');
    await page.getByLabel(t('attention_kind.sick_or_injured'), { exact: true }).fill('2');
    const men = t('group.man', { age: t('age.18_24'), child: 'no' });
    await page.getByLabel(men, { exact: true }).fill('24');
    await page.getByRole('button', { name: t('group.more', { label: men }) }).click();
    await page.getByText(t('group.without', { count: 5 })).waitFor();
    await lookAt(page, shot('desk-group'));
    await desk.choose(t('desk.audience'), t('audience.rpt'));
    await desk.press(t('desk.save'));
    await page.getByText(t('recorded.group', { count: 30 })).waitFor();
    await desk.choose(t('recorded.copies'), t('recorded.copies.all', { count: 30 }));
    await lookAt(page, shot('recorded-group'));
    const reference = await referenceShown(page);
    const href = await page.getByRole('link', { name: t('slip.fr'), exact: true }).getAttribute('href');
    const slips = (await page.request.get(new URL(href ?? '', page.url()).href)).body();
    expect((await slips).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(30);
    const toOpen = await page.getByRole('link', { name: t('recorded.open_case_of_one') }).getAttribute('href');
    expect(toOpen).toContain('/cases/new?visit=');
    await desk.go(t('navigation.desk'));
    await desk.go(t('desk.visits'));
    await page.getByLabel(t('visits.search')).fill(reference.slice(0, 5));
    const card = page
      .getByRole('listitem')
      .filter({ hasText: reference })
      .filter({ hasText: t('visits.people', { count: 30 }) })
      .first();
    await card.getByText(t('visits.emergency'), { exact: true }).waitFor();
    await lookAt(page, shot('visits-found'));
    await page.getByLabel(t('visits.search')).fill('');
    await lookAt(page, shot('visits-today'));
    await page.close();
  });

  it('an emergency that breaks in on a visit leaves it whole and is recorded after it', async () => {
    const desk = await arrive();
    const { page, t } = desk;
    await desk.choose(t('desk.needs'), t('need.local_tax'));
    await desk.choose(t('desk.audience'), t('audience.mre'));
    await desk.press(t('desk.emergency'));
    await desk.press(t('danger.medical'));
    await desk.press(t('emergency.record_later'));
    await page.getByText(t('desk.emergency.next')).waitFor();
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(1);
    await desk.press(t('desk.save'));
    await desk.press(t('recorded.next'));
    await page.getByText(t('desk.emergency.this')).waitFor();
    expect(await page.getByRole('checkbox', { name: t('need.health') }).isChecked()).toBe(true);
    await desk.choose(t('desk.audience'), t('audience.mre'));
    await desk.press(t('desk.save'));
    await page.getByRole('link', { name: t('slip.fr'), exact: true }).waitFor();
    await page.close();
  });

  it('without a network the numbers and steps are there, and a group that was recorded arrives once', async () => {
    const desk = await arrive();
    const { page, t } = desk;
    await page.getByRole('checkbox').first().waitFor();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.context().setOffline(true);
    await page.goto(`${platform().url}/workspace/desk`);
    await desk.press(t('desk.emergency'));
    await page.getByRole('link', { name: /177/ }).waitFor();
    await desk.press(t('danger.violence'));
    await desk.press(t('emergency.close'));
    await page.getByLabel(t('desk.group')).check();
    const people = language === 'ar' ? 17 : 19;
    await page.getByLabel(t('group.people'), { exact: true }).fill(String(people));
    await desk.choose(t('desk.needs'), t('need.material_aid'));
    await desk.choose(t('desk.audience'), t('audience.rpt'));
    await desk.press(t('desk.save'));
    await page.getByText(t('recorded.waiting')).waitFor();
    await lookAt(page, shot('recorded-offline'));
    await page.reload();
    await page.context().setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => countVisits(`people = ${people}`), { timeout: 30_000 }).toHaveLength(1);
    await page.reload();
    await page.getByRole('checkbox').first().waitFor();
    expect(await countVisits(`people = ${people}`)).toHaveLength(1);
    await page.close();
  });
});
