import http from 'node:http';
import https from 'node:https';
import { type Allows, guardedLookup, isForbiddenLiteral, NotPublic } from './guarded-lookup.ts';
import type { LinkState } from './lists.ts';
import { isPublicAddress } from './public-address.ts';

export interface Looked {
  state: LinkState;
  /** Where it leads now, when it moved for good or to another address. */
  movedTo: string | null;
}
export interface LookOptions {
  timeout: number;
  allows: Allows;
}
const defaults: LookOptions = { timeout: 15_000, allows: isPublicAddress };
const mostRedirects = 5;

interface Answer {
  status: number;
  location: string | undefined;
}
/** One request; its body is not read. */
function ask(url: URL, method: 'HEAD' | 'GET', { timeout, allows }: LookOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (isForbiddenLiteral(url, allows)) return reject(new NotPublic(url.hostname));
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method,
        agent: false,
        lookup: guardedLookup(allows) as never,
        signal: AbortSignal.timeout(timeout),
        headers: { 'user-agent': 'Mozilla/5.0 (compatible; IstiqbalLinkCheck/1.0)', accept: 'text/html,*/*;q=0.8' },
      },
      (answer) => {
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
        answer.destroy();
      },
    );
    request.on('error', reject);
    request.end();
  });
}

function failure(error: unknown): LinkState {
  if (error instanceof NotPublic) return 'not_public';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ENOTFOUND|EAI_)/.test(code)) return 'unknown_host';
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|^ERR_TLS|^ERR_SSL|EPROTO/.test(code)) return 'bad_certificate';
  return 'no_answer';
}
function stateOf(status: number): LinkState {
  if (status >= 200 && status < 400) return 'ok';
  if (status === 404) return 'not_found';
  if (status === 410) return 'gone';
  // Many servers refuse programs and serve people: not dead.
  if (status === 401 || status === 403 || status === 405 || status === 429 || status === 451) return 'forbidden';
  return status >= 500 ? 'server_error' : 'not_found';
}

/** Looks whether an address still answers, following where it leads, never into a network that is not public. */
export async function lookAtLink(address: string, given: Partial<LookOptions> = {}): Promise<Looked> {
  const options = { ...defaults, ...given };
  const only = (state: LinkState): Looked => ({ state, movedTo: null });
  if (!URL.canParse(address)) return only('not_web');
  let url = new URL(address);
  const first = url;
  // Moved for good as long as each step says so.
  let forGood = true;
  try {
    for (let step = 0; step <= mostRedirects; step++) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return only('not_web');
      let answer = await ask(url, 'HEAD', options);
      if (answer.status >= 400) answer = await ask(url, 'GET', options);
      if (answer.status >= 300 && answer.status < 400 && answer.location !== undefined && URL.canParse(answer.location, url)) {
        forGood &&= answer.status === 301 || answer.status === 308;
        url = new URL(answer.location, url);
        continue;
      }
      const state = stateOf(answer.status);
      if (state !== 'ok' || url.href === first.href || !forGood) return only(state);
      const secured = first.protocol === 'http:' && url.protocol === 'https:' && first.host === url.host && first.pathname === url.pathname;
      return { state: secured ? 'moved_to_https' : 'moved', movedTo: url.href };
    }
    return only('too_many_redirects');
  } catch (error) {
    return only(failure(error));
  }
}
