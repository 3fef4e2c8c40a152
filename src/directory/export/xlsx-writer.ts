import { escapeXml, xmlHead as head } from './xml.ts';
import { writeZip, type ZipEntry } from './zip-writer.ts';

/** A cell that is more than its value: a sum that goes on being one, a heading, an amount. `value` is what a formula gave when it was written. */
export interface LookedAt {
  value: string | number;
  /** As Excel writes it, without its equals sign; never of what somebody typed. */
  formula?: string;
  look?: 'head' | 'amount' | 'total';
}
export type Cell = string | number | LookedAt;

export interface Sheet {
  name: string;
  /** Printed at the head and at the foot of each page, at most 255 signs. */
  margin?: string;
  isRightToLeft?: boolean;
  /** Of its columns, in letters. */
  widths?: readonly number[];
  /** So many rows and columns stay in sight. */
  still?: { rows: number; columns: number };
  rows: AsyncIterable<readonly Cell[]>;
}

const longestCell = 32_767;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

async function* once(text: string): AsyncGenerator<string> {
  yield head + text;
}

const looks = ['head', 'amount', 'total'] as const;
/** The looks of cells by their place in the list, after the plain one. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="4" applyNumberFormat="1"/><xf fontId="1" numFmtId="4" applyFont="1" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** What a program counted is a number; every text is typed as text, so that nothing in it can run as a formula. */
function cellXml(cell: Cell, place: string): string {
  const { value, formula, look } = typeof cell === 'object' ? cell : { value: cell };
  const style = look ? ` s="${looks.indexOf(look) + 1}"` : '';
  if (typeof value === 'number') return `<c r="${place}"${style}>${formula ? `<f>${escapeXml(formula)}</f>` : ''}<v>${value}</v></c>`;
  return value === ''
    ? ''
    : `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, longestCell))}</t></is></c>`;
}

function viewXml({ isRightToLeft, still, widths }: Sheet): string {
  const frozen = still
    ? `<pane xSplit="${still.columns}" ySplit="${still.rows}" topLeftCell="${columnName(still.columns)}${still.rows + 1}" activePane="bottomRight" state="frozen"/>`
    : '';
  const view =
    isRightToLeft || still
      ? `<sheetViews><sheetView${isRightToLeft ? ' rightToLeft="1"' : ''} workbookViewId="0">${frozen}</sheetView></sheetViews>`
      : '';
  const columns = widths?.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  return view + (columns ? `<cols>${columns}</cols>` : '');
}

async function* sheetXml(sheet: Sheet): AsyncGenerator<string> {
  const { rows, margin } = sheet;
  yield `${head}<worksheet xmlns="${main}">${viewXml(sheet)}<sheetData>`;
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

/** The letters of a column by its place, from 0. */
export function columnName(index: number): string {
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
        `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets
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
          .join('')}<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
      ),
    },
    { name: 'xl/styles.xml', content: once(styles) },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(sheet) })),
  ];
  return writeZip(entries);
}
