import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentSecurityPolicy } from './style.ts';

type Encoding = 'br' | 'gzip' | 'identity';
interface Rendered {
  status: 200 | 400 | 404 | 503;
  html: string;
  /** In milliseconds since 1970: when the page stops being true although nothing changed. */
  until: number;
}
interface Kept {
  status: number;
  until: number;
  tag: string;
  bodies: Record<Encoding, Uint8Array<ArrayBuffer>>;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const most = 600;

const encodingFor = (accepted: string | undefined): Encoding =>
  accepted?.includes('br') ? 'br' : accepted?.includes('gzip') ? 'gzip' : 'identity';

async function keep({ status, html, until }: Rendered): Promise<Kept> {
  const plain = Buffer.from(html);
  const [br, gz] = await Promise.all([
    brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
    zip(plain, { level: 7 }),
  ]);
  return {
    status,
    until,
    tag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    bodies: { br: new Uint8Array(br), gzip: new Uint8Array(gz), identity: new Uint8Array(plain) },
  };
}

function answer(
  { status, tag, bodies }: Kept,
  guards: Record<string, string>,
  accepted: string | undefined,
  known: string | undefined,
): Response {
  const encoding = encodingFor(accepted);
  const etag = `"${tag}-${encoding}"`;
  const headers: Record<string, string> = {
    ...guards,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    'cache-control': 'no-cache',
    vary: 'Accept-Encoding',
    etag,
    'x-content-type-options': 'nosniff',
    // A form sent from a page without any referrer would seem to come from nowhere.
    'referrer-policy': 'same-origin',
  };
  if (status === 200 && known?.includes(etag)) return new Response(null, { status: 304, headers });
  if (status === 503) headers['retry-after'] = '10';
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  headers['content-length'] = String(bodies[encoding].byteLength);
  return new Response(bodies[encoding], { status, headers });
}

/** Rendered pages, compressed once and kept until what they tell changes or what they say of now is over; the least recently asked for leave first. */
export function pageCache(guards: Record<string, string> = {}) {
  const pages = new Map<string, Kept>();
  let current: number | string | undefined;
  return async (
    address: string,
    version: number | string,
    request: { encoding: string | undefined; known: string | undefined },
    render: () => Promise<Rendered>,
  ): Promise<Response> => {
    if (version !== current) {
      pages.clear();
      current = version;
    }
    let page = pages.get(address);
    if (page) pages.delete(address);
    if (page && page.until > Date.now()) {
      pages.set(address, page);
    } else {
      page = await keep(await render());
      // Errors are not kept: there is no end of wrong addresses. Nor are pages of what changed meanwhile.
      if (page.status === 200 && version === current && address.length < 600) {
        pages.set(address, page);
        const oldest = pages.keys().next().value;
        if (pages.size > most && oldest !== undefined) pages.delete(oldest);
      }
    }
    return answer(page, guards, request.encoding, request.known);
  };
}
