import { packDocx } from './paper-docx.ts';
import { paperData, paperTemplate } from './paper-pdf.ts';
import type { Paper } from './paper.ts';
import { renderApart } from './render-apart.ts';
import { renderPdf } from './render-pdf.ts';

/** Longer papers are made beside, so that nobody waits for them. In characters of what they say: some twenty pages. */
const longestHere = 40_000;
const isLong = ({ blocks }: Paper): boolean => JSON.stringify(blocks).length > longestHere;

/** A paper as a document that an office goes on writing in. Throws `TooBusy` when it is long and too many wait. */
export const paperDocx = async (paper: Paper): Promise<Uint8Array<ArrayBuffer>> =>
  isLong(paper) ? renderApart({ paper }) : new Uint8Array(await packDocx(paper));

/** The same paper to print and keep. Throws `TooBusy` when it is long and too many wait. */
export async function paperPdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const data = paperData(paper);
  return isLong(paper) ? renderApart({ template: paperTemplate, data }) : new Uint8Array(await renderPdf(paperTemplate, data));
}
