import { parentPort } from 'node:worker_threads';
import { renderPdf } from './render-pdf.ts';

parentPort?.on('message', async ({ template, data }: { template: string; data: object }) => {
  try {
    parentPort?.postMessage({ pdf: new Uint8Array(await renderPdf(template, data)) });
  } catch (error) {
    parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
});
