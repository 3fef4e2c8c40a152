import { escapeXml, xmlHead as head } from './xml.ts';
import { writeZip, type ZipEntry } from './zip-writer.ts';

export interface Sheet {
  name: string;
  /** Printed at the head and at the foot of each page, at most 255 signs. */
  margin?: string;
  isRightToLeft?: boolean;
  rows: AsyncIterable<readonly (string | number)[]>;
}

const longestCell = 32_767;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

async function* once(text: string): AsyncGenerator<string> {
  yield head + text;
}

/** What a program counted is a number; every text is typed as text, so that nothing in it can run as a formula. */
function cellXml(cell: string | number, place: string): string {
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  return cell === ''
    ? ''
    : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.slice(0, longestCell))}</t></is></c>`;
}

async function* sheetXml({ rows, margin, isRightToLeft }: Sheet): AsyncGenerator<string> {
  const views = isRightToLeft ? '<sheetViews><sheetView rightToLeft="1" workbookViewId="0"/></sheetViews>' : '';
  yield `${head}<worksheet xmlns="${main}">${views}<sheetData>`;
  let number = 0;
  for await (const row of rows) {
    number++;
    const cells = row.map((cell, i) => cellXml(cell, `${columnName(i)}${number}`));
    yield `<row r="${number}">${cells.join('')}</row>`;
  }
  // An ampersand would begin a code of Excel's.
  const text = margin && escapeXml(margin.replaceAll('&', '&&').slice(0, 250));
  yield `</sheetData>${text ? `<headerFooter><oddHeader>&amp;C${text}</oddHeader><oddFooter>&amp;C${text}</oddFooter></headerFooter>` : ''}</worksheet>`;
}

function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** Excel takes 31 letters and none that addresses are written with. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

/** An Excel workbook as a stream of bytes; of a sheet, one row is in memory at a time. */
export function writeXlsx(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const entries: ZipEntry[] = [
    {
      name: '[Content_Types].xml',
      content: once(
        `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets
          .map(
            (_, i) =>
              `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
          )
          .join('')}</Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      content: once(
        `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      content: once(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
          .map((sheet, i) => `<sheet name="${escapeXml(sheetName(sheet.name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
          .join('')}</sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: once(
        `<Relationships xmlns="${packages}/relationships">${sheets
          .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
          .join('')}</Relationships>`,
      ),
    },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(sheet) })),
  ];
  return writeZip(entries);
}
