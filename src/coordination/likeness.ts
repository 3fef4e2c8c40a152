import { fold } from '../directory/index.ts';

/** Every three letters in a row of its words, as the search of the directory folds them: accents, Arabic's marks and letter forms do not count. */
function trigramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of fold(text).split(' ').filter(Boolean)) {
    const letters = [' ', ' ', ...word, ' '];
    for (let i = 0; i + 3 <= letters.length; i++) found.add(letters.slice(i, i + 3).join(''));
  }
  return found;
}

/** How much of what two texts are made of they share: 0 nothing, 1 all of it, whatever the order of their words. */
export function likeness(one: string, other: string): number {
  const [a, b] = [trigramsOf(one), trigramsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((three) => b.has(three)).length;
  return shared / (a.size + b.size - shared);
}
