import type { IncomingMessage } from 'node:http';
import { type Allows, NotPublic } from '../care/guarded-lookup.ts';
import { isPublicAddress } from '../care/public-address.ts';
import { openAnswer, type Reach, TooManyRedirects } from './guarded-get.ts';
import { ImportRefused } from './import-refused.ts';

export interface FetchLimits {
  /** Requests in all. */
  requests: number;
  bytes: number;
  answerBytes: number;
  /** Milliseconds for one answer, and for all of them. */
  answer: number;
  total: number;
}
const usualLimits: FetchLimits = {
  requests: 50_000,
  bytes: 1_000_000_000,
  answerBytes: 50_000_000,
  answer: 30_000,
  total: 3_600_000,
};

export class ApiError extends ImportRefused {}

export type Json = Record<string, unknown>;
export interface Api {
  /** The JSON at a path below the API's address; undefined where there is nothing (404). */
  get(path: string, query?: Record<string, string>): Promise<unknown>;
}

async function readBounded(answer: IncomingMessage, most: number, tooMuch: () => ApiError): Promise<Uint8Array> {
  if (Number(answer.headers['content-length'] ?? 0) > most) throw tooMuch();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most) throw tooMuch();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export interface ApiOptions {
  limits?: Partial<FetchLimits> | undefined;
  /** In which the texts are asked for. */
  language?: string | undefined;
  /** Which IP addresses may be reached; without it, the given host is trusted and redirects stay in the public Internet. */
  allows?: Allows | undefined;
  /** Ends the reading early. */
  signal?: AbortSignal | undefined;
}

/** Opens an HSDS API by its address. Throws `ApiError` saying what the API did that cannot be read. */
export function openApi(address: string, options: ApiOptions = {}): Api {
  const limits = { ...usualLimits, ...options.limits };
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new ApiError(
      'not_an_address',
      `${address.slice(0, 80)} is not the address of an API. Give one that begins with https:// or http://.`,
    );
  const base = new URL(address);
  base.search = '';
  base.hash = '';
  const stub = base.toString().replace(/\/+$/, '');
  const reach: Reach = options.allows ? { allows: options.allows } : { allows: isPublicAddress, trusts: base.host };
  const headers = {
    accept: 'application/json',
    'user-agent': 'Istiqbal (HSDS import)',
    ...(options.language ? { 'accept-language': options.language } : {}),
  };
  const end = Date.now() + limits.total;
  let requests = 0;
  let bytes = 0;

  async function read(url: string, left: number): Promise<Uint8Array | undefined> {
    const timeout = AbortSignal.timeout(Math.min(limits.answer, left));
    const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
    let answer: IncomingMessage | undefined;
    try {
      answer = await openAnswer(new URL(url), reach, headers, signal);
      const status = answer.statusCode ?? 0;
      if (status === 404) return undefined;
      if (status < 200 || status > 299)
        throw new ApiError('error_answer', `${url} answered ${status}. Check the address, or try again later.`);
      return await readBounded(
        answer,
        Math.min(limits.answerBytes, limits.bytes - bytes),
        () => new ApiError('too_large', `${url} answers with more than can be read at once. Ask its owner for a data package (zip).`),
      );
    } catch (error) {
      if (error instanceof ApiError) throw error;
      options.signal?.throwIfAborted();
      if (timeout.aborted)
        throw new ApiError(
          'too_slow',
          `${url} did not answer within ${Math.round(Math.min(limits.answer, limits.total) / 1000)} s. Try again later, or ask its owner for a data package (zip).`,
        );
      if (error instanceof NotPublic)
        throw new ApiError('not_public', `${url} leads into a network that is not public. Give an address that everyone can reach.`);
      if (error instanceof TooManyRedirects)
        throw new ApiError('too_many_redirects', `${url} sends from address to address. Check it in a browser.`);
      throw new ApiError('no_answer', `${url} cannot be reached. Check it in a browser.`);
    } finally {
      answer?.destroy();
    }
  }

  return {
    async get(path, query = {}) {
      const url = `${stub}${path}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''}`;
      if (++requests > limits.requests)
        throw new ApiError(
          'too_many_requests',
          `The API needs more than ${limits.requests} requests. Ask its owner for a data package (zip) and import that.`,
        );
      const left = end - Date.now();
      if (left <= 0)
        throw new ApiError(
          'too_slow',
          `The API takes longer than ${Math.round(limits.total / 60_000)} minutes in all. Ask its owner for a data package (zip).`,
        );
      const content = await read(url, left);
      if (content === undefined) return undefined;
      bytes += content.length;
      try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
      } catch {
        throw new ApiError('not_json', `${url} does not answer with JSON. Give the address under which the API has /services.`);
      }
    },
  };
}
