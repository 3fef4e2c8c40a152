import type { Paper } from './paper.ts';
import { directionOf, keepNumbers, printable } from './printable.ts';

/** One direction's stretch of a line. */
export interface Stretch {
  text: string;
  isRightToLeft: boolean;
}
/** A line as paper takes it: the way it reads, and its stretches in the order they are read. */
export interface Line {
  isRightToLeft: boolean;
  stretches: Stretch[];
}

const rightToLeft = '\\p{Script=Arabic}\\p{Script=Hebrew}';
const letter = /\p{L}/u;
const isRightToLeft = (language: Paper['language']): boolean => language === 'ar';

// Numbers in groups, as `keepNumbers` marks them; and from the first letter of the other direction to
// the last one, or the digit after it, that no letter of the line's own direction parts.
const foreign = {
  rtl: new RegExp(
    `\u200E\\+?\\d[\\d\u00A0.\\-–/]*\\d|(?![${rightToLeft}])\\p{L}(?:[^${rightToLeft}]*(?![${rightToLeft}])[\\p{L}\\p{Nd}])?`,
    'gu',
  ),
  ltr: new RegExp(`[${rightToLeft}](?:(?:[${rightToLeft}]|\\P{L})*[${rightToLeft}\\p{Nd}])?`, 'gu'),
};

/** The lines somebody typed, each fit for paper; an empty line parts nothing. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/u)
    .map(printable)
    .filter((line) => line !== '');

/** A line on a paper of this language: what has no letter reads as the paper does, and the rest as its first letter says. */
export function lineOf(text: string, language: Paper['language']): Line {
  const flat = printable(text);
  const turned = letter.test(flat) ? directionOf(flat) === 'rtl' : isRightToLeft(language);
  const line = turned ? keepNumbers(flat) : flat;
  const stretches: Stretch[] = [];
  const add = (from: number, to: number, isForeign: boolean): void => {
    if (to > from) stretches.push({ text: line.slice(from, to), isRightToLeft: isForeign ? !turned : turned });
  };
  let at = 0;
  for (const found of line.matchAll(turned ? foreign.rtl : foreign.ltr)) {
    add(at, found.index, false);
    at = found.index + found[0].length;
    add(found.index, at, true);
  }
  add(at, line.length, false);
  return { isRightToLeft: turned, stretches };
}

/** A text as a template takes it; what has no letter reads as the paper does. */
export function printedIn(text: string, language: Paper['language']): { text: string; dir: 'ltr' | 'rtl' } {
  const { isRightToLeft: turned, stretches } = lineOf(text, language);
  return { text: stretches.map((stretch) => stretch.text).join(''), dir: turned ? 'rtl' : 'ltr' };
}

/** A line of either direction inside a paragraph of the paper's own: marks hold its ends, so that a full stop stays behind its sentence. */
export function lineIn(text: string, language: Paper['language']): Line {
  const line = lineOf(text, language);
  if (line.isRightToLeft === isRightToLeft(language)) return line;
  const mark = { text: line.isRightToLeft ? '\u200F' : '\u200E', isRightToLeft: line.isRightToLeft };
  return { isRightToLeft: line.isRightToLeft, stretches: [mark, ...line.stretches, mark] };
}

/** Words of the paper itself, which no builder has to give. */
export const paperWords = {
  fr: { contents: 'Sommaire', page: 'Page' },
  ar: { contents: 'المحتويات', page: 'صفحة' },
} as const;
