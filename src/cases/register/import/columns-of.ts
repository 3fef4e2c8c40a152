import type { Column, Mapping } from '../contract.ts';
import { type ColumnField, mostWords, wordFields } from '../lists.ts';
import { guessWord, partsOf } from './guess-words.ts';
import { plain } from '../plain.ts';

/** Words are short: a longer value is a sentence, which nobody maps. */
const longestWord = 80;

/** What is shown of each column: its header, three values of it, its words where they are few. */
export function columnsOf(headers: readonly string[], rows: readonly { cells: string[] }[]): Column[] {
  return headers.map((header, i) => {
    const samples: string[] = [];
    const words = new Map<string, number>();
    let filled = 0;
    for (const { cells } of rows) {
      const value = cells[i] ?? '';
      if (value === '') continue;
      filled++;
      if (samples.length < 3 && !samples.includes(value)) samples.push(value.slice(0, 100));
      if (words.size <= mostWords) for (const part of partsOf(value)) words.set(part, (words.get(part) ?? 0) + 1);
    }
    const few = words.size <= mostWords && [...words.keys()].every((word) => word.length <= longestWord);
    const counted = few ? [...words].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count) : [];
    return { header, samples, filled, words: counted };
  });
}

/** The words of the columns that hold such, each with which of ours it seems to mean; those of an earlier mapping stay. */
export function wordsFor(columns: readonly Column[], fields: readonly ColumnField[], known?: Mapping['words']): Mapping['words'] {
  const words: Record<string, Record<string, string>> = { need: {}, outcome: {}, status: {}, sex: {}, audience: {}, language: {} };
  for (const field of wordFields) {
    const own = { ...known?.[field] } as Record<string, string>;
    const column = columns[fields.indexOf(field)];
    for (const { word } of column?.words ?? []) {
      const guessed = guessWord(field, word);
      if (guessed) own[plain(word)] ??= guessed;
    }
    words[field] = own;
  }
  return words as Mapping['words'];
}
