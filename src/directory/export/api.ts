import { type Context, Hono } from 'hono';
import type { AppContext } from '../../platform/http/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { guardHeaders } from '../../platform/http/security.ts';
import { notChanged, tagOf, type ToldVersion, toldVersion } from '../hsds/validators.ts';
import { exportFiles, exportKinds, isExportName } from './export-files.ts';
import { formatRoutes } from './formats-api.ts';

/** The whole directory as files, at addresses that stay: `/export/hsds.zip`, `directory.json`, `directory.geojson`, `directory.xlsx`, `services.csv`. */
export function exportRoutes(context: Pick<AppContext, 'config' | 'databases'>): Hono {
  const pool = context.databases.app;
  const routes = new Hono();
  const fileOf = exportFiles(pool);
  const open = { ...guardHeaders(context.config), 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

  routes.get('/export/:name', async (c: Context) => {
    const name = c.req.param('name') ?? '';
    if (!isExportName(name))
      return problem(404, 'not_found', `There is no such export. There are: ${Object.keys(exportKinds).join(', ')}.`);
    const { type, text } = exportKinds[name];
    const packed = text && (c.req.header('accept-encoding') ?? '').includes('gzip');
    const headersFor = (version: ToldVersion): Record<string, string> => ({
      ...open,
      'content-type': type,
      etag: tagOf(version, packed ? `${name}-gzip` : name),
      'last-modified': version.changedAt.toUTCString(),
      'cache-control': 'public, no-cache',
      vary: 'Accept-Encoding',
    });
    const now = await toldVersion(pool);
    const before = headersFor(now);
    if (notChanged(c.req.raw.headers, before.etag ?? '', now.changedAt)) return new Response(null, { status: 304, headers: before });
    const file = await fileOf(name);
    const headers = { ...headersFor(file), 'content-disposition': `attachment; filename="${name}"` };
    if (c.req.method === 'HEAD') return new Response(null, { headers });
    if (!packed) return new Response(file.open(), { headers: { ...headers, 'content-length': String(file.size) } });
    const body = file.open().pipeThrough(new CompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>);
    return new Response(body, { headers: { ...headers, 'content-encoding': 'gzip' } });
  });
  routes.route('/', formatRoutes(context));
  return routes;
}
