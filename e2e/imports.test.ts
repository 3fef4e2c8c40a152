import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneImports, runDueImports } from '../src/directory/import/run-due-imports.ts';
import { importTexts } from '../src/directory/screens/imports/messages/index.ts';
import { careTexts } from '../src/directory/screens/messages/index.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { lookAt } from './browser.ts';
import { usePlatform } from './use-platform.ts';

/** An HSDS API on this machine. */
let api: Server;
/** What the e-mail address of its second service says. */
let email = 'x';
const organization = { id: randomUUID(), name: 'Association inventée', description: 'Pour le parcours' };
const services = ['Écoute inventée', 'Atelier inventé'].map((name) => ({
  ...{ id: randomUUID(), name, status: 'active' },
  ...{ organization_id: organization.id, organization },
}));

beforeAll(async () => {
  api = createServer((request, response) => {
    const isList = request.url?.startsWith('/services?');
    const [first, second] = services;
    response.writeHead(isList ? 200 : 404, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        isList
          ? {
              last_page: true,
              contents: [
                { ...first, phones: [] },
                { ...second, email },
              ],
            }
          : {},
      ),
    );
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  api.close();
});
const { platform, signIn } = usePlatform();

const editor = (language: WorkLanguage) => signIn('programme@example.org', language, careTexts, importTexts);
/** Works in the database while the platform's own clock imports nothing. */
const aside = <T>(work: (owner: Client) => Promise<T>) =>
  platform().inDatabase(({ asOwner }) =>
    asOwner(async (owner) => {
      await owner.query('select pg_advisory_lock($1)', [oneImports]);
      return work(owner);
    }),
  );
const change = (sql: string, values: unknown[] = []) => aside((owner) => owner.query(sql, values));
/** Imports the directory as the platform does, but from this machine too. */
const importNow = (failures: number) =>
  aside(async (owner) => {
    await owner.query('update directory.import_source set due_at = now(), failures = $1', [failures]);
    await runDueImports((work) => work(owner), {
      allows: () => true,
      onError: (error) => {
        throw error;
      },
    });
  });

describe.each(['fr', 'ar'] as const)('the programme team in %s', (language) => {
  it('saves a directory, asks for it, and reads why it was refused and what came in', async () => {
    await change('delete from directory.import_source');
    await change('delete from directory.import_report');
    email = 'x';
    const { page, t } = await editor(language);
    await page.goto(`${platform().url}/workspace/directory/imports`);
    await page.getByText(t('imports.none')).waitFor();
    await lookAt(page, `imports-none-${language}`);

    await page.getByRole('button', { name: t('imports.add') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('imports.add_action') }).click();
    await dialog.getByText(t('imports.address.wrong')).waitFor();
    const name = 'Annuaire inventé';
    await dialog.getByLabel(t('imports.name')).fill(name);
    await dialog.getByLabel(t('imports.address')).fill('https://annuaire.invalid/hsds');
    await lookAt(page, `imports-add-${language}`);
    await dialog.getByRole('button', { name: t('imports.add_action') }).click();
    await page.getByText(t('imports.added', { name })).waitFor();

    // Where the form would not let us point it, once the device has sent it; the platform must not fetch it on its own meanwhile.
    const { port } = api.address() as AddressInfo;
    const point = "update directory.import_source set address = $1, due_at = now() + interval '1 day', running_since = null";
    await expect.poll(async () => (await change(point, [`http://127.0.0.1:${port}`])).rowCount).toBe(1);
    await change('delete from directory.import_report');
    for (const before of [0, 1, 2]) await importNow(before);
    await page.reload();
    await page.getByText(t('imports.failures', { count: 3 })).waitFor();
    await lookAt(page, `imports-refused-${language}`);
    await page.goto(`${platform().url}/workspace/directory`);
    await page.getByText(t('imports.reason.rows_do_not_fit')).waitFor();
    await lookAt(page, `imports-board-${language}`);

    await page.goto(`${platform().url}/workspace/directory/imports`);
    await page
      .getByRole('main')
      .getByRole('link', { name: t('imports.see_report'), exact: false })
      .first()
      .click();
    await page.getByText(t('imports.row.not_email')).waitFor();
    await lookAt(page, `imports-report-refused-${language}`);

    email = 'ecoute@example.org';
    await importNow(3);
    await page.goto(`${platform().url}/workspace/directory/imports`);
    await page.getByText(t('imports.result.ok')).first().waitFor();
    await page
      .getByRole('main')
      .getByRole('link', { name: t('imports.see_report'), exact: false })
      .first()
      .click();
    await page.getByRole('heading', { name: t('imports.report.title') }).waitFor();
    await page.getByText(t('imports.table.service')).waitFor();
    await lookAt(page, `imports-report-${language}`);

    await page.goto(`${platform().url}/workspace/directory/imports`);
    await page.getByRole('button', { name: t('imports.now_named', { name }) }).click();
    await page.getByText(t('imports.now_asked', { name })).waitFor();
    // The platform itself goes no further than the public Internet.
    await page.getByText(t('imports.reason.not_public')).waitFor({ timeout: 90_000 });
  });
});
