import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { auditPage } from './audit.ts';
import { translators } from '../src/site/messages.ts';
import { usePlatform } from './use-platform.ts';

const { platform, browser } = usePlatform();

const box = async (of: Locator) => {
  const found = await of.boundingBox();
  if (!found) throw new Error('it is not on the screen');
  return { ...found, middle: { x: found.x + found.width / 2, y: found.y + found.height / 2 } };
};

async function openMap(page: Page, language: 'fr' | 'ar') {
  await page.goto(`${platform().url}/${language}/services/map?audience=mre`);
  const t = translators[language];
  const press = (act: 'nearer' | 'farther' | 'whole') => page.getByRole('button', { name: t(`site.map.${act}`), exact: true }).click();
  await page.getByRole('button', { name: t('site.map.nearer'), exact: true }).waitFor();
  return { map: page.locator('.chart .map'), marks: page.locator('.pin'), press };
}

it.each(['fr', 'ar'] as const)('the map in %s comes closer, its marks as large as before, and is whole again', async (language) => {
  const page = await browser().newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const { map, marks, press } = await openMap(page, language);
  const land = map.locator('.land');
  const whole = await box(land);
  const mark = await box(marks.first().locator('circle').last());
  await press('nearer');
  await press('nearer');
  expect((await box(land)).width / whole.width).toBeCloseTo(2.56, 1);
  expect((await box(marks.first().locator('circle').last())).width).toBeCloseTo(mark.width, 0);
  await press('whole');
  expect((await box(land)).width).toBeCloseTo(whole.width, 0);
  await press('nearer');
  await auditPage(page, `site-map-nearer-${language}`);
  await page.close();
});

it('is moved by a hand without pressing the mark under it, and a press on a mark leads to its place in the list', async () => {
  const page = await browser().newPage({ viewport: { width: 1280, height: 900 } });
  const { map, marks, press } = await openMap(page, 'fr');
  const { middle } = await box(marks.first());
  // As two fingers on a pad: about the mark, which stays where it is.
  await page.mouse.move(middle.x, middle.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -150);
  await page.keyboard.up('Control');
  await expect.poll(() => map.getAttribute('class')).toContain('near');
  const before = await box(marks.first());
  expect(Math.abs(before.middle.x - middle.x)).toBeLessThan(3);
  await page.mouse.down();
  await page.mouse.move(middle.x + 60, middle.y + 40, { steps: 5 });
  await page.mouse.up();
  expect((await box(marks.first())).middle.x - before.middle.x).toBeGreaterThan(20);
  expect(new URL(page.url()).hash).toBe('');
  await press('whole');
  await marks.first().click();
  expect(new URL(page.url()).hash).toBe('#place-1');
  await page.close();
});

it('shows the mark that the keyboard reaches, wherever the map was', async () => {
  const page = await browser().newPage({ viewport: { width: 1280, height: 900 } });
  const { map, marks, press } = await openMap(page, 'fr');
  for (let i = 0; i < 4; i++) await press('nearer');
  for (let i = 0; i < (await marks.count()); i++) {
    await marks.nth(i).focus();
    // The page may have been scrolled to it too.
    const frame = await box(map);
    const { middle } = await box(marks.nth(i));
    expect(middle.x > frame.x && middle.x < frame.x + frame.width, `mark ${i + 1}`).toBe(true);
    expect(middle.y > frame.y && middle.y < frame.y + frame.height, `mark ${i + 1}`).toBe(true);
  }
  await page.close();
});
