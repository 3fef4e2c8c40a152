import { randomUUID } from 'node:crypto';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../directory/index.ts';
import { useDatabase } from '../../../testing/database.ts';
import { registersRoot, useRegisters } from '../../../testing/registers.ts';
import { largestRegister } from '../lists.ts';

const db = useDatabase();
const { head, bring, check, rows, unexpected } = useRegisters(db);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const encoded = (text: string, encoding: string): Uint8Array => {
  const table = new Map(Array.from({ length: 256 }, (_, i) => [new TextDecoder(encoding).decode(Uint8Array.of(i)), i]));
  return Uint8Array.from([...text].map((letter) => table.get(letter) ?? 63));
};
async function workbook(cells: string[][]): Promise<Uint8Array> {
  async function* all() {
    yield* cells;
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx([{ name: 'Registre', rows: all() }])) pieces.push(piece);
  return Buffer.concat(pieces);
}
/** A workbook as Excel writes one: numbers as numbers, and what else its sheet holds. */
function sheetOf(xml: string): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': bytes(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': bytes(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': bytes(
      `<workbook ${main} xmlns:r="${rel}"><sheets><sheet name="Registre" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': bytes(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': bytes(`<worksheet ${main}>${xml}</worksheet>`),
  });
}
const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('a register is read', () => {
  it('with the mark of UTF-8, and with what spreadsheets put before a formula', async () => {
    const read = await bring(`\ufeffNom;GSM;Objet\nTesta Inventée;0612345601;'=1+1\n`);
    expect(read.columns.map(({ header }) => header)).toEqual(['Nom', 'GSM', 'Objet']);
    expect(read.columns[2]?.samples).toEqual(['=1+1']);
  });
  it('in the Arabic letters of Windows', async () => {
    const read = await bring(encoded('الاسم الكامل;الهاتف;الموضوع\nتستا المختلقة للاختبار;0612345601;عقار\n', 'windows-1256'));
    expect(read).toMatchObject({ notes: [{ code: 'encoding', what: 'windows-1256' }], mapping: { columns: ['name_ar', 'phone', 'need'] } });
    expect(read.columns[0]?.samples).toEqual(['تستا المختلقة للاختبار']);
  });
  it('in the French letters of Windows', async () => {
    const read = await bring(encoded('Prénom;Nom;Objet\nZoé;Inventée;état civil – œuvre\n', 'windows-1252'));
    expect(read).toMatchObject({ notes: [{ code: 'encoding', what: 'windows-1252' }], mapping: { columns: ['given', 'family', 'need'] } });
    expect(read.columns[2]?.samples).toEqual(['état civil – œuvre']);
  });
  it('from a workbook, with the days that Excel counts, and what is merged is told', async () => {
    const sheet = sheetOf(
      `<sheetData><row r="1">${text('A1', 'Nom')}${text('B1', 'Date')}${text('C1', 'Objet')}</row>
       <row r="2">${text('A2', 'Testa Inventée')}<c r="B2"><v>45505</v></c>${text('C2', 'foncier')}</row></sheetData>
       <mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>`,
    );
    const read = await bring(sheet, 'registre.xlsx');
    expect(read).toMatchObject({ state: 'to_map', notes: [{ code: 'merged' }] });
    expect((await rows((await check(read)).id))[0]?.read).toMatchObject({ name: 'Testa Inventée', visitedOn: '2024-08-01' });
  });
  it.each([
    ['within a cell', 'Nom;Objet\nTesta dite "la grande" Inventée;foncier\n', 'Testa dite "la grande" Inventée'],
    ['within marks', 'Nom;Objet\n"Testa "la grande" Inventée";"foncier"\n', 'Testa "la grande" Inventée'],
    ['around one word', 'Nom;Objet\n"Testa" Inventée;foncier\n', '"Testa" Inventée'],
  ])('with a quotation mark %s that nobody escaped, and it is told', async (_, file, name) => {
    const read = await bring(file);
    expect(read).toMatchObject({ state: 'to_map', notes: [{ code: 'loose_quotes' }] });
    expect((await rows((await check(read)).id))[0]?.read).toMatchObject({ name, needs: ['land_property'] });
  });
  it('that went out with a reason full of commas, and comes back', async () => {
    const read = await bring('Nom;Pourquoi\r\nTesta;"un, deux, trois, quatre"\r\n');
    expect(read.columns.map(({ header }) => header)).toEqual(['Nom', 'Pourquoi']);
  });
  it('under titles', async () => {
    const read = await bring(await workbook([['Registre de la cellule', ''], [], ['Nom', 'Tél'], ['Testa', '0612345601']]), 'r.xlsx');
    expect(read).toMatchObject({ total: 1, notes: [{ code: 'titles_above', what: '1' }], mapping: { columns: ['name', 'phone'] } });
  });
});

describe('a register is refused with a sentence', () => {
  it.each([
    ['two_headers', 'Nom;Tél;Objet\nالاسم الكامل;الهاتف;الموضوع\nTesta;0612345601;foncier\n'],
    ['no_headers', '1;0612345601;01/01/2024\n2;0612345602;01/02/2024\n'],
    ['no_rows', 'Nom;Tél;Objet\n'],
    ['csv_syntax', 'Nom;Tél\n"Testa;1\n'],
    // A mark that swallowed the row after it: what belongs where cannot be told.
    ['csv_syntax', 'Nom;Objet\nTesta;"foncier\nTestb;"santé" x\n'],
    ['too_many_columns', `${Array.from({ length: 10_000 }, (_, i) => `C${i}`).join(';')}\n1;2\n`],
    ['too_many_rows', `Nom;Tél\n${'Testa;0612345601\n'.repeat(50_100)}`],
  ] as const)('%s', async (reason, file) => {
    expect(await bring(file)).toMatchObject({ state: 'refused', reason });
  });
  it.each([
    ['encoding_unknown', Buffer.concat([bytes('Nom;Objet\n'), Buffer.from([0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xa5, 0xb6, 0x3b, 0x41])])],
    ['file_damaged', zipSync({ 'xl/workbook.xml': bytes('<nothing/>') })],
    ['too_large', zipSync({ 'xl/workbook.xml': bytes('<w/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(300_000_000) }, { level: 1 })],
    ['too_many_columns', sheetOf(`<sheetData><row r="1">${text('A1', 'Nom')}${text('XFD1', 'Loin')}</row></sheetData>`)],
  ] as const)('%s', async (reason, file) => {
    expect(await bring(file)).toMatchObject({ state: 'refused', reason });
    expect(unexpected).toEqual([]);
  });
  it.each([
    ['file_empty', 422, new Uint8Array()],
    ['register_wrong_kind', 415, bytes('%PDF-1.7 …')],
    ['register_wrong_kind', 415, Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ] as const)('%s before it is kept', async (code, status, file) => {
    const answer = await head().put(`${registersRoot}/${randomUUID()}`, file);
    expect([answer.status, (await answer.json()).code]).toEqual([status, code]);
  });
  it('when it says, or when it turns out, that it is too large', async () => {
    const says = await head().put(`${registersRoot}/${randomUUID()}`, bytes('a;b'), { 'content-length': String(200_000_000) });
    expect([says.status, (await says.json()).code]).toEqual([413, 'register_too_large']);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000).fill(97));
      },
    });
    expect((await head().put(`${registersRoot}/${randomUUID()}`, endless)).status).toBe(413);
    expect(sent).toBeLessThan(largestRegister + 10_000_000);
  });
});
