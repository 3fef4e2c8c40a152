/** An answer the server gave on purpose (RFC 9457); `code` is also the translation key `error.<code>`. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

let organization: string | undefined;
/** The organisation the user acts for; sent with every request. */
export function actFor(organizationId: string | undefined): void {
  organization = organizationId;
}

interface Sent {
  method?: 'GET' | 'POST';
  body?: unknown;
  organizationId?: string;
  /** In which language names should come. */
  language?: string;
  signal?: AbortSignal;
}

/** Asks the server. Throws `Problem` for an answer that is not 2xx, and what `fetch` throws when the network is away. */
export async function ask<T>(
  path: string,
  { method = 'GET', body, organizationId = organization, language, signal }: Sent = {},
): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (language) headers['accept-language'] = language;
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (organizationId) headers['x-istiqbal-organization'] = organizationId;
  const response = await fetch(path, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    credentials: 'same-origin',
    signal: signal ?? null,
  });
  if (!response.ok) throw new Problem(response.status, await codeOf(response));
  const text = await response.text();
  // The caller names the shape; both sides are written from the same contract files.
  return (text ? JSON.parse(text) : undefined) as T;
}

async function codeOf(response: Response): Promise<string> {
  const fallback = `http_${response.status}`;
  try {
    const body: unknown = await response.json();
    const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
    return typeof code === 'string' ? code.toLowerCase() : fallback;
  } catch {
    // A proxy may answer with a page instead of JSON: the status is then all there is.
    return fallback;
  }
}

export const isSignedOut = (error: unknown): boolean => error instanceof Problem && error.status === 401;
export const isOffline = (error: unknown): boolean => !(error instanceof Problem);
