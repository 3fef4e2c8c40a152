export type Decoded = { text: string; encoding: string } | { badLine: number };

const utf8 = new TextDecoder('utf-8', { fatal: true });

function firstBadLine(bytes: Uint8Array): number {
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    const slice = bytes.subarray(start, end < 0 ? bytes.length : end + 1);
    try {
      utf8.decode(slice);
    } catch {
      return line;
    }
    start += slice.length;
  }
  return 1;
}

/** UTF-16 by its mark, or by the zeros that stand beside every comma and digit. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4000);
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < sample.length * 0.1 || Math.min(even, odd) * 10 > Math.max(even, odd)) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.reduce((sum, found) => sum + found.length, 0) ?? 0;

/**
 * Windows-1256 shares its French letters with the western encodings, so only words betray it: Arabic letters stand together, accents alone.
 * Read so, a text in ISO 8859-6 would begin its words with « ان » where Arabic has « ال ».
 */
function arabicWindows(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('windows-1256').decode(bytes);
  const letters = count(text, /\p{Script=Arabic}/gu);
  const inWords = count(text, /\p{Script=Arabic}{3,}/gu);
  if (letters < 6 || inWords < letters * 0.6) return undefined;
  const beginning = (article: string): number => count(text, new RegExp(`(?<!\\p{Script=Arabic})${article}`, 'gu'));
  return beginning('ال') >= beginning('ان') ? text : undefined;
}

/** Reads UTF-8, UTF-16 and Windows-1256; of anything else it names the first line that is not UTF-8, because guessing would spoil letters. */
export function decode(bytes: Uint8Array): Decoded {
  const wide = utf16Of(bytes);
  if (wide) {
    try {
      return { text: new TextDecoder(wide, { fatal: true }).decode(bytes), encoding: wide };
    } catch {
      return { badLine: 1 };
    }
  }
  try {
    return { text: utf8.decode(bytes), encoding: 'utf-8' };
  } catch {
    const text = arabicWindows(bytes);
    return text === undefined ? { badLine: firstBadLine(bytes) } : { text, encoding: 'windows-1256' };
  }
}
