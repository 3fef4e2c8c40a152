import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** The built workspace: hashed files for ever, the shell and its service worker checked each time. */
export function workspaceFiles(folder: string): Hono {
  const app = new Hono();
  const shell = join(folder, 'index.html');
  app.get('/workspace', (c) => c.redirect('/workspace/', 308));
  app.use(
    '/workspace/*',
    serveStatic({
      root: folder,
      precompressed: true,
      rewriteRequestPath: (path) => path.replace(/^\/workspace/, ''),
      onFound: (path, c) => c.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    }),
  );
  app.get('/workspace/*', (c) => {
    if (!existsSync(shell)) return c.text('The workspace is not built yet. Run npm start, which builds it.', 503);
    return c.html(readFileSync(shell, 'utf8'), 200, { 'cache-control': 'no-cache' });
  });
  return app;
}
