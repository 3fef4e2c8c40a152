import sharp from 'sharp';
import { Refused, type Rewritten } from './refused.ts';

/** A photograph of 60 megapixels is the largest a telephone of today makes; a picture of more is made to fill the memory. */
const mostPixels = 60_000_000;
const longestSide = 2000;

// Decoders of formats nobody may attach stay shut, so that a fault in one of them is out of reach.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

/**
 * Decodes a picture and draws it anew, upright, at most 2000 pixels long: no byte of the original goes on, so neither where it was taken,
 * nor with what, nor anything hidden behind it. Of what moves, the first frame. Throws `Refused`.
 */
export async function rewriteImage(original: Uint8Array): Promise<Rewritten> {
  const image = sharp(original, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 });
  try {
    const bytes = await image
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer();
    return { type: 'image/jpeg', bytes };
  } catch (error) {
    const tooMany = error instanceof Error && error.message.includes('exceeds pixel limit');
    throw new Refused(tooMany ? 'file_too_complex' : 'file_broken');
  }
}
