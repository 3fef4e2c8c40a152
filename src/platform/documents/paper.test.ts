import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import * as mupdf from 'mupdf';
import { describe, expect, it } from 'vitest';
import { type Block, type Paper, paperDocx, paperPdf } from './index.ts';
import { columnShares, evenTable } from './paper-columns.ts';
import { lineOf } from './paper-text.ts';

const office = process.env.SOFFICE ?? 'soffice';
/** The document as LibreOffice lays it out. */
async function openedInOffice(paper: Paper): Promise<mupdf.Document> {
  const folder = await mkdtemp(join(tmpdir(), 'istiqbal-office-'));
  try {
    await writeFile(join(folder, 'paper.docx'), await paperDocx(paper));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    await promisify(execFile)(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'paper.docx')]);
    return mupdf.Document.openDocument(await readFile(join(folder, 'paper.pdf')), 'application/pdf');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
const opened = async (paper: Paper): Promise<mupdf.Document> => mupdf.Document.openDocument(await paperPdf(paper), 'application/pdf');

interface Spot {
  text: string;
  x: number;
  right: number;
  y: number;
}
interface PageText {
  blocks: { lines?: { text: string; bbox: { x: number; y: number; w: number; h: number } }[] }[];
}
const pagesOf = (document: mupdf.Document): Spot[][] =>
  Array.from({ length: document.countPages() }, (_, i) => {
    const { blocks } = JSON.parse(document.loadPage(i).toStructuredText('').asJSON()) as PageText;
    const lines = blocks.flatMap((block) => block.lines ?? []);
    return lines.map(({ text, bbox }) => ({ text: text.normalize('NFKC').trim(), x: bbox.x, right: bbox.x + bbox.w, y: bbox.y }));
  });
const spot = (spots: readonly Spot[], text: string): Spot => {
  const found = spots.find((one) => one.text.includes(text));
  if (!found) throw new Error(`no “${text}” among: ${spots.map((one) => one.text).join(' | ')}`);
  return found;
};

/** Every letter of a page with where it stands, in the order it is read. */
function lettersOf(document: mupdf.Document, page = 0): { said: string; at: (text: string) => number } {
  const places: { letter: string; x: number }[] = [];
  const onChar = (letter: string, origin: mupdf.Point): void => {
    for (const one of letter.normalize('NFKC')) places.push({ letter: one, x: origin[0] });
  };
  document.loadPage(page).toStructuredText('').walk({ onChar });
  const said = places.map(({ letter }) => letter).join('');
  const at = (text: string): number => {
    const place = places[said.indexOf(text)];
    if (!place) throw new Error(`no “${text}” in ${said}`);
    return place.x;
  };
  return { said, at };
}

const table = (rows: number, words: { title: string; first: string; total: string }): Block => ({
  kind: 'table',
  title: words.title,
  head: [words.first, '2026', '2027'],
  numbers: [1, 2],
  rows: Array.from({ length: rows }, (_, i) => [`${words.first} ${i + 1}`, '120 000', `${i + 1} 000`]),
  total: [words.total, '999 000', '888 000'],
});
const french: Paper = {
  language: 'fr',
  title: 'Plan d’une commune inventée',
  under: ['2026–2031'],
  footer: 'Commune inventée',
  hasCover: true,
  blocks: [
    { kind: 'heading', level: 1, text: 'Diagnostic' },
    { kind: 'text', text: 'Première ligne.\nDeuxième ligne, dite « بيت الاستقبال » ici.' },
    { kind: 'list', items: ['un', 'deux'], isNumbered: true },
    { kind: 'facts', facts: [{ name: 'Porteur', value: 'Association inventée' }] },
    { kind: 'page' },
    { kind: 'heading', level: 1, text: 'Coûts de بيت' },
    table(80, { title: 'Par source', first: 'Source', total: 'Total' }),
    { kind: 'progress', label: 'Avancement', share: 0.4, words: '40 %' },
    { kind: 'signatures', columns: ['Organisme', 'Signature'], lines: 2 },
  ],
};
const arabic: Paper = {
  language: 'ar',
  title: 'برنامج عمل',
  footer: 'جماعة مخترعة',
  blocks: [
    { kind: 'heading', level: 1, text: 'التشخيص' },
    { kind: 'text', text: 'سلام' },
    { kind: 'text', text: 'Une phrase tapée en français.' },
    table(3, { title: 'الكلفة', first: 'المصدر', total: 'المجموع' }),
  ],
};

