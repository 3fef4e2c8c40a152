import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RewriteRefusal } from '../lists.ts';
import { Refused, type Rewritten } from './refused.ts';

/** Files are being written anew already, as many as fit; whoever sends one may try again in a moment. */
export class TooBusy extends Error {}

const atOnce = 2;
const mostWaiting = 12;
/** In milliseconds, and in bytes of the whole process: a photograph of 60 megapixels takes a third of either. */
export const usualLimits = { longest: 20_000, mostMemory: 1_000_000_000 };
const program = fileURLToPath(new URL('./rewrite-process.ts', import.meta.url));

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new TooBusy('too many files at once');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    // The place goes on to the next, or is free.
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** What the process printed, and whether it had to be ended. */
function run(original: Uint8Array, { longest, mostMemory }: typeof usualLimits): Promise<{ printed: Buffer; ended: boolean }> {
  return new Promise((resolve, reject) => {
    // Without our environment: nothing a file could make it do there reaches a password.
    const child = spawn(process.execPath, ['--max-old-space-size=512', program, String(mostMemory)], {
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const late = setTimeout(() => child.kill('SIGKILL'), longest);
    const printed: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => printed.push(piece));
    child.once('error', reject);
    child.once('close', (_code, signal) => {
      clearTimeout(late);
      resolve({ printed: Buffer.concat(printed), ended: signal !== null });
    });
    // It may end before it has read everything; what it printed says why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(original);
  });
}

/**
 * Writes a file anew in a process of its own, which lives for this file alone and ends when it takes too long or too much memory:
 * a decoder that is led astray has no other file, no password and no desk within reach. Throws `Refused`, and `TooBusy`.
 */
export async function rewriteApart(original: Uint8Array, limits = usualLimits): Promise<Rewritten> {
  const { printed, ended } = await inTurn(() => run(original, limits));
  const line = printed.indexOf('\n');
  // It came to no end: a decoder fell over what it was given, or it was more than it seemed.
  if (ended || line < 0) throw new Refused(ended ? 'file_too_complex' : 'file_broken');
  const head = JSON.parse(printed.subarray(0, line).toString()) as { type: Rewritten['type'] } | { refused: RewriteRefusal };
  if ('refused' in head) throw new Refused(head.refused);
  return { type: head.type, bytes: printed.subarray(line + 1) };
}
