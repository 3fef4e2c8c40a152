import { deflateSync } from 'node:zlib';
import * as mupdf from 'mupdf';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { buildPages, stream } from '../../../testing/documents.ts';
import { rewriteApart } from './rewrite-apart.ts';

const codeOf = (bytes: Uint8Array): Promise<unknown> =>
  rewriteApart(bytes).then(
    ({ type }) => type,
    (error: { code?: string }) => error.code ?? error,
  );
const opened = (bytes: Uint8Array): mupdf.PDFDocument => {
  const pdf = mupdf.Document.openDocument(bytes, 'application/pdf').asPDF();
  if (!pdf) throw new Error('this is no PDF');
  return pdf;
};
const textOf = (bytes: Uint8Array): string => opened(bytes).loadPage(0).toStructuredText('').asText();
/** Everything a PDF holds, unpacked. */
const unpacked = (bytes: Uint8Array): string =>
  Buffer.from(opened(bytes).saveToBuffer('decompress,garbage=1').asUint8Array()).toString('latin1');

const script = '<< /S /JavaScript /JS (app.alert\\("essai"\\)) >>';
const armed = buildPages(
  {
    catalogue: `/OpenAction 6 0 R /AA << /WC 6 0 R >> /Names << /JavaScript << /Names [(a) 6 0 R] >> /EmbeddedFiles << /Names [(essai.exe) 7 0 R] >> >>
      /AcroForm << /Fields [9 0 R] /XFA (<xdp/>) >> /AF [7 0 R] /Metadata 12 0 R`,
    page: '/Annots [9 0 R 10 0 R 11 0 R 13 0 R] /AA << /O 6 0 R >> /Metadata 12 0 R',
    trailer: '/Info << /Author (Testa Inventee) >>',
  },
  script,
  '<< /Type /Filespec /F (essai.exe) /EF << /F 8 0 R >> >>',
  stream('/Type /EmbeddedFile', 'MZ programme'),
  '<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V (Valeur) /DA (/A 12 Tf 0 g) /Rect [20 20 180 50] /AA << /K 6 0 R >> >>',
  '<< /Type /Annot /Subtype /Link /Rect [0 0 50 50] /A << /S /Launch /F (cmd.exe) >> >>',
  '<< /Type /Annot /Subtype /Link /Rect [0 0 50 50] /A << /S /URI /URI (file:///etc/passwd) >> >>',
  stream('/Type /Metadata /Subtype /XML', '<x:xmpmeta>Testa Inventee</x:xmpmeta>'),
  '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 7 0 R >>',
);
const dangers = /JavaScript|OpenAction|\/AA|EmbeddedFile|Filespec|Launch|URI|XFA|cmd\.exe|essai|programme|xmpmeta|Testa/;

describe('a PDF', () => {
  it('comes out as it looks, without scripts, actions, attached files, forms and what is told of it', async () => {
    expect(unpacked(armed)).toMatch(dangers);
    const { bytes, type } = await rewriteApart(armed);
    expect(type).toBe('application/pdf');
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(dangers);
    expect(unpacked(bytes)).not.toMatch(dangers);
    expect(textOf(bytes)).toContain('Bonjour');
    // What was filled in is part of the page now.
    expect(textOf(bytes)).toContain('Valeur');
    expect(opened(bytes).getEmbeddedFiles()).toEqual({});
  });

  it('written anew once more looks the same', async () => {
    const once = (await rewriteApart(armed)).bytes;
    expect(textOf((await rewriteApart(once)).bytes)).toBe(textOf(once));
  });

  it('keeps all its pages', async () => {
    expect(opened((await rewriteApart(buildPages({ pages: 7 }))).bytes).countPages()).toBe(7);
  });

  it('loses where the photographs in it were taken', async () => {
    const photograph = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Make: 'Marque' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 41/1 0/1' } })
      .jpeg()
      .toBuffer();
    const pdf = buildPages(
      { page: '/Resources << /XObject << /P 6 0 R >> /Font << /A 5 0 R >> >>' },
      stream(
        '/Type /XObject /Subtype /Image /Width 30 /Height 20 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
        photograph,
      ),
    );
    expect(pdf.includes('Marque')).toBe(true);
    const { bytes } = await rewriteApart(pdf);
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Exif|Marque/);
    const image = opened(bytes).findPage(0).get('Resources', 'XObject', 'P');
    const { width, height } = await sharp(image.readRawStream().asUint8Array()).metadata();
    expect([width, height]).toEqual([30, 20]);
  });

  it('in which an action hides where none belongs is refused', async () => {
    const hidden = buildPages({ page: `/Resources << /Properties << /M << /A ${script} >> >> /Font << /A 5 0 R >> >>` });
    expect(await codeOf(hidden)).toBe('pdf_active');
  });

  it('under a password is refused', async () => {
    const locked = opened(buildPages()).saveToBuffer('encrypt=aes-256,user-password=secret,owner-password=secret').asUint8Array();
    expect(await codeOf(Buffer.from(locked))).toBe('pdf_locked');
  });

  it('that only its own program shows is refused', async () => {
    expect(await codeOf(buildPages({ catalogue: '/NeedsRendering true /AcroForm << /XFA (x) >>' }))).toBe('pdf_form');
  });

  it('of more than a hundred pages is refused', async () => {
    expect(await codeOf(buildPages({ pages: 101 }))).toBe('pdf_too_long');
  });

  it('cut off, mended by hand or hidden in something else is refused', async () => {
    const whole = buildPages();
    expect(await codeOf(whole.subarray(0, whole.length - 60))).toBe('file_broken');
    expect(await codeOf(whole.subarray(0, whole.length >> 1))).toBe('file_broken');
    expect(await codeOf(Buffer.from(whole.toString('latin1').replace('xref', 'xxxx'), 'latin1'))).toBe('file_broken');
    expect(await codeOf(Buffer.concat([Buffer.from('<html>'), whole]))).toBe('file_wrong_kind');
  });

  it('that is a picture first is read as the picture, and the document in it is gone', async () => {
    const jpeg = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const { bytes, type } = await rewriteApart(Buffer.concat([jpeg, buildPages()]));
    expect(type).toBe('image/jpeg');
    expect(Buffer.from(bytes).includes('%PDF')).toBe(false);
  });

  it('that grows beyond all measure is given up, and the platform goes on', async () => {
    // What a stamp looks like takes 3 GB once it is unpacked, and 10 kB as it comes.
    const packed = deflateSync(Buffer.alloc(100_000_000, 32));
    const twice = deflateSync(Buffer.concat(Array.from({ length: 30 }, () => packed)));
    const bomb = buildPages(
      { page: '/Resources << /XObject << /P 6 0 R >> >> /Annots [7 0 R]' },
      stream('/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter [/FlateDecode /FlateDecode]', twice),
      '<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 6 0 R >> >>',
    );
    expect(bomb.length).toBeLessThan(10_000);
    expect(await codeOf(bomb)).toBe('file_too_complex');
    expect(await codeOf(buildPages())).toBe('application/pdf');
  }, 60_000);
});
