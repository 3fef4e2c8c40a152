import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  InternalHyperlink,
  PageReference,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { IParagraphOptions } from 'docx';
import { columnShares, evenTable, longestWholeCell, tableLetters } from './paper-columns.ts';
import { type Line, lineIn, lineOf } from './paper-text.ts';
import type { Block, Paper } from './paper.ts';

/** In twentieths of a point: A4 between its margins. */
export const textWidth = 9638;

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;
type Language = Paper['language'];
/** How a paragraph stands: by its own direction, or at the side where the paper's lines begin, or at the other one. */
type Side = 'own' | 'start' | 'end';
interface Looks extends Omit<IParagraphOptions, 'children' | 'text' | 'alignment' | 'bidirectional'> {
  side?: Side;
  bold?: boolean;
  /** In half points. */
  size?: number;
  color?: string;
}

/** The stretches of a line, each of one direction. */
export const runsOf = ({ stretches }: Line, look: Pick<Looks, 'bold' | 'size' | 'color'> = {}): TextRun[] =>
  stretches.map(({ text, isRightToLeft }) => new TextRun({ text, rightToLeft: isRightToLeft, ...look }));

/** A paragraph of one line; what is in the other direction's letters stands in runs of its own. */
export function paragraph(text: string, language: Language, { side = 'start', bold, size, color, ...options }: Looks = {}): Paragraph {
  const line = lineOf(text, language);
  return new Paragraph({ ...options, ...standing(line, language, side), children: runsOf(line, given({ bold, size, color })) });
}
const given = <T extends object>(look: T): T => Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined)) as T;

/** START and END follow the paragraph's own direction, which need not be the paper's. */
function standing({ isRightToLeft }: Line, language: Language, side: Side) {
  const atStart = side === 'own' || (side === 'start') === (isRightToLeft === (language === 'ar'));
  return { bidirectional: isRightToLeft, alignment: atStart ? AlignmentType.START : AlignmentType.END };
}

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const markOf = (index: number): string => `heading_${index}`;

/** A heading in Word's own style, so that an office's table of contents finds it. `index`: which of all headings it is. */
export function headingOf({ level, text }: Of<'heading'>, language: Language, index: number): Paragraph {
  const line = lineOf(text, language);
  return new Paragraph({
    heading: headings[level],
    ...standing(line, language, 'start'),
    children: [new Bookmark({ id: markOf(index), children: runsOf(line) })],
  });
}

/** A line of the list of headings: leads there; the page is counted by whoever opens it, and left empty rather than wrong until it is. */
export function contentsLine({ level, text }: Of<'heading'>, language: Language, index: number): Paragraph {
  const isTurned = language === 'ar';
  return new Paragraph({
    style: 'Contents',
    bidirectional: isTurned,
    indent: { start: (level - 1) * 400 },
    children: [
      new InternalHyperlink({ anchor: markOf(index), children: runsOf(lineIn(text, language), level === 1 ? { bold: true } : {}) }),
      new TextRun({ children: [new Tab()] }),
      new PageReference(markOf(index)),
    ],
  });
}

/** An item stands where the paper's lists do, whatever it is written in: its mark would change sides otherwise. */
export const listItem = (
  text: string,
  language: Language,
  numbering: NonNullable<Exclude<IParagraphOptions['numbering'], false>>,
): Paragraph => new Paragraph({ numbering, bidirectional: language === 'ar', children: runsOf(lineIn(text, language)) });

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' } as const;
const borders = {
  none: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
  rows: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
  cells: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
};
const margins = { top: 50, bottom: 50, left: 80, right: 80 };

interface Frame {
  widths: readonly number[];
  /** Where its lines stand. */
  lines: keyof typeof borders;
}
const frame = (language: Language, { widths, lines }: Frame, rows: TableRow[]): Table =>
  new Table({
    rows,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths.map((share) => Math.round(share * textWidth)),
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: language === 'ar',
    margins,
    borders: borders[lines],
  });

/** Word lays two tables that touch out as one. */
const gap = (): Paragraph => new Paragraph({ style: 'Gap', children: [] });

export function tableOf(block: Of<'table'>, language: Language): (Paragraph | Table)[] {
  const table = evenTable(block);
  const size = tableLetters(table.head.length) * 2;
  const cell = (text: string, i: number, bold: boolean, keepNext: boolean): TableCell =>
    new TableCell({
      ...(bold ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EDEDED' } } : {}),
      children: [paragraph(text, language, { style: 'Cell', side: table.numbers.has(i) ? 'end' : 'start', bold, size, keepNext })],
    });
  const row = (cells: readonly string[], { isHead = false, isTotal = false, keepNext = false } = {}): TableRow =>
    new TableRow({
      cantSplit: Math.max(...cells.map((text) => text.length)) <= longestWholeCell,
      tableHeader: isHead,
      children: cells.map((text, i) => cell(text, i, isHead || isTotal, keepNext)),
    });
  const last = table.rows.length - 1;
  const rows = [
    ...(table.head.some((title) => title !== '') ? [row(table.head, { isHead: true, keepNext: true })] : []),
    // A total is not left alone on the next page.
    ...table.rows.map((cells, i) => row(cells, { keepNext: i === last && table.total !== undefined })),
    ...(table.total ? [row(table.total, { isTotal: true })] : []),
  ];
  if (rows.length === 0) return [];
  const title = block.title ? [paragraph(block.title, language, { style: 'Caption', keepNext: true })] : [];
  return [...title, frame(language, { widths: columnShares(table), lines: 'rows' }, rows), gap()];
}

export function factsOf({ facts }: Of<'facts'>, language: Language): (Paragraph | Table)[] {
  if (facts.length === 0) return [];
  const rows = facts.map(
    ({ name, value }) =>
      new TableRow({
        cantSplit: value.length <= longestWholeCell,
        children: [
          new TableCell({ children: [paragraph(name, language, { style: 'Cell', bold: true })] }),
          new TableCell({ children: [paragraph(value, language, { style: 'Cell' })] }),
        ],
      }),
  );
  return [frame(language, { widths: [0.3, 0.7], lines: 'none' }, rows), gap()];
}

export function progressOf({ label, share, words }: Of<'progress'>, language: Language): (Paragraph | Table)[] {
  const said = paragraph(words === '' ? label : `${label} · ${words}`, language, { keepNext: share !== null });
  if (share === null) return [said];
  const done = Math.min(1, Math.max(0, share));
  const parts = [done, 1 - done].map((width, i) => ({ width, fill: i === 0 ? '404040' : 'E0E0E0' })).filter((part) => part.width > 0.004);
  const bar = new TableRow({
    height: { value: 140, rule: 'exact' },
    children: parts.map(
      ({ fill }) =>
        new TableCell({ shading: { type: ShadingType.CLEAR, color: 'auto', fill }, children: [new Paragraph({ style: 'Gap' })] }),
    ),
  });
  return [said, frame(language, { widths: parts.map((part) => part.width), lines: 'none' }, [bar]), gap()];
}

export function signaturesOf({ columns, lines }: Of<'signatures'>, language: Language): (Paragraph | Table)[] {
  const row = (texts: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      height: { value: isHead ? 300 : 740, rule: 'atLeast' },
      children: texts.map((text) => new TableCell({ children: [paragraph(text, language, { style: 'Cell', bold: isHead })] })),
    });
  const empty = Array.from({ length: lines }, () =>
    row(
      columns.map(() => ''),
      false,
    ),
  );
  const widths = columns.map(() => 1 / columns.length);
  return [frame(language, { widths, lines: 'cells' }, [row(columns, true), ...empty]), gap()];
}
