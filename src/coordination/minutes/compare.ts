import { diffComm } from 'node-diff3';
import type { Block, Paper } from '../../platform/documents/index.ts';

export interface Piece {
  text: string;
  is: 'same' | 'gone' | 'new';
}
export interface Difference {
  /** The heading it stands under. */
  under: string;
  pieces: Piece[];
}
interface Line {
  under: string;
  text: string;
}

const textsOf = (block: Block): string[] => {
  switch (block.kind) {
    case 'text':
      return block.text.split('\n');
    case 'list':
      return block.items;
    case 'facts':
      return block.facts.map(({ name, value }) => `${name} ${value}`);
    case 'table':
      return block.rows.map((row) => row.filter(Boolean).join(' – '));
    default:
      return [];
  }
};
function linesOf({ title, blocks }: Paper): Line[] {
  const lines: Line[] = [];
  let under = title;
  for (const block of blocks) {
    if (block.kind === 'heading') under = block.text;
    lines.push(...textsOf(block).map((text) => ({ under, text })));
  }
  return lines;
}

/** What became of the words: those that stayed, those that went and those that came, in their order. */
export function piecesBetween(before: string, after: string): Piece[] {
  const split = (text: string): string[] => text.split(/(\s+)/u).filter(Boolean);
  return diffComm(split(before), split(after)).flatMap(({ common = [], buffer1 = [], buffer2 = [] }) => {
    const pieces: Piece[] = [
      { text: common.join(''), is: 'same' },
      { text: buffer1.join(''), is: 'gone' },
      { text: buffer2.join(''), is: 'new' },
    ];
    return pieces.filter((piece) => piece.text !== '');
  });
}

/** In what two papers differ, line by line and inside a line by words. */
export function differencesBetween(before: Paper, after: Paper): Difference[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const key = ({ under, text }: Line): string => `${under}\n${text}`;
  const differences: Difference[] = [];
  let [inOld, inNow] = [0, 0];
  for (const { common = [], buffer1 = [], buffer2 = [] } of diffComm(old.map(key), now.map(key))) {
    const gone = old.slice(inOld, inOld + buffer1.length);
    const come = now.slice(inNow, inNow + buffer2.length);
    inOld += common.length + buffer1.length;
    inNow += common.length + buffer2.length;
    for (const under of new Set([...gone, ...come].map((line) => line.under))) {
      const said = (lines: Line[]): string =>
        lines
          .filter((line) => line.under === under)
          .map((line) => line.text)
          .join('\n');
      differences.push({ under, pieces: piecesBetween(said(gone), said(come)) });
    }
  }
  return differences;
}
