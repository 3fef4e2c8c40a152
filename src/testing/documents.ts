/** A PDF of these objects, numbered from 1, the first its catalogue. Correct down to its table, so that no reader has to mend it. */
export function buildPdf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n';
  const offsets: number[] = [];
  for (const [i, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = text.length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
export const stream = (dictionary: string, bytes: string | Buffer): string => {
  const text = bytes.toString('latin1');
  return `<< ${dictionary} /Length ${text.length} >>\nstream\n${text}\nendstream`;
};

/** Pages that say "Bonjour". `page` and `catalogue` add entries to the dictionaries; `more` adds objects, from number 6 on. */
export function buildPages(
  { pages = 1, page = '', catalogue = '', trailer = '' }: { pages?: number; page?: string; catalogue?: string; trailer?: string } = {},
  ...more: string[]
): Buffer {
  const last = 5 + more.length;
  const numbers = [3, ...Array.from({ length: pages - 1 }, (_, i) => last + 1 + i)];
  const one = `<< /Type /Page /Parent 2 0 R /Contents 4 0 R ${page} >>`;
  return buildPdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
      `<< /Type /Pages /Kids [${numbers.map((n) => `${n} 0 R`).join(' ')}] /Count ${pages} /MediaBox [0 0 200 200] /Resources << /Font << /A 5 0 R >> >> >>`,
      one,
      stream('', 'BT /A 24 Tf 20 100 Td (Bonjour) Tj ET'),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...more,
      ...Array.from({ length: pages - 1 }, () => one),
    ],
    trailer,
  );
}
