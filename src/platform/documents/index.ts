export { directionOf, keepNumbers, printable, printed } from './printable.ts';
export { pictureSvg } from './picture.ts';
export { qrSvg } from './qr.ts';
export { renderPdfApart, TooBusy } from './render-apart.ts';
export { renderPdf } from './render-pdf.ts';
export type { Block, Paper } from './paper.ts';
export { paperDocx, paperPdf } from './write-paper.ts';
