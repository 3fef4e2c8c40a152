import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Line, ServiceWords } from '../../directory/index.ts';
import { printable, qrSvg, renderPdfApart } from '../../platform/documents/index.ts';
import { direction } from '../../platform/i18n/index.ts';

export interface Booklet {
  language: string;
  title: string;
  /** At the foot of each page. */
  short: string;
  /** Heading of the contents. */
  contents: string;
  /** Beside each QR code. */
  scan: string;
  /** Absent for a single service. */
  cover:
    | {
        region: string;
        /** What was chosen: commune, need, public. */
        lines: string[];
        emergency: string;
        dated: string;
        address: string;
      }
    | undefined;
  needs: { name: string; services: string[] }[];
  services: ServiceWords[];
  addressOf(id: string): string;
}

const template = readFileSync(join(import.meta.dirname, 'booklet.typ'), 'utf8');

/** Our own isolates around a number or an address stay; whatever else would turn a line goes. */
function clean(text: string): string {
  const parts = text.split(/\u2066([^\u2066\u2069]*)\u2069/u);
  return parts
    .map((part, i) => {
      if (i % 2 === 1) return `\u2066${printable(part)}\u2069`;
      // Trimmed at the ends of the line only: between a word and a number the space matters.
      return printable(`|${part}|`).slice(1, -1);
    })
    .join('')
    .trim();
}

const printLine = (line: Line) => ({
  text: clean(line.text),
  language: line.language,
  dir: direction(line.language),
  tick: line.tick ?? false,
});

/** Typesets a guide, or one service of it, as a PDF of A5 pages. Throws `TooBusy`. */
export function typesetBooklet(booklet: Booklet): Promise<Uint8Array<ArrayBuffer>> {
  const names = new Map(booklet.services.map((service) => [service.id, printLine(service.name)]));
  return renderPdfApart(template, {
    language: booklet.language,
    dir: direction(booklet.language),
    title: printable(booklet.title),
    short: printable(booklet.short),
    contents: booklet.contents,
    scan: booklet.scan,
    cover: booklet.cover ? { ...booklet.cover, lines: booklet.cover.lines.map(printable), qr: qrSvg(booklet.cover.address) } : null,
    needs: booklet.needs.map(({ name, services }) => ({ name, services: services.map((id) => ({ id, name: names.get(id) })) })),
    services: booklet.services.map((service) => ({
      id: service.id,
      name: printLine(service.name),
      organization: printLine(service.organization),
      description: service.description ? printLine(service.description) : null,
      warnings: service.warnings.map(printLine),
      facts: service.facts.map(({ title, lines }) => ({ title, lines: lines.map(printLine) })),
      qr: qrSvg(booklet.addressOf(service.id)),
      address: booklet.addressOf(service.id),
    })),
  });
}
