/** Which segments say how to draw the picture. All others tell of it: where, when and with what it was taken, or what someone hid there. */
const draws = (marker: number): boolean =>
  // Adobe's segment says how the colours are meant.
  (marker >= 0xc0 && marker <= 0xdf) || marker === 0xee;

/** A JPEG without what is told of it, its picture untouched; `undefined` when it is not built as a JPEG is. */
export function stripJpeg(jpeg: Uint8Array): Uint8Array | undefined {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return undefined;
  const kept = [jpeg.subarray(0, 2)];
  for (let at = 2; at + 4 <= jpeg.length; ) {
    const marker = jpeg[at + 1] ?? 0;
    if (jpeg[at] !== 0xff) return undefined;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // From here on it is the picture itself.
    if (marker === 0xda) return Uint8Array.from(Buffer.concat([...kept, jpeg.subarray(at)]));
    const end = at + 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
    if (end > jpeg.length) return undefined;
    if (draws(marker)) kept.push(jpeg.subarray(at, end));
    at = end;
  }
  return undefined;
}
