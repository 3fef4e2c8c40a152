import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as mupdf from 'mupdf';

/** What a printed document says, every letter in the order it is read and without what stands between words. */
export interface Printed {
  said: string;
  /** Where on its line the text begins, in points from the left edge of the page. */
  at: (text: string) => number;
}
export const pressed = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');

export function readPdf(bytes: Uint8Array): Printed {
  const document = mupdf.Document.openDocument(bytes, 'application/pdf');
  const places: { letter: string; x: number }[] = [];
  for (let page = 0; page < document.countPages(); page++) {
    document
      .loadPage(page)
      .toStructuredText('')
      .walk({
        onChar: (letter, origin) => {
          for (const one of letter.normalize('NFKC')) if (/\S/u.test(one)) places.push({ letter: one, x: origin[0] });
        },
      });
  }
  const said = places.map(({ letter }) => letter).join('');
  return { said, at: (text) => places[said.indexOf(pressed(text))]?.x ?? Number.NaN };
}

/** The same of a document as LibreOffice lays it out. */
export async function readDocx(bytes: Uint8Array): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'istiqbal-office-'));
  try {
    await writeFile(join(folder, 'paper.docx'), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const office = process.env.SOFFICE ?? 'soffice';
    await promisify(execFile)(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'paper.docx')]);
    return readPdf(await readFile(join(folder, 'paper.pdf')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
