import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { permissionsPolicy } from './security.ts';

const assetHeaders = { 'cache-control': 'public, max-age=31536000, immutable' };
const shellHeaders = { 'cache-control': 'no-cache', 'permissions-policy': permissionsPolicy('(self)') };

/** The built workspace: hashed files for ever, the shell and its service worker checked each time. */
export function workspaceFiles(folder: string): Hono {
  const app = new Hono();
  const shell = join(folder, 'index.html');
  app.get('/workspace', (c) => c.redirect('/workspace/', 308));
  // Before the file is found: its answer takes no header any more.
  app.use('/workspace/*', async (c, next) => {
    const headers = c.req.path.startsWith('/workspace/assets/') ? assetHeaders : shellHeaders;
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    await next();
  });
  app.use(
    '/workspace/*',
    serveStatic({ root: folder, precompressed: true, rewriteRequestPath: (path) => path.replace(/^\/workspace/, '') }),
  );
  app.get('/workspace/*', (c) => {
    if (!existsSync(shell)) return c.text('The workspace is not built yet. Run npm start, which builds it.', 503);
    return c.html(readFileSync(shell, 'utf8'), 200, shellHeaders);
  });
  return app;
}
