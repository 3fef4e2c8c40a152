import { getCookie } from 'hono/cookie';
import type { MiddlewareHandler } from 'hono';
import { countUnanswered } from '../directory/index.ts';
import type { AppContext } from '../platform/http/context.ts';
import { isSecure } from '../platform/http/security.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** A search that found nothing, set by the page that says so. */
    unanswered?: { q: string; language: string };
  }
}
/** Ends with the visit and says which words were counted already, nothing of who searched. */
const cookieName = 'istiqbal_asked';

/** Keeps what was searched in vain, once per visit. */
export function noteUnanswered({ databases, config, log }: Pick<AppContext, 'databases' | 'config' | 'log'>): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const unanswered = c.get('unanswered');
    if (!unanswered) return;
    try {
      const value = await countUnanswered(databases.app, {
        ...unanswered,
        agent: c.req.header('user-agent'),
        cookie: getCookie(c, cookieName),
      });
      const secure = isSecure(config) ? '; Secure' : '';
      if (value) c.res.headers.append('set-cookie', `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}`);
    } catch (error) {
      log.error({ err: error }, 'a search in vain could not be counted');
    }
  };
}
