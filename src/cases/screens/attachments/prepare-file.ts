import type { RewriteRefusal } from '../../../platform/files/lists.ts';
import { sniff, sniffedBytes } from '../../../platform/files/sniff.ts';

const longestSide = 2000;
const quality = 0.8;

export type Prepared = { blob: Blob } | { problem: RewriteRefusal | 'file_empty' | 'image_unreadable' };

/** The picture smaller and drawn anew: a photograph of 20 megapixels becomes some hundred kilobytes, and leaves where it was taken behind. */
async function shrink(bitmap: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  // What lets the background through would come out black.
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

/** What will be sent of a file that was chosen, or why it cannot be: told while the person and their paper are still here. */
export async function prepareFile(file: Blob, largest: number): Promise<Prepared> {
  if (file.size === 0) return { problem: 'file_empty' };
  const kind = sniff(new Uint8Array(await file.slice(0, sniffedBytes).arrayBuffer()));
  if (!kind || kind === 'wav') return { problem: 'file_wrong_kind' };
  if (kind === 'pdf') {
    // A copy: the file itself may be moved before it has gone.
    return file.size > largest
      ? { problem: 'file_too_large' }
      : { blob: new Blob([await file.arrayBuffer()], { type: 'application/pdf' }) };
  }
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { problem: kind === 'heic' ? 'image_heic' : 'image_unreadable' };
  }
  const blob = await shrink(bitmap);
  bitmap.close();
  if (!blob) return { problem: 'image_unreadable' };
  return blob.size > largest ? { problem: 'file_too_large' } : { blob };
}
