import { Worker } from 'node:worker_threads';
import type { Grid, GridLimits, GridProblem } from './read-grid.ts';

/** In MB: a file that needs more is not read, and nobody else's work ends with it. */
const mostMemory = 1000;

/** Reads a table in a thread of its own: it may be large, or made to do harm, and the desks are served meanwhile. */
export function readGridApart(bytes: Uint8Array, format: 'csv' | 'xlsx', limits: GridLimits): Promise<Grid | GridProblem> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./read-grid-thread.ts', import.meta.url), {
      workerData: { bytes, format, limits },
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    thread.once('message', resolve);
    thread.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve('too_large') : reject(error),
    );
    thread.once('exit', () => reject(new Error('a table was not read to its end')));
  });
}
