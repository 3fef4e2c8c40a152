import type { Context, MiddlewareHandler, Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Config } from '../config.ts';
import { problem } from './problem.ts';

export const largestBody = 1024 * 1024;

/** No inline script anywhere. A page that needs more (the hash of its inline style) sets its own header, and keeps it. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  // Small icons travel inside the style sheet.
  "img-src 'self' data:",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** A page reaches no device; the workspace alone may ask for the camera, which reads the code on a slip. */
export const permissionsPolicy = (camera: '()' | '(self)'): string => `camera=${camera}, geolocation=(), microphone=(), payment=(), usb=()`;

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': permissionsPolicy('()'),
  'cross-origin-opener-policy': 'same-origin',
};
const oneYear = 'max-age=31536000; includeSubDomains';

type Address = Pick<Config, 'publicUrl'>;

export const isSecure = ({ publicUrl }: Address): boolean => publicUrl?.startsWith('https:') ?? false;

/** The headers every answer carries, for a page that must set its own because touching a finished answer is dear. */
export const guardHeaders = (config: Address): Record<string, string> => ({
  ...headers,
  ...(isSecure(config) ? { 'strict-transport-security': oneYear } : {}),
});

/** The origin people reach us at: the configured one, or else the one this request was made to. */
export const ownOrigin = ({ publicUrl }: Address, request: Request): string => new URL(publicUrl ?? request.url).origin;

/** Whether a browser says another site made this request. Programs send neither header, nor anybody's cookie by accident. */
function isForeign(config: Address, request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  const origin = request.headers.get('origin');
  return origin !== null && origin !== ownOrigin(config, request);
}

const reads = ['GET', 'HEAD', 'OPTIONS'];
const json = /^application\/json\s*(;|$)/i;

function refusal(config: Address, c: Context, takesFile: boolean): Response | undefined {
  if (reads.includes(c.req.method)) return undefined;
  if (isForeign(config, c.req.raw)) {
    return problem(
      403,
      'foreign_origin',
      'The request came from another site. Open the platform at its own address; its owner sets it with PUBLIC_URL.',
    );
  }
  const type = c.req.header('content-type');
  if (!takesFile && c.req.path.startsWith('/api/') && type !== undefined && !json.test(type)) {
    return problem(415, 'not_json', 'Send the body as JSON, with the header "content-type: application/json".');
  }
  return undefined;
}

const tooLarge = (): Response => problem(413, 'too_large', 'The request is larger than 1 MB. Send less at once.');
const limitWhileReading = bodyLimit({ maxSize: largestBody, onError: tooLarge });

/** Lets a body of a fair size through. One that tells its length is judged by it: to look into the body costs more than to serve most requests. */
async function limitBody(c: Context, next: Next): Promise<Response | undefined> {
  const told = c.req.header('transfer-encoding') === undefined ? c.req.header('content-length') : undefined;
  if (Number(told) > largestBody) return tooLarge();
  if (told === undefined && c.req.method !== 'GET') return (await limitWhileReading(c, next)) ?? undefined;
  await next();
  return undefined;
}

/**
 * Stands before every route: refuses what no route should meet, and puts the security headers on every answer.
 * `takesFiles` tells the addresses whose routes take a file of any kind, and hold to a limit of their own.
 */
export function security(config: Address, takesFiles: (c: Context) => boolean = () => false): MiddlewareHandler {
  const guards = Object.entries(guardHeaders(config));
  return async (c, next) => {
    // The limit hands on what the routes answered; only its own refusal is a response.
    const takesFile = takesFiles(c);
    const answer = refusal(config, c, takesFile) ?? (await (takesFile ? next() : limitBody(c, next)));
    if (answer instanceof Response) c.res = answer;
    // Not through the context, which makes a new answer of a finished one for each header.
    const { headers } = c.res;
    for (const [name, value] of guards) if (!headers.has(name)) headers.set(name, value);
    if (c.req.path.startsWith('/api/') && !headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };
}
