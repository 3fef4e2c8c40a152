import { parentPort } from 'node:worker_threads';
import type { Asked } from './render-apart.ts';
import { packDocx } from './paper-docx.ts';
import { renderPdf } from './render-pdf.ts';

const make = (asked: Asked): Promise<Uint8Array> => ('paper' in asked ? packDocx(asked.paper) : renderPdf(asked.template, asked.data));

parentPort?.on('message', async (asked: Asked) => {
  try {
    parentPort?.postMessage({ file: new Uint8Array(await make(asked)) });
  } catch (error) {
    parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
});
