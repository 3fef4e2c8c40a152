/** Letters that hands or ears take for one another; a slip between them is half a slip. */
const alike = [
  'ckqg',
  'szc',
  'iy',
  'fv',
  'dt',
  'bp',
  'ea',
  'ei',
  'ou',
  'mn',
  'jg',
  // Spelt in ASCII, as `spelling` does: ق ك، ط ت، ص س، ض د ذ ظ، ح ه خ، ث ت، غ ق، ا ه.
  'qk',
  't6',
  's4',
  '5d27',
  '1hx',
  '0t',
  'gq',
];
const pairs = new Set(alike.flatMap((set) => [...set].flatMap((a) => [...set].map((b) => a + b))));

/**
 * How much one slip of the hand changed a word: 0.5 for a letter doubled, or taken for one like it; 1 for one dropped, added, swapped or wrong;
 * undefined for more than one slip. Words are in ASCII.
 */
export function oneSlip(typed: string, meant: string): number | undefined {
  const longer = typed.length >= meant.length ? typed : meant;
  const shorter = longer === typed ? meant : typed;
  if (longer.length - shorter.length > 1 || longer === shorter) return longer === shorter ? 0 : undefined;
  let same = 0;
  while (same < shorter.length && longer[same] === shorter[same]) same++;
  if (longer.length > shorter.length) {
    if (longer.slice(same + 1) !== shorter.slice(same)) return undefined;
    return longer[same] === longer[same - 1] || longer[same] === longer[same + 1] ? 0.5 : 1;
  }
  if (longer.slice(same + 1) === shorter.slice(same + 1)) return pairs.has(`${longer[same]}${shorter[same]}`) ? 0.5 : 1;
  const swapped = longer[same] === shorter[same + 1] && longer[same + 1] === shorter[same];
  return swapped && longer.slice(same + 2) === shorter.slice(same + 2) ? 1 : undefined;
}

/** One bit for each letter a word in ASCII holds: two words one slip apart differ in two bits at most. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}
export function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
