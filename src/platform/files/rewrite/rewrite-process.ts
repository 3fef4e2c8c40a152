// Writes one file anew and ends: the original on standard input, what came of it on standard output behind a line that says what it is.
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { sniff } from '../sniff.ts';
import { Refused, type Rewritten } from './refused.ts';

async function rewrite(original: Uint8Array): Promise<Rewritten> {
  const kind = sniff(original);
  if (!kind) throw new Refused('file_wrong_kind');
  if (kind === 'heic') throw new Refused('image_heic');
  // Each brings a library of its own, and only one is wanted.
  if (kind === 'pdf') return (await import('./rewrite-pdf.ts')).rewritePdf(original);
  if (kind === 'wav') return (await import('./rewrite-wav.ts')).rewriteWav(original);
  return (await import('./rewrite-image.ts')).rewriteImage(original);
}

const guard = new Worker(new URL('./memory-guard.ts', import.meta.url), { workerData: { mostMemory: Number(process.argv[2]) } });
guard.unref();
const original = await buffer(process.stdin);
try {
  const { type, bytes } = await rewrite(original);
  process.stdout.write(`${JSON.stringify({ type })}\n`);
  process.stdout.write(bytes);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stdout.write(`${JSON.stringify({ refused: error.code })}\n`);
}
