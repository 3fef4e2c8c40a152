/** What a file is by its own first bytes: its name and what its sender calls it prove nothing. */
export const fileKinds = ['jpeg', 'png', 'webp', 'gif', 'avif', 'heic', 'pdf', 'wav'] as const;
export type FileKind = (typeof fileKinds)[number];

/** How many bytes `sniff` needs to be sure. */
export const sniffedBytes = 32;

const at = (bytes: Uint8Array, offset: number, text: string): boolean =>
  [...text].every((letter, i) => bytes[offset + i] === letter.charCodeAt(0));

const hevcBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** `undefined` for all that nobody may attach: SVG, HTML, office files, archives, programs. */
export function sniff(bytes: Uint8Array): FileKind | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (at(bytes, 0, '\u0089PNG\r\n\u001a\n')) return 'png';
  if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')) return 'webp';
  if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WAVE')) return 'wav';
  if (at(bytes, 0, 'GIF87a') || at(bytes, 0, 'GIF89a')) return 'gif';
  if (at(bytes, 0, '%PDF-')) return 'pdf';
  if (!at(bytes, 4, 'ftyp')) return undefined;
  if (at(bytes, 8, 'avif')) return 'avif';
  return hevcBrands.some((brand) => at(bytes, 8, brand)) ? 'heic' : undefined;
}