describe.each([
  ['as a document in LibreOffice', openedInOffice],
  ['as PDF', opened],
] as const)('a paper %s', (_, open) => {
  it('has its cover, the page of each heading, rows under a head on every page, and a number on each', async () => {
    const document = await open(french);
    const pages = pagesOf(document);
    expect(pages.length).toBeGreaterThanOrEqual(5);
    const [cover, contents, third, ...rest] = pages as [Spot[], Spot[], Spot[], ...Spot[][]];
    expect(cover.map((one) => one.text)).toEqual(['Plan d’une commune inventée', '2026–2031']);
    expect(contents.map((one) => one.text).join(' ')).toMatch(/Sommaire.*Diagnostic\W*3.*Coûts.*4/u);
    const { at } = lettersOf(document, 1);
    expect(at('4')).toBeGreaterThan(at('ب'));
    spot(third, 'Deuxième ligne');
    expect(rest.filter((page) => page.some((one) => one.text === '2026')).length).toBeGreaterThanOrEqual(2);
    spot(rest.flat(), `Page ${pages.length} / ${pages.length}`);
    const cells = rest.flat();
    // Numbers end where their column does.
    expect(spot(cells, '999 000').right).toBeCloseTo(spot(cells, '120 000').right, 0);
  }, 60_000);

  it('in Arabic reads from the right: its letters in their order, its first column at the right, and French in its own way', async () => {
    const document = await open(arabic);
    const { at } = lettersOf(document);
    // A letter that only the first column's name holds.
    expect(at('د')).toBeGreaterThan(460);
    expect(at('د')).toBeGreaterThan(at('2026'));
    expect(at('2026')).toBeGreaterThan(at('2027'));
    expect(at('ش')).toBeGreaterThan(at('خ'));
    const [page] = pagesOf(document) as [Spot[]];
    expect(spot(page, 'Une phrase tapée en français.').x).toBeLessThan(100);
  }, 60_000);
});

it('a document names its language, directions and headings for whoever goes on writing it', async () => {
  const files = unzipSync(await paperDocx(arabic));
  const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  expect(read('docProps/core.xml')).toContain('برنامج عمل');
  expect(read('word/styles.xml')).toContain('<w:lang w:val="fr-FR" w:bidi="ar-MA"/>');
  const body = read('word/document.xml');
  for (const part of ['<w:bidiVisual/>', '<w:pStyle w:val="Heading1"/>', '<w:tblHeader/>', '<w:cantSplit/>', '<w:rtl/>'])
    expect(body).toContain(part);
});

it('a line is parted where its letters change direction, and loses nothing', () => {
  const { isRightToLeft, stretches } = lineOf('المشروع Association 3 (وجدة) 05 36 00.', 'ar');
  expect(isRightToLeft).toBe(true);
  expect(stretches.map((one) => [one.text, one.isRightToLeft])).toEqual([
    ['المشروع ', true],
    ['Association 3', false],
    [' (وجدة) ', true],
    ['\u200E05\u00A036\u00A000', false],
    ['.', true],
  ]);
  expect(lineOf('12', 'ar').isRightToLeft).toBe(true);
});

it('columns share the whole width, and a row too short is made even', () => {
  const even = evenTable({ kind: 'table', head: ['a', 'b', 'c'], rows: [['x']], numbers: [2] });
  expect(even.rows).toEqual([['x', '', '']]);
  expect(columnShares(even).reduce((a, b) => a + b, 0)).toBeCloseTo(1);
});
