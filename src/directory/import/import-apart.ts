import { Worker } from 'node:worker_threads';
import type { ImportReason } from './lists.ts';
import type { ImportReport } from './report.ts';
import type { SentFile } from './sent-file.ts';

/** In MB: a file that needs more is not read, and nobody else's work ends with it. */
const mostMemory = 1500;

type Answer = { report: ImportReport } | { reason: ImportReason; stack?: string };

/**
 * Imports a file in a thread of its own: it may be large, or made to do harm, and the desks are served meanwhile.
 * Returns the report, or why there is none; throws what was not foreseen.
 */
export function importApart(adminUrl: string, file: SentFile, signal?: AbortSignal): Promise<ImportReport | ImportReason> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./import-thread.ts', import.meta.url), {
      workerData: { adminUrl, file },
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    const stop = (): void => void thread.terminate();
    signal?.addEventListener('abort', stop);
    thread.once('message', (answer: Answer) => {
      if ('report' in answer) resolve(answer.report);
      else if (answer.reason !== 'unexpected') resolve(answer.reason);
      else reject(Object.assign(new Error('an import failed'), answer.stack ? { stack: answer.stack } : {}));
    });
    thread.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve('too_large') : reject(error),
    );
    thread.once('exit', () => {
      signal?.removeEventListener('abort', stop);
      resolve('interrupted');
    });
  });
}
