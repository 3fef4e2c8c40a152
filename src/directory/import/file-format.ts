import { utf16Of } from './decode.ts';
import type { FileFormat } from './lists.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
/** How other files begin: documents, pictures, older workbooks, other archives. */
const others = ['%PDF', '\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', '\u00d0\u00cf\u0011\u00e0', 'Rar!', '7z\u00bc\u00af', '\u001f\u008b'];
/** What no text holds. */
const isBinary = (bytes: Uint8Array): boolean => bytes.some((byte) => byte < 9 || (byte > 13 && byte < 27));

/** What a file is by its first bytes and its last, whatever its name says; undefined when it is nothing that is imported. */
export function formatOf(head: Uint8Array, tail: Uint8Array): FileFormat | undefined {
  if (text(head.subarray(0, 4)) === 'PK\u0003\u0004') return text(tail).includes('xl/workbook.xml') ? 'xlsx' : 'zip';
  const wide = utf16Of(head);
  if (others.some((sign) => text(head.subarray(0, 8)).startsWith(sign)) || (!wide && isBinary(head))) return undefined;
  const begins = new TextDecoder(wide ?? 'utf-8').decode(head).trimStart()[0];
  if (begins === '{' || begins === '[') return 'json';
  return begins === '<' ? undefined : 'csv';
}
