import { StartupError } from '../../platform/config.ts';

export interface FetchLimits {
  /** Requests in all. */
  requests: number;
  bytes: number;
  answerBytes: number;
  /** Milliseconds for one answer, and for all of them. */
  answer: number;
  total: number;
}
export const usualLimits: FetchLimits = {
  requests: 50_000,
  bytes: 1_000_000_000,
  answerBytes: 50_000_000,
  answer: 30_000,
  total: 3_600_000,
};

export class ApiError extends StartupError {}

export type Json = Record<string, unknown>;
export interface Api {
  /** The JSON at a path below the API's address; undefined where there is nothing (404). */
  get(path: string, query?: Record<string, string>): Promise<unknown>;
}

async function readBounded(response: Response, most: number, tooMuch: () => ApiError): Promise<Uint8Array> {
  if (Number(response.headers.get('content-length') ?? 0) > most) throw tooMuch();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) throw tooMuch();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Opens an HSDS API by its address. Throws `ApiError` saying what the API did that cannot be read. */
export function openApi(address: string, limits: FetchLimits = usualLimits): Api {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new ApiError(`${address.slice(0, 80)} is not the address of an API. Give one that begins with https:// or http://.`);
  const base = new URL(address);
  base.search = '';
  base.hash = '';
  const stub = base.toString().replace(/\/+$/, '');
  const end = Date.now() + limits.total;
  let requests = 0;
  let bytes = 0;
  return {
    async get(path, query = {}) {
      const url = `${stub}${path}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''}`;
      if (++requests > limits.requests)
        throw new ApiError(`The API needs more than ${limits.requests} requests. Ask its owner for a data package (zip) and import that.`);
      const left = end - Date.now();
      const slow = (): ApiError =>
        new ApiError(
          `${url} did not answer within ${Math.round(Math.min(limits.answer, limits.total) / 1000)} s. Try again later, or ask its owner for a data package (zip).`,
        );
      if (left <= 0)
        throw new ApiError(
          `The API takes longer than ${Math.round(limits.total / 60_000)} minutes in all. Ask its owner for a data package (zip).`,
        );
      let content: Uint8Array;
      try {
        const response = await fetch(url, {
          headers: { accept: 'application/json' },
          signal: AbortSignal.timeout(Math.min(limits.answer, left)),
        });
        if (response.status === 404) {
          await response.body?.cancel();
          return undefined;
        }
        if (!response.ok) throw new ApiError(`${url} answered ${response.status}. Check the address, or try again later.`);
        content = await readBounded(
          response,
          Math.min(limits.answerBytes, limits.bytes - bytes),
          () => new ApiError(`${url} answers with more than can be read at once. Ask its owner for a data package (zip).`),
        );
      } catch (error) {
        if (error instanceof ApiError) throw error;
        if (error instanceof DOMException && error.name === 'TimeoutError') throw slow();
        if (error instanceof TypeError)
          throw new ApiError(`${url} cannot be reached, or sends from address to address. Check it in a browser.`);
        throw error;
      }
      bytes += content.length;
      try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
      } catch {
        throw new ApiError(`${url} does not answer with JSON. Give the address under which the API has /services.`);
      }
    },
  };
}
