import { randomUUID } from 'node:crypto';
import * as mupdf from 'mupdf';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { attachmentTexts } from '../src/cases/screens/attachments/messages/index.ts';
import { buildPages } from '../src/testing/documents.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { lookAt } from './browser.ts';
import { usePlatform } from './use-platform.ts';

// Neither what is attached nor why it is removed is printed or logged.
const { platform, signIn } = usePlatform({
  unsaid: /Attestation inventée|Erreur inventée|Paysage inventé/,
  offline: ['agent.oujda@example.org'],
});

/** As a telephone of 20 megapixels takes it, with the place where it was; drawn once, for it takes a while. */
let drawn: Promise<Buffer> | undefined;
const photograph = (): Promise<Buffer> => {
  drawn ??= sharp({
    create: { width: 5160, height: 3870, channels: 3, background: 'teal', noise: { type: 'gaussian', mean: 128, sigma: 20 } },
  })
    .withExif({ IFD0: { Make: 'Téléphone inventé' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 41/1 0/1' } })
    .jpeg()
    .toBuffer();
  return drawn;
};
const locked = (): Buffer => {
  const pdf = mupdf.Document.openDocument(buildPages(), 'application/pdf').asPDF();
  return Buffer.from(pdf?.saveToBuffer('encrypt=aes-256,user-password=secret,owner-password=secret').asUint8Array() ?? []);
};

/** An agent in front of a case of theirs. */
async function atCase(language: WorkLanguage) {
  const desk = await signIn('agent.oujda@example.org', language, attachmentTexts);
  const { page, t } = desk;
  const caseId = randomUUID();
  const command = { id: randomUUID(), kind: 'cases.open', at: new Date().toISOString(), payload: { caseId, needs: ['health'] } };
  const posted = await page.request.post(`${platform().url}/api/commands`, { data: { commands: [command] } });
  expect(await posted.json()).toMatchObject({ answers: [{ status: 'done' }] });
  await page.goto(`${platform().url}/workspace/cases/${caseId}`);
  await page.getByRole('heading', { name: t('attachments.title') }).waitFor();
  return { ...desk, caseId };
}
const give = (page: Page, buffer: Buffer, name: string, mimeType: string) =>
  page.locator('input[type=file]:not([capture])').setInputFiles({ name, mimeType, buffer });

describe.each(['fr', 'ar'] as const)('an agent in %s', (language) => {
  it('attaches a photograph, which goes small and without its place, reads it, and removes it with the reason', async () => {
    const { page, t, press } = await atCase(language);
    await page.getByText(t('attachments.none'), { exact: true }).waitFor();
    await press(t('attachments.add'));
    await press(t('attachments.save'));
    await page.getByText(t('attachments.file.missing')).waitFor();
    await lookAt(page, `attachments-form-${language}`);
    await give(page, Buffer.from('<html><script>alert(1)</script></html>'.padEnd(100)), 'photo.jpg', 'image/jpeg');
    await page.getByText(t('error.file_wrong_kind')).waitFor();
    await give(page, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100)]), 'photo.jpg', 'image/jpeg');
    await page.getByText(t('error.image_unreadable')).waitFor();
    await lookAt(page, `attachments-refused-here-${language}`);

    const original = await photograph();
    await give(page, original, 'IMG_0001.jpg', 'image/jpeg');
    await page.getByText('IMG_0001.jpg').waitFor();
    await page.getByLabel(t('attachments.name')).fill('Attestation inventée');
    await page.getByLabel(t('attachments.restricted')).check();
    await lookAt(page, `attachments-chosen-${language}`);
    const sent = page.waitForRequest((request) => request.method() === 'PUT' && request.url().includes('/api/files/'));
    await press(t('attachments.save'));
    const sentBytes = Number((await (await sent).allHeaders())['content-length']);
    expect(original.length).toBeGreaterThan(5_000_000);
    expect(sentBytes).toBeGreaterThan(10_000);
    expect(sentBytes).toBeLessThan(2_000_000);

    const link = page.getByRole('link', { name: t('attachments.opens', { title: 'Attestation inventée' }) });
    await link.waitFor();
    await page.getByText(t('attachments.restricted.mark')).waitFor();
    await lookAt(page, `attachments-list-${language}`);
    const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
    const answer = await page.request.get(address);
    const { exif, width } = await sharp(await answer.body()).metadata();
    expect({ exif, width }).toEqual({ exif: undefined, width: 2000 });

    await press(t('attachments.remove_named', { title: 'Attestation inventée' }));
    await lookAt(page, `attachments-remove-${language}`);
    await press(t('attachments.remove.confirm'));
    await page.getByText(t('attachments.remove.reason.missing')).waitFor();
    await page.getByLabel(t('attachments.remove.reason')).fill('Erreur inventée');
    await press(t('attachments.remove.confirm'));
    await page.getByText(t('attachments.removed', { count: 1 })).click();
    await page.getByText('Erreur inventée').waitFor();
    await lookAt(page, `attachments-removed-${language}`);
    expect((await page.request.get(address)).status()).toBe(404);
    await page.close();
  });

  it('attaches without a network, reloads, and it goes when the network is back', async () => {
    const { page, t, press } = await atCase(language);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await press(t('attachments.add'));
    await give(page, await photograph(), 'IMG_0002.jpg', 'image/jpeg');
    await page.getByText('IMG_0002.jpg').waitFor();
    await page.getByLabel(t('attachments.name')).fill('Paysage inventé');
    // A telephone that takes a photograph may close the page: what was chosen and typed is still there.
    await page.reload();
    await page.getByText('IMG_0002.jpg').waitFor();
    expect(await page.getByLabel(t('attachments.name')).inputValue()).toBe('Paysage inventé');
    await page.context().setOffline(true);
    await press(t('attachments.save'));
    await page.getByText('Paysage inventé').waitFor();
    await page.getByText(t('outbox.this_waits')).waitFor();
    await lookAt(page, `attachments-offline-${language}`);
    await page.reload();
    await page.getByText(t('outbox.waiting', { count: 1 })).waitFor();
    expect(await filesOnDevice(page)).toBe(1);
    await page.context().setOffline(false);
    await page.reload();
    await page.getByRole('link', { name: t('attachments.opens', { title: 'Paysage inventé' }) }).waitFor();
    expect(await filesOnDevice(page)).toBe(0);
    await page.close();
  });

  it('reads why the server refused a file, takes another, and nothing typed is lost', async () => {
    const { page, t, press, go, caseId } = await atCase(language);
    await press(t('attachments.add'));
    await give(page, locked(), 'acte.pdf', 'application/pdf');
    await page.getByText('acte.pdf').waitFor();
    await page.getByLabel(t('attachments.name')).fill('Attestation inventée');
    await press(t('attachments.save'));
    await page.getByText(t('attachments.refused')).waitFor();
    await lookAt(page, `attachments-refused-${language}`);
    await go(t('attachments.refused'));
    await page.getByText(t('error.pdf_locked')).waitFor();
    expect(await page.getByLabel(t('attachments.name')).inputValue()).toBe('Attestation inventée');
    await lookAt(page, `attachments-attention-${language}`);
    await give(page, buildPages(), 'acte-ouvert.pdf', 'application/pdf');
    await page.getByText('acte-ouvert.pdf').waitFor();
    await press(t('attention.resend'));
    await page.getByText(t('attention.none'), { exact: true }).waitFor();
    await page.goto(`${platform().url}/workspace/cases/${caseId}`);
    const link = page.getByRole('link', { name: t('attachments.opens', { title: 'Attestation inventée' }) });
    await link.waitFor();
    const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect(await filesOnDevice(page)).toBe(0);
    await page.close();
  });
});

/** How many files the device still holds for its outbox. */
const filesOnDevice = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('istiqbal');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('files').objectStore('files').count();
          counting.onsuccess = () => resolve(counting.result);
          counting.onerror = () => reject(counting.error);
        };
      }),
  );
