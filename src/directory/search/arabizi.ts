/** What a Latin letter group may stand for: Arabic typed with Latin letters and digits, as on telephones (« 3iyada », « lkhedma », « jawaz safar »). */
const groups = ['kh', 'gh', 'ch', 'sh', 'th', 'dh', 'dj', 'ou', 'oo', 'ee'] as const;
const asOne: Record<string, string> = { sh: 'ch', dj: 'j', ou: 'u', oo: 'u', ee: 'i', é: 'e' };

const latinVowels = 'aeiou';
const digits = /[2356789]/;

/**
 * How well a Latin group writes a folded Arabic letter: 0 as everyone does, more where few do. What is not here is never written so.
 * Emphatic letters have no Latin letter of their own, so they cost a little, and the plain letter is preferred.
 */
const writes: Record<string, Record<string, number>> = {
  ا: { a: 0, e: 0.1, i: 0.2, o: 0.2, u: 0.2, '2': 0.1 },
  ب: { b: 0, p: 0.4 },
  ت: { t: 0 },
  ث: { th: 0, t: 0.1, s: 0.3 },
  ج: { j: 0, g: 0.3 },
  ح: { '7': 0, h: 0.1 },
  خ: { kh: 0, '5': 0, x: 0.1 },
  د: { d: 0 },
  ذ: { dh: 0, d: 0.1 },
  ر: { r: 0 },
  ز: { z: 0 },
  س: { s: 0, c: 0.3 },
  ش: { ch: 0 },
  ص: { s: 0.05 },
  ض: { d: 0.05, dh: 0.1 },
  ط: { '6': 0, t: 0.05 },
  ظ: { dh: 0, d: 0.1 },
  ع: { '3': 0, a: 0.2, e: 0.3, i: 0.3, o: 0.3, u: 0.3 },
  غ: { gh: 0, '8': 0 },
  ف: { f: 0, v: 0.4 },
  ق: { '9': 0, q: 0, k: 0.1, g: 0.1, c: 0.4 },
  ك: { k: 0, q: 0.2, g: 0.2, c: 0.3 },
  ل: { l: 0 },
  م: { m: 0 },
  ن: { n: 0 },
  ه: { h: 0 },
  و: { w: 0, u: 0, o: 0 },
  ي: { y: 0, i: 0, e: 0.1 },
};
/** Letters that only lengthen a vowel, or whose sound is lost on the way, may go unwritten. */
const unwritten: Record<string, number> = { ا: 0.25, و: 0.3, ي: 0.3, ع: 0.35 };
// ة is heard as « a », before another noun as « t »; final ى as « a ».
const writesLast: Record<string, Record<string, number>> = { ه: { h: 0.1, a: 0, e: 0.1, t: 0.1 }, ي: { y: 0, i: 0, e: 0.1, a: 0.1 } };
const lastUnwritten: Record<string, number> = { ه: 0.2 };
/** Latin groups that may stand for no letter: short vowels, a hamza folding took away, the glide of « iy », a silent h. */
const silent: Record<string, number> = { a: 0.05, e: 0.05, i: 0.05, o: 0.05, u: 0.05, '2': 0.05, y: 0.2, w: 0.25, h: 0.3 };

const mostCost = (length: number): number => 0.3 + 0.05 * length;

function groupsOf(word: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < word.length; ) {
    const pair = groups.find((group) => word.startsWith(group, at));
    const group = pair ?? word[at] ?? '';
    at += group.length;
    const read = asOne[group] ?? group;
    // A doubled consonant is one letter with a shadda.
    if (found.at(-1) !== read || latinVowels.includes(read)) found.push(read);
  }
  return found;
}

const sounds: Record<string, string> = {
  th: 't',
  dh: 'd',
  '6': 't',
  '7': 'h',
  '5': 'x',
  kh: 'x',
  gh: '8',
  '9': 'k',
  q: 'k',
  g: 'k',
  c: 'k',
  p: 'b',
  v: 'f',
};
const soundsOfArabic: Record<string, string> = {
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'j',
  ح: 'h',
  خ: 'x',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'ch',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'd',
  غ: '8',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
};
const withoutSound = new Set([...latinVowels, 'y', 'w', '2', '3']);

const joined = (all: string[]): string => all.filter((sound, i) => sound !== all[i - 1]).join('');

/** The consonants of a folded Arabic word as Latin letters tell them apart: the key under which its transcriptions look for it. */
export function arabicKey(word: string): string {
  const letters = [...word.replace(/^ال(?=..)/, '').replace(/ه$/, '')];
  return joined(letters.flatMap((letter) => soundsOfArabic[letter] ?? []));
}

export interface Transcription {
  /** As typed, or without its article. */
  groups: string[];
  key: string;
}

const arabiziWord = /^(?=.*[a-z])[a-z2356789]{2,30}$/;
/** Written with digits for letters: no other language does. */
export const isSurelyArabizi = (word: string): boolean => arabiziWord.test(word) && digits.test(word) && !/^\d+[a-z]{1,2}$|\d\d/.test(word);

/** The ways to read a Latin word as Arabic; none for a word that cannot be. */
export function transcriptionsOf(word: string): Transcription[] {
  if (!arabiziWord.test(word)) return [];
  const bare = [
    word,
    // « lkhedma », « el9adia », « assafar »: the article, alone or taking the sound of the letter after it.
    /^l(?=[^aeiouly].)/.test(word) ? word.slice(1) : '',
    /^[aei]l(?=[^aeiou]?..)/.test(word) ? word.slice(2) : '',
    /^[aei]?([b-df-hj-np-tv-xz])\1./.test(word) ? word.replace(/^[aei]?(.)\1/, '$1') : '',
  ];
  const found = new Map<string, Transcription>();
  for (const way of bare) {
    if (way.length < 2 || found.has(way)) continue;
    const read = groupsOf(way);
    const heard = (all: string[]): string => joined(all.filter((group) => !withoutSound.has(group)).map((group) => sounds[group] ?? group));
    const lastIsHeard = !(read.at(-1) === 'h' && latinVowels.includes(read.at(-2) ?? 'x'));
    found.set(way, { groups: read, key: heard(lastIsHeard ? read : read.slice(0, -1)) });
    // « ro5sat » of « ro5sat lbina »: the t of a noun before another.
    if (read.at(-1) === 't' && 'ae'.includes(read.at(-2) ?? 'x')) found.set(`${way}-`, { groups: read, key: heard(read.slice(0, -1)) });
  }
  return [...found.values()].filter(({ key }) => key !== '');
}

/** How far a transcription is from the way most people would write a folded Arabic word; undefined when it cannot be that word. */
export function transcriptionCost({ groups: typed }: Transcription, arabic: string): number | undefined {
  const letters = [...arabic.replace(/^ال(?=..)/, '')];
  const none = Number.POSITIVE_INFINITY;
  let row = [0];
  for (const group of typed) row.push((row.at(-1) ?? none) + (silent[group] ?? none));
  letters.forEach((letter, i) => {
    const last = i === letters.length - 1;
    const ways = (last ? writesLast[letter] : undefined) ?? writes[letter] ?? {};
    const skip = (last ? lastUnwritten[letter] : undefined) ?? unwritten[letter] ?? none;
    const next = [(row[0] ?? none) + skip];
    typed.forEach((group, j) => {
      next.push(
        Math.min((row[j] ?? none) + (ways[group] ?? none), (row[j + 1] ?? none) + skip, (next[j] ?? none) + (silent[group] ?? none)),
      );
    });
    row = next;
  });
  const cost = row.at(-1) ?? none;
  return cost <= mostCost(typed.length) ? cost : undefined;
}
