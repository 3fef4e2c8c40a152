/** Where a JPEG says how large it is: the frame header, whichever way it is coded. */
function sizeOf(jpeg: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  for (let at = 2; at + 9 < jpeg.length && jpeg[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
  }
  return undefined;
}

/** A JPEG that we wrote, as an SVG: a template takes it as a value, like every text. */
export function pictureSvg(jpeg: Uint8Array): string | undefined {
  const size = sizeOf(jpeg);
  if (!size) return undefined;
  const { width, height } = size;
  const data = Buffer.from(jpeg).toString('base64');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/jpeg;base64,${data}"/></svg>`;
}
