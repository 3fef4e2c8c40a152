import type { Costs } from './costs.ts';
import { signCount, signs } from './signs.ts';

/** The likeliest way two words stand opposite each other, and what it says. */
export interface Alignment {
  /** For sameness, in nats. */
  total: number;
  /** The most each side could have said. */
  bestA: number;
  bestB: number;
  /** The two hardest single steps over consonants, in nats, and over vowels. */
  worst: number;
  secondWorst: number;
  worstVowel: number;
  /** What speaks against sameness, added up. */
  againstConsonants: number;
  againstVowels: number;
  /** The first and last consonant step. */
  first: number;
  last: number;
  consonantGaps: number;
  vowelGaps: number;
  vowelChanges: number;
  steps: number;
}

const isVowel = Uint8Array.from(signs, ({ vowel }) => (vowel ? 1 : 0));
const isArabic = Uint8Array.from(signs, ({ arabic }) => (arabic ? 1 : 0));
const width = 68;
const table = new Float32Array(width * width);
const step = new Uint8Array(width * width);
const [both, onlyA, onlyB] = [0, 1, 2];
const arabicSide = (word: readonly number[]): number => isArabic[word[0] ?? 0] ?? 0;

/** Fills the table of best totals up to each pair of signs; what is longer than the table is cut. */
function fill(a: readonly number[], b: readonly number[], n: number, m: number, { pair, gap }: Costs): void {
  const [arabicA, arabicB] = [arabicSide(a), arabicSide(b)];
  table[0] = 0;
  for (let j = 1; j <= m; j++) {
    table[j] = (table[j - 1] as number) + (gap[(b[j - 1] as number) * 2 + arabicA] as number);
    step[j] = onlyB;
  }
  for (let i = 1; i <= n; i++) {
    const row = i * width;
    const sign = a[i - 1] as number;
    const pairRow = sign * signCount;
    const gapA = gap[sign * 2 + arabicB] as number;
    table[row] = (table[row - width] as number) + gapA;
    step[row] = onlyA;
    for (let j = 1; j <= m; j++) {
      const other = b[j - 1] as number;
      let value = (table[row - width + j - 1] as number) + (pair[pairRow + other] as number);
      let way = both;
      const skipA = (table[row - width + j] as number) + gapA;
      if (skipA > value) {
        value = skipA;
        way = onlyA;
      }
      const skipB = (table[row + j - 1] as number) + (gap[other * 2 + arabicA] as number);
      if (skipB > value) {
        value = skipB;
        way = onlyB;
      }
      table[row + j] = value;
      step[row + j] = way;
    }
  }
}

function most(word: readonly number[], length: number, arabicOther: number, best: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += best[(word[i] as number) * 2 + arabicOther] as number;
  return sum;
}

/** 1 for one word written the likeliest way, about 0 for words with nothing in common, less where they contradict each other. */
export function likenessOf(a: readonly number[], b: readonly number[], costs: Costs): number {
  const [n, m] = [Math.min(a.length, width - 1), Math.min(b.length, width - 1)];
  fill(a, b, n, m, costs);
  return (table[n * width + m] as number) / Math.max(most(a, n, arabicSide(b), costs.best), most(b, m, arabicSide(a), costs.best), 1);
}

export function align(a: readonly number[], b: readonly number[], costs: Costs): Alignment {
  const { pair, gap, best } = costs;
  const [n, m] = [Math.min(a.length, width - 1), Math.min(b.length, width - 1)];
  const [arabicA, arabicB] = [arabicSide(a), arabicSide(b)];
  fill(a, b, n, m, costs);
  const found: Alignment = {
    total: table[n * width + m] as number,
    bestA: most(a, n, arabicB, best),
    bestB: most(b, m, arabicA, best),
    worst: 6,
    secondWorst: 6,
    worstVowel: 6,
    againstConsonants: 0,
    againstVowels: 0,
    first: 0,
    last: 0,
    consonantGaps: 0,
    vowelGaps: 0,
    vowelChanges: 0,
    steps: 0,
  };
  let seenConsonant = false;
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const way = step[i * width + j] as number;
    const signA = a[i - 1] as number;
    const signB = b[j - 1] as number;
    let said: number;
    let vowel: boolean;
    if (way === both) {
      said = pair[signA * signCount + signB] as number;
      vowel = isVowel[signA] === 1 && isVowel[signB] === 1;
      if (vowel && said < 0.5) found.vowelChanges++;
      i--;
      j--;
    } else {
      const sign = way === onlyA ? signA : signB;
      said = gap[sign * 2 + (way === onlyA ? arabicB : arabicA)] as number;
      vowel = isVowel[sign] === 1;
      if (vowel) found.vowelGaps++;
      else found.consonantGaps++;
      if (way === onlyA) i--;
      else j--;
    }
    found.steps++;
    if (vowel) {
      if (said < 0) found.againstVowels += said;
      if (said < found.worstVowel) found.worstVowel = said;
      continue;
    }
    if (said < 0) found.againstConsonants += said;
    if (said < found.worst) {
      found.secondWorst = found.worst;
      found.worst = said;
    } else if (said < found.secondWorst) found.secondWorst = said;
    found.first = said;
    if (!seenConsonant) found.last = said;
    seenConsonant = true;
  }
  return found;
}
