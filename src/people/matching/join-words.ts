import { align } from './align.ts';
import type { Costs } from './costs.ts';
import { type Name, readWord, type Word } from './words.ts';

/** A word written in one there and in two here is about as long, and nearly all of it agrees. */
const mostLetters = 3;
const likeEnough = 0.75;

/** The name with two neighbouring words as one where the other name writes them in one: «Marie Anne» beside «Marianne». */
export function joinLike(name: Name, other: Name, costs: Costs): Name {
  if (name.words.length < 2) return name;
  for (const [at, first] of name.words.entries()) {
    const second = name.words[at + 1];
    if (!second || first.initial || second.initial) continue;
    for (const whole of other.words) {
      if (Math.abs(first.plain.length + second.plain.length - whole.plain.length) > mostLetters && first.script === whole.script) continue;
      const joined = readWord(first.plain + second.plain);
      if (!isLike(joined, whole, costs)) continue;
      return { words: [...name.words.slice(0, at), joined, ...name.words.slice(at + 2)], text: name.text };
    }
  }
  return name;
}

function isLike(a: Word, b: Word, costs: Costs): boolean {
  const [n, m] = [a.signs.length, b.signs.length];
  if (Math.min(n, m) * 2 < Math.max(n, m)) return false;
  const { total, bestA, bestB } = align(a.signs, b.signs, costs);
  return total > likeEnough * Math.max(bestA, bestB);
}
