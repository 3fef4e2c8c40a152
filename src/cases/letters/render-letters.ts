import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headTemplate, type Letterhead, printHead } from '../../desk/index.ts';
import { printable, printed, qrSvg, renderPdfApart } from '../../platform/documents/index.ts';
import type { Texts } from './contract.ts';
import { letterLanguages } from './lists.ts';
import { blanksIn, blocksOf } from './rules.ts';

const template = `${headTemplate}\n${readFileSync(join(import.meta.dirname, 'letter.typ'), 'utf8')}`;
const signatures = { fr: 'Signature et cachet', ar: 'التوقيع والخاتم' };

export interface PrintedLetter {
  reference: string;
  title: string;
  texts: Texts;
  head: Letterhead;
  /** As an SVG. */
  logo: string | null;
}

/**
 * Letters as one PDF, each under its own head and each language on pages of its own, in a thread apart: a hundred take a while.
 * What people typed travels as values. Throws when a text still leaves something open: no brace is ever printed.
 */
export function renderLetters(letters: readonly PrintedLetter[]): Promise<Uint8Array<ArrayBuffer>> {
  const left = letters.flatMap(({ texts }) => Object.values(texts).flatMap((text) => blanksIn(text ?? '')));
  if (left.length > 0) throw new Error('a letter still leaves something open');
  return renderPdfApart(template, {
    letters: letters.map(({ reference, title, texts, head, logo }) => ({
      reference: printable(reference),
      title: printable(title),
      head: printHead(head, logo),
      qr: qrSvg(printable(reference)),
      faces: letterLanguages.flatMap((language) => {
        const text = texts[language];
        if (text === undefined) return [];
        const blocks = blocksOf(text).map(({ kind, lines }) => ({ kind, lines: lines.map(printed) }));
        return [{ language, blocks, signature: signatures[language] }];
      }),
    })),
  });
}
