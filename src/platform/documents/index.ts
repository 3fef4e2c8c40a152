export { directionOf, printable } from './printable.ts';
export { renderPdf } from './render-pdf.ts';
