import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Config } from '../platform/config.ts';
import { readJson } from '../platform/http/body.ts';
import { problem } from '../platform/http/problem.ts';
import { ownOrigin } from '../platform/http/security.ts';
import type { Attempts } from './attempts.ts';
import { addressHeader, type Auth, signInWindow } from './auth.ts';

/** Everything else better-auth could serve stays shut until an issue asks for it. */
const open = [
  'POST /sign-in/email',
  'POST /sign-out',
  'GET /get-session',
  'POST /revoke-sessions',
  'POST /revoke-other-sessions',
  'POST /change-password',
];
const anyObject = z.record(z.string(), z.unknown());

/** The peer's address. Behind a proxy on this machine, the one that proxy saw: the last it appended, which no client can write. */
function addressOf(c: Context): string {
  const socket = c.env && 'incoming' in c.env ? getConnInfo(c).remote.address : undefined;
  const peer = socket ?? '127.0.0.1';
  const local = peer === '::1' || /^(::ffff:)?127\./.test(peer);
  const forwarded = local ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded || peer;
}

const tooMany = (seconds: string): Response => {
  const answer = problem(429, 'too_many_attempts', 'Too many attempts. Wait a few minutes, then try again.');
  answer.headers.set('retry-after', seconds);
  return answer;
};

/** better-auth's refusals in our form; its codes become ours in small letters. */
async function asProblem(answer: Response): Promise<Response> {
  if (answer.status < 400) return answer;
  if (answer.status === 429) return tooMany(answer.headers.get('x-retry-after') ?? String(signInWindow));
  const text = await answer.text();
  const parsed = z.object({ code: z.string(), message: z.string() }).safeParse(text.startsWith('{') ? JSON.parse(text) : undefined);
  const { code, message } = parsed.success
    ? parsed.data
    : { code: 'refused', message: 'The request does not fit. Correct it and send it again.' };
  const translated = problem(answer.status, code.toLowerCase(), message);
  for (const cookie of answer.headers.getSetCookie()) translated.headers.append('set-cookie', cookie);
  return translated;
}

/** `/api/auth/*`. */
export function signInRoutes(config: Config, auth: Auth, attempts: Attempts): Hono {
  const app = new Hono();
  app.post('/api/auth/sign-up/*', () =>
    problem(403, 'invitation_needed', 'Accounts are opened by invitation. Ask an administrator for one.'),
  );
  app.all('/api/auth/*', async (c) => {
    if (!open.includes(`${c.req.method} ${c.req.path.slice('/api/auth'.length)}`)) {
      return problem(404, 'not_found', 'There is nothing at this address.');
    }
    const headers = new Headers(c.req.raw.headers);
    headers.set(addressHeader, addressOf(c));
    // A program without a browser says nothing of where it comes from; better-auth would turn it away where we do not.
    if (!['origin', 'referer', 'sec-fetch-site'].some((h) => headers.has(h))) headers.set('origin', ownOrigin(config, c.req.raw));
    if (c.req.method === 'GET') return asProblem(await auth.handler(new Request(c.req.url, { headers })));

    let body: Record<string, unknown> = {};
    if (c.req.header('content-type') !== undefined) {
      const read = await readJson(c, anyObject);
      if (read.refused) return read.refused;
      body = read.value;
    }
    headers.set('content-type', 'application/json');
    headers.delete('content-length');
    const request = new Request(c.req.url, { method: 'POST', headers, body: JSON.stringify(body) });
    const email = c.req.path === '/api/auth/sign-in/email' && typeof body.email === 'string' ? body.email : undefined;
    if (email === undefined) return asProblem(await auth.handler(request));

    if (!(await attempts.take(email))) return tooMany(String(signInWindow));
    const answer = await auth.handler(request);
    if (answer.ok) await attempts.forget(email);
    return asProblem(answer);
  });
  return app;
}
