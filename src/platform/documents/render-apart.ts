import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Paper } from './paper.ts';

/** Too many long documents are being made already; whoever asks may try again in a moment. */
export class TooBusy extends Error {}

const mostWaiting = 6;
/** In milliseconds. A document that takes longer is given up, its thread with it. */
const longest = 60_000;
/** In milliseconds. The thread holds fonts and a cache, which are worth their memory only while documents are asked for. */
const longestIdle = 30_000;

let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

function letGo(): void {
  worker?.terminate();
  worker = undefined;
}

/** A PDF by its template, or a paper as a document to go on writing in. */
export type Asked = { template: string; data: object } | { paper: Paper };
type Answer = { file: Uint8Array<ArrayBuffer> } | { failure: string };

/** What the thread answers; throws when it breaks or takes too long. */
async function answerOf(thread: Worker): Promise<Answer> {
  const over = new AbortController();
  const late = setTimeout(() => over.abort(new Error('the document took too long')), longest);
  const ended = (): void => over.abort(new Error('the thread ended'));
  thread.once('exit', ended);
  try {
    const [answer] = (await once(thread, 'message', { signal: over.signal })) as [Answer];
    return answer;
  } catch (error) {
    letGo();
    throw over.signal.aborted ? over.signal.reason : error;
  } finally {
    clearTimeout(late);
    thread.off('exit', ended);
  }
}

async function render(asked: Asked): Promise<Uint8Array<ArrayBuffer>> {
  clearTimeout(idle);
  worker ??= new Worker(new URL('./render-worker.ts', import.meta.url));
  worker.ref();
  const answer = answerOf(worker);
  worker.postMessage(asked);
  try {
    const given = await answer;
    if ('failure' in given) throw new Error(given.failure);
    return given.file;
  } finally {
    idle = setTimeout(letGo, longestIdle);
    idle.unref();
    worker?.unref();
  }
}

/** Made in a thread of its own, one at a time, so that no other answer waits for it. Throws `TooBusy`. */
export async function renderApart(asked: Asked): Promise<Uint8Array<ArrayBuffer>> {
  if (waiting >= mostWaiting) throw new TooBusy('too many documents at once');
  waiting++;
  const mine = last.then(
    () => render(asked),
    () => render(asked),
  );
  last = mine;
  try {
    return await mine;
  } finally {
    waiting--;
  }
}

/** Like `renderPdf`, for documents of many pages. Throws `TooBusy`. */
export const renderPdfApart = (template: string, data: object): Promise<Uint8Array<ArrayBuffer>> => renderApart({ template, data });
