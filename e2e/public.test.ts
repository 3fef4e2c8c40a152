import { expect, it } from 'vitest';
import { auditPage } from './audit.ts';
import { usePlatform } from './use-platform.ts';

const { platform, browser } = usePlatform();

it.each(['fr', 'ar', 'en', 'es'])('the public site in %s is read without JavaScript, on every page', async (language) => {
  const context = await browser().newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  // Looking needs scripts of our own in the page; the site itself is read without.
  const viewer = await (await browser().newContext({ bypassCSP: true })).newPage();
  const complaints: string[] = [];
  viewer.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  viewer.on('pageerror', (error) => complaints.push(error.message));
  const view = async (path: string, name: string): Promise<void> => {
    const answer = await page.goto(`${platform().url}${path}`);
    expect(answer?.status(), path).toBe(200);
    expect(await page.locator('h1').count(), path).toBe(1);
    await viewer.goto(`${platform().url}${path}`);
    await auditPage(viewer, `site-${name}-${language}`);
  };
  await view(`/${language}/`, 'home');
  await view(`/${language}/services?q=${encodeURIComponent('صحة')}`, 'search');
  const service = await page.locator('main a[href*="/services/"]').first().getAttribute('href');
  await view(service ?? '', 'service');
  await view(`/${language}/services/map?audience=mre`, 'map');
  await page.goto(`${platform().url}${service}`);
  const organization = await page.locator('main a[href*="/organizations/"]').first().getAttribute('href');
  await view(organization ?? '', 'organization');
  await view(`/${language}/services?q=zzzzqqqq`, 'no-result');
  await view(`/${language}/about-the-data`, 'about-the-data');
  await view(`/${language}/coordination`, 'coordination');
  const recommendation = await page.locator('main .card h3 a[href*="/coordination/"]').first().getAttribute('href');
  await view(recommendation ?? '', 'recommendation');
  await view(`/${language}/coordination/data`, 'coordination-data');
  await view(`/${language}/offline`, 'keep');
  expect(complaints, 'what the browser complains of').toEqual([]);
  await viewer.context().close();
  await context.close();
});
