import { readName } from '../words.ts';
import { type Case, isVowelKind, isWordCase } from './dataset.ts';
import { randomFrom } from './grow-trees.ts';

/** Shares of composed names in another order, with a name more on one side, with a word spelled alike. */
const swapped = 0.2;
const longer = 0.25;
const alike = 0.6;

export interface Composed {
  a: Case['a'];
  b: Case['b'];
  same: boolean;
}

/** Whole names put together from labelled words, since published whole names are few: two same words make the same name, one different word another. */
export function composeNames(cases: readonly Case[], count: number): Composed[] {
  const random = randomFrom(11);
  const words = cases.filter((c) => isWordCase(c) && !isVowelKind(c.pair.kind) && c.pair.kind !== 'ar-latin-token-mixed');
  const byScripts = new Map<string, { same: Case[]; different: Case[] }>();
  for (const c of words) {
    const scripts = `${c.a.words[0]?.script} ${c.b.words[0]?.script}`;
    const of = byScripts.get(scripts) ?? { same: [], different: [] };
    byScripts.set(scripts, of);
    of[c.pair.same ? 'same' : 'different'].push(c);
  }
  const groups = [...byScripts.values()].filter(({ same, different }) => same.length > 50 && different.length > 50);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, n): Composed => {
    const { same, different } = pick(groups);
    const isSame = n % 3 === 0;
    const [one, two, more] = [pick(same), pick(isSame ? same : different), pick(same)];
    const parts = random() < 0.5 ? [one, two] : [two, one];
    const left = parts.map(({ a }) => a.text);
    const right = parts.map((part) =>
      part === one && one.a.words[0]?.script === one.b.words[0]?.script && random() < alike ? part.a.text : part.b.text,
    );
    if (random() < longer) left.splice(1, 0, more.a.text);
    if (random() < longer / 2) right.splice(1, 0, more.b.text);
    if (random() < swapped) right.reverse();
    return { a: readName(left.join(' ')), b: readName(right.join(' ')), same: isSame };
  });
}
