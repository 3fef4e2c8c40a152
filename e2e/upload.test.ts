import { randomUUID } from 'node:crypto';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { importTexts } from '../src/directory/screens/imports/messages/index.ts';
import { careTexts } from '../src/directory/screens/messages/index.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { aListMapping } from '../src/directory/import/package-builder.ts';
import { lookAt } from './browser.ts';
import { usePlatform } from './use-platform.ts';

const { platform, signIn } = usePlatform();

/** A directory of one association with two services, as a zip. */
function packageOf(organizationId: string, serviceIds: readonly string[], email: string): Buffer {
  const services = serviceIds.map(
    (id, i) => `${id},${organizationId},Atelier inventé ${i + 1},Pour le parcours,active,${i === 0 ? email : ''}`,
  );
  const files = {
    'organizations.csv': `id,name,description\n${organizationId},Association inventée,Pour le parcours\n`,
    'services.csv': `id,organization_id,name,description,status,email\n${services.join('\n')}\n`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]))));
}
const windows1256 = (text: string): Buffer => {
  const table = new Map(Array.from({ length: 256 }, (_, i) => [new TextDecoder('windows-1256').decode(Uint8Array.of(i)), i]));
  return Buffer.from([...text].map((letter) => table.get(letter) ?? 63));
};
const give = (page: Page, label: string, name: string, buffer: Buffer) =>
  page.getByLabel(label, { exact: false }).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

const editor = (email: string, language: WorkLanguage) => signIn(email, language, careTexts, importTexts);

describe.each(['fr', 'ar'] as const)('the programme team in %s', (language) => {
  it('sends a file, reads what it would change, corrects it, and lets exactly that come in', async () => {
    const { page, t, press, go } = await editor('programme@example.org', language);
    const source = `Annuaire inventé ${language}`;
    const organizationId = randomUUID();
    const services = [randomUUID(), randomUUID()];
    await page.goto(`${platform().url}/workspace/directory/imports`);
    await go(t('imports.file.title'));
    await press(t('imports.file.look'));
    await page.getByText(t('imports.file.missing')).waitFor();
    await page.getByText(t('imports.file.source.missing')).waitFor();
    await lookAt(page, `upload-form-${language}`);

    await page.getByLabel(t('imports.file.source.name')).fill(source);
    await give(page, t('imports.file.choose'), 'annuaire.zip', Buffer.from('%PDF-1.7'));
    await press(t('imports.file.look'));
    await page.getByText(t('error.file_wrong_kind')).waitFor();
    await lookAt(page, `upload-refused-${language}`);

    await give(page, t('imports.file.other'), 'annuaire.zip', packageOf(organizationId, services, 'x'));
    await press(t('imports.file.look'));
    await page.getByText(t('imports.look.state.refused')).waitFor();
    await page.getByText(t('imports.row.not_email')).waitFor();
    await lookAt(page, `upload-rows-${language}`);

    // What was chosen is still there.
    await go(t('imports.file.next'));
    await give(page, t('imports.file.choose'), 'annuaire.zip', packageOf(organizationId, services, 'atelier@example.org'));
    await press(t('imports.file.look'));
    await page.getByText(t('imports.look.state.looked_at')).waitFor();
    await page.getByText(t('imports.table.service')).waitFor();
    await lookAt(page, `upload-seen-${language}`);
    await press(t('imports.look.apply'));
    await page.getByText(t('imports.look.applied')).waitFor();
    await lookAt(page, `upload-applied-${language}`);
    await go(t('imports.see_report'));
    await page.getByRole('heading', { name: t('imports.report.title') }).waitFor();
    await page.getByText(t('imports.table.service')).waitFor();
    await lookAt(page, `upload-report-${language}`);

    // The next edition lost a service, and is read as the same directory.
    await page.goto(`${platform().url}/workspace/directory/imports/file`);
    await page.getByLabel(t('imports.file.source')).selectOption(source);
    await give(page, t('imports.file.choose'), 'annuaire.zip', packageOf(organizationId, services.slice(0, 1), 'atelier@example.org'));
    await press(t('imports.file.look'));
    await page.getByText(t('imports.look.vanished', { count: 1 })).waitFor();
    await lookAt(page, `upload-vanished-${language}`);
    await page.goto(`${platform().url}/workspace/directory/imports`);
    await page.getByRole('heading', { name: t('imports.files') }).waitFor();
    await lookAt(page, `upload-waiting-${language}`);
    await page.getByRole('link', { name: 'annuaire.zip', exact: true }).first().click();
    await press(t('imports.look.drop'));
    await page.getByText(t('imports.history')).waitFor();
  });

  it('has a table read by a mapping, in the letters it was written with', async () => {
    const { page, t, press, choose } = await editor('coordination@example.org', language);
    await page.goto(`${platform().url}/workspace/directory/imports/file`);
    await give(
      page,
      t('imports.file.choose'),
      'liste.csv',
      windows1256('n;association;nom\n1;جمعية مختلقة للاختبار;دروس اللغة العربية\n2;جمعية مختلقة للاختبار;دعم مدرسي للأطفال\n'),
    );
    await choose(t('imports.file.reads'), t('imports.file.reads.table'));
    const name = `Liste inventée ${language}`;
    await give(page, t('imports.mapping.add'), 'correspondance.json', Buffer.from(JSON.stringify(aListMapping(`liste-${language}`, name))));
    await page.getByText(t('imports.mapping.added', { name })).waitFor();
    await page.getByRole('option', { name }).waitFor({ state: 'attached' });
    await lookAt(page, `upload-mapping-${language}`);
    await press(t('imports.file.look'));
    await page.getByText(t('imports.note.encoding', { what: 'windows-1256' })).waitFor();
    await lookAt(page, `upload-encoding-${language}`);
    await press(t('imports.look.apply'));
    await page.getByText(t('imports.look.applied')).waitFor();
  });
});

it('an administrator looks after imports, is led to no screen that is not theirs, and enters no date of the calendar', async () => {
  const { page, t } = await editor('admin@example.org', 'fr');
  await page.goto(`${platform().url}/workspace/directory/imports`);
  await page.getByRole('heading', { name: t('imports.title'), level: 1 }).waitFor();
  await page.getByText(t('imports.history')).waitFor();
  expect(await page.getByRole('navigation', { name: t('care.back') }).count()).toBe(0);
  await page.getByRole('link', { name: t('imports.file.title') }).click();
  await page
    .getByRole('navigation', { name: t('care.back') })
    .getByRole('link', { name: t('imports.title') })
    .click();
  await page.getByRole('heading', { name: t('imports.title'), level: 1 }).waitFor();
  await page.goto(`${platform().url}/workspace/directory/calendar`);
  await page.getByRole('heading', { name: t('workspace.not_found.title') }).waitFor();
  expect(await page.getByRole('button', { name: t('care.calendar.add') }).count()).toBe(0);
});
