import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnShares, evenTable, longestWholeCell, tableLetters } from './paper-columns.ts';
import { linesOf, paperWords, printedIn } from './paper-text.ts';
import type { Block, Paper } from './paper.ts';

export const paperTemplate = readFileSync(join(import.meta.dirname, 'paper.typ'), 'utf8');

function blockData(block: Block, language: Paper['language']): object {
  const say = (text: string) => printedIn(text, language);
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: block.level, text: say(block.text) };
    case 'text':
      return { kind: 'text', look: block.look ?? 'plain', lines: linesOf(block.text).map(say) };
    case 'list':
      return { kind: 'list', numbered: block.isNumbered ?? false, items: block.items.map(say) };
    case 'facts':
      return { kind: 'facts', facts: block.facts.map(({ name, value }) => ({ name: say(name), value: say(value) })) };
    case 'table': {
      const table = evenTable(block);
      const { head, rows, total, numbers } = table;
      return {
        kind: 'table',
        title: block.title ? say(block.title) : null,
        letters: tableLetters(head.length),
        shares: columnShares(table),
        numbers: [...numbers],
        head: head.some((title) => title !== '') ? head.map(say) : null,
        rows: rows.map((cells) => ({ cells: cells.map(say), whole: cells.every((text) => text.length <= longestWholeCell) })),
        total: total ? total.map(say) : null,
      };
    }
    case 'progress': {
      const share = block.share === null ? null : Math.min(1, Math.max(0, block.share));
      return { kind: 'progress', label: say(block.label), share, words: say(block.words) };
    }
    case 'signatures':
      return { kind: 'signatures', columns: block.columns.map(say), lines: block.lines };
    case 'page':
      return { kind: 'page' };
  }
}

/** What `paper.typ` prints. */
export function paperData({ language, title, under = [], footer, hasCover, blocks }: Paper): object {
  const say = (text: string) => printedIn(text, language);
  return {
    language,
    title: say(title),
    under: under.map(say),
    footer: say(footer),
    cover: hasCover ?? false,
    words: paperWords[language],
    blocks: blocks.map((block) => blockData(block, language)),
  };
}
