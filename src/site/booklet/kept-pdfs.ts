import { createHash } from 'node:crypto';
import { TooBusy } from '../../platform/documents/index.ts';
import type { Page } from '../show.ts';
import type { Made } from './show-booklet.tsx';

interface Kept {
  pdf: Uint8Array<ArrayBuffer>;
  name: string;
  tag: string;
}

/** Different documents made at the same time. */
const mostAtOnce = 4;
/** In bytes: a few guides and many single services. */
const most = 24_000_000;

/** Documents kept until the directory or the day changes; one asked for twice at once is made once. */
export function keptPdfs(guards: Record<string, string>) {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Made>>();
  let current = '';
  let bytes = 0;

  function forget(key: string): void {
    bytes -= kept.get(key)?.pdf.byteLength ?? 0;
    kept.delete(key);
  }
  function answer({ pdf, name, tag }: Kept, known: string | undefined): Response {
    const headers = {
      ...guards,
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}.pdf"`,
      'cache-control': 'no-cache',
      etag: `"${tag}"`,
    };
    if (known?.includes(tag)) return new Response(null, { status: 304, headers });
    return new Response(pdf, { headers: { ...headers, 'content-length': String(pdf.byteLength) } });
  }

  /** The document, or the page that says why there is none; undefined when too many are being made. */
  return async (
    key: string,
    version: number,
    known: string | undefined,
    make: () => Promise<Made>,
  ): Promise<Response | Page | undefined> => {
    const today = `${version} ${new Date().toISOString().slice(0, 10)}`;
    if (today !== current) {
      for (const old of [...kept.keys()]) forget(old);
      current = today;
    }
    const found = kept.get(key);
    if (found) {
      kept.delete(key);
      kept.set(key, found);
      return answer(found, known);
    }
    if (underWay.size >= mostAtOnce && !underWay.has(key)) return undefined;
    const making = underWay.get(key) ?? make().finally(() => underWay.delete(key));
    underWay.set(key, making);
    try {
      const made = await making;
      if (!('pdf' in made)) return made;
      const fresh = { ...made, tag: createHash('sha256').update(made.pdf).digest('base64url').slice(0, 22) };
      if (today === current && key.length < 600 && !kept.has(key)) {
        kept.set(key, fresh);
        bytes += fresh.pdf.byteLength;
        for (const oldest of kept.keys()) if (bytes > most) forget(oldest);
      }
      return answer(fresh, known);
    } catch (error) {
      if (error instanceof TooBusy) return undefined;
      throw error;
    }
  };
}
