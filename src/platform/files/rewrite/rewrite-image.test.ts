import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { rewriteApart, TooBusy, usualLimits } from './rewrite-apart.ts';

const canvas = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 30, b: 30, alpha: 0.5 } }, limitInputPixels: false });
const codeOf = (bytes: Uint8Array): Promise<unknown> =>
  rewriteApart(bytes).then(
    ({ type }) => type,
    (error: { code?: string }) => error.code ?? error,
  );

describe('a picture', () => {
  it('comes out without where and with what it was taken', async () => {
    const original = await canvas(300, 200)
      .withExif({
        IFD0: { Make: 'Téléphone inventé', ImageDescription: 'Testa Inventée' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 41/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '1/1 54/1 0/1' },
      })
      .withIccProfile('p3')
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Testa Inventée</a></x:xmpmeta>')
      .jpeg()
      .toBuffer();
    const before = await sharp(original).metadata();
    expect(before.exif && before.icc && before.xmp).toBeTruthy();
    // The mark of the part that tells the place.
    expect(before.exif?.includes(Buffer.from([0x25, 0x88]))).toBe(true);
    const { bytes } = await rewriteApart(original);
    const { exif, icc, xmp, iptc, format } = await sharp(bytes).metadata();
    expect({ exif, icc, xmp, iptc, format }).toEqual({ exif: undefined, icc: undefined, xmp: undefined, iptc: undefined, format: 'jpeg' });
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Exif|invent|xmpmeta|ICC_PROFILE/);
  });

  it('stands upright', async () => {
    // The left half is black; the telephone was held sideways.
    const black = await canvas(20, 40)
      .composite([{ input: { create: { width: 10, height: 40, channels: 3, background: 'black' } }, left: 0, top: 0 }])
      .png()
      .toBuffer();
    const original = await sharp(black).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { bytes } = await rewriteApart(original);
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([40, 20]);
    expect(data[0]).toBeLessThan(60);
    expect(data[info.width * (info.height - 1) * info.channels]).toBeGreaterThan(150);
  });

  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('as %s comes out as JPEG, at most 2000 pixels long', async (format) => {
    const { bytes, type } = await rewriteApart(await canvas(2400, 60, 4).toFormat(format).toBuffer());
    expect(type).toBe('image/jpeg');
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 2000, height: 50 });
  });

  it('keeps nothing that was hidden behind it', async () => {
    const jpeg = await canvas(40, 40).jpeg().toBuffer();
    for (const hidden of ['<html><script>alert(1)</script>', '%PDF-1.7 1 0 obj', 'PK\u0003\u0004 archive']) {
      const { bytes } = await rewriteApart(Buffer.concat([jpeg, Buffer.from(hidden)]));
      expect(Buffer.from(bytes).includes(hidden.slice(0, 6))).toBe(false);
    }
  });

  it('in a comment, too', async () => {
    const jpeg = await canvas(40, 40).jpeg().toBuffer();
    const words = Buffer.from('<html><script>alert(1)</script></html>');
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, words.length + 2]), words]);
    const { bytes } = await rewriteApart(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]));
    expect(Buffer.from(bytes).includes('script')).toBe(false);
  });

  it('cut off is refused', async () => {
    const jpeg = await canvas(600, 600).jpeg().toBuffer();
    const png = await canvas(600, 600).png().toBuffer();
    for (const whole of [jpeg, png]) expect(await codeOf(whole.subarray(0, whole.length >> 1))).toBe('file_broken');
  });

  it('of more pixels than any telephone takes is refused, however small its file', async () => {
    const bomb = await canvas(16_000, 16_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(5_000_000);
    expect(await codeOf(bomb)).toBe('file_too_complex');
  });

  it('of telephones that write HEIC is told apart, so that its sender can be told what to do', async () => {
    const head = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(16)]);
    expect(await codeOf(head)).toBe('image_heic');
  });
});

it.each([
  ['memory', { ...usualLimits, mostMemory: 20_000_000 }],
  ['time', { ...usualLimits, longest: 1 }],
])('what takes more %s than a picture may is ended, and the next file is read', async (_what, limits) => {
  const picture = await canvas(4000, 4000).png().toBuffer();
  await expect(rewriteApart(picture, limits)).rejects.toMatchObject({ code: 'file_too_complex' });
  expect(await codeOf(picture)).toBe('image/jpeg');
});

it('more files than fit at once wait their turn, and more than that are asked to come again', async () => {
  const picture = await canvas(4, 4).png().toBuffer();
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () =>
      rewriteApart(picture).then(
        () => 'taken',
        (error: unknown) => (error instanceof TooBusy ? 'busy' : 'failed'),
      ),
    ),
  );
  expect(outcomes).toEqual([...Array(14).fill('taken'), ...Array(6).fill('busy')]);
  expect(await codeOf(picture)).toBe('image/jpeg');
});

describe('what is no picture', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  it.each([
    ['SVG', svg],
    ['SVG with a mark of its letters', `\uFEFF<?xml version="1.0"?>${svg}`],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['an office file', 'PK\u0003\u0004\u0014\u0000word/document.xml'],
    ['a program', 'MZ\u0090\u0000'],
    ['PostScript', '%!PS-Adobe-3.0'],
    ['a text', 'Bonjour'],
    ['nothing', ''],
  ])('%s is refused', async (_name, text) => {
    expect(await codeOf(Buffer.from(text, 'utf8'))).toBe('file_wrong_kind');
  });

  it('HTML behind the first bytes of a JPEG is refused', async () => {
    expect(await codeOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<html><script>alert(1)</script>')]))).toBe(
      'file_broken',
    );
  });

  it('SVG behind the first bytes of a picture is refused', async () => {
    for (const head of [
      Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
      Buffer.from('GIF89a'),
      Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBP', 'latin1'),
    ])
      expect(await codeOf(Buffer.concat([head, Buffer.from(svg)]))).toBe('file_broken');
  });

  it('rubbish of any kind is refused, and the next file is read all the same', async () => {
    const heads = [
      [0xff, 0xd8, 0xff],
      [...Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1')],
      [...Buffer.from('%PDF-1.4\n')],
      [...Buffer.from('GIF89a')],
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), async (head, rest) => {
        expect(await codeOf(Buffer.from([...head, ...rest]))).toBe('file_broken');
      }),
      { numRuns: 12 },
    );
    expect(await codeOf(await canvas(4, 4).png().toBuffer())).toBe('image/jpeg');
  });
});
