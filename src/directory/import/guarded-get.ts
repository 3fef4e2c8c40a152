import http, { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import { type Allows, guardedLookup, isForbiddenLiteral, NotPublic } from '../care/guarded-lookup.ts';

export interface Reach {
  allows: Allows;
  /** A host that may be anywhere. */
  trusts?: string;
}
export class TooManyRedirects extends Error {}
const mostRedirects = 5;

function ask(url: URL, allows: Allows, headers: OutgoingHttpHeaders, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    if (isForbiddenLiteral(url, allows)) return reject(new NotPublic(url.hostname));
    (url.protocol === 'https:' ? https : http)
      .get(url, { agent: false, lookup: guardedLookup(allows) as never, signal, headers }, resolve)
      .on('error', reject);
  });
}

/** Opens an answer, following where it leads, never where `reach` does not. Its body is the caller's to read and to destroy. */
export async function openAnswer(first: URL, reach: Reach, headers: OutgoingHttpHeaders, signal: AbortSignal): Promise<IncomingMessage> {
  let url = first;
  for (let step = 0; step <= mostRedirects; step++) {
    const answer = await ask(url, url.host === reach.trusts ? () => true : reach.allows, headers, signal);
    const { location } = answer.headers;
    if (![301, 302, 303, 307, 308].includes(answer.statusCode ?? 0) || location === undefined || !URL.canParse(location, url))
      return answer;
    answer.destroy();
    url = new URL(location, url);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') break;
  }
  throw new TooManyRedirects();
}
