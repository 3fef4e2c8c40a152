import { type Placeholder, placeholders, type Values } from './lists.ts';

/** A place to fill: what stands in braces, also a name that somebody altered. */
const open = /\{(\p{L}[^{}\n]*)\}/gu;
const isPlaceholder = (name: string): name is Placeholder => placeholders.some((p) => p === name);

/** Puts in what is known, once: braces that a value brings along are left as they are. */
export const fill = (text: string, values: Values): string =>
  text.replace(open, (braces, name: string) => (isPlaceholder(name) && values[name]?.trim()) || braces);

/** What a text still leaves open, each once, in order; also names that mean nothing. Nothing is printed while there is any. */
export function blanksIn(text: string): { name: string; isKnown: boolean }[] {
  const names = [...new Set([...text.matchAll(open)].map(([, name = '']) => name))];
  return names.map((name) => ({ name, isKnown: isPlaceholder(name) }));
}

export interface Block {
  kind: 'heading' | 'paragraph' | 'item';
  /** One for each line: an address keeps its lines. */
  lines: string[];
}

/** A text as it is set: `# ` begins a heading, `- ` one thing of a list, an empty line the next paragraph. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let isOpen = false;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    const [, mark, rest = ''] = /^(#|-|•)\s+(.*)$/.exec(line) ?? [];
    const last = blocks.at(-1);
    if (mark) blocks.push({ kind: mark === '#' ? 'heading' : 'item', lines: [rest] });
    else if (line !== '' && isOpen && last?.kind === 'paragraph') last.lines.push(line);
    else if (line !== '') blocks.push({ kind: 'paragraph', lines: [line] });
    isOpen = line !== '' && !mark;
  }
  return blocks;
}
