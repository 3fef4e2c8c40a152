import { type Context, Hono } from 'hono';
import type { Pool } from 'pg';
import type { AppContext } from '../../platform/http/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { guardHeaders } from '../../platform/http/security.ts';
import { type Language, languages, negotiate } from '../../platform/i18n/index.ts';
import { describeApi, openApiOf } from './about.ts';
import { endedServices } from './ended.ts';
import type { Listed } from './filters.ts';
import { listAll, listPage, type Outline, outlineOf, type Survey } from './list.ts';
import { readRecords } from './nest.ts';
import { type HsdsQuery, querySchema } from './query.ts';
import { notChanged, stateOf, tagOf, toldVersion } from './validators.ts';

const lists: Record<string, Listed> = {
  services: 'service',
  organizations: 'organization',
  locations: 'location',
  service_at_locations: 'service_at_location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
};
const encoder = new TextEncoder();

/** Walking a list once tells how long it is and where its pages begin: kept until the directory changes. */
function surveyor(pool: Pool) {
  const known = new Map<string, Promise<Outline>>();
  let current = '';
  return (state: string): Survey =>
    (sql, values) => {
      if (state !== current || known.size > 500) known.clear();
      current = state;
      const key = JSON.stringify([sql, values]);
      const found = known.get(key) ?? outlineOf(pool, sql, values);
      known.set(key, found);
      // What failed is asked again.
      found.catch(() => known.delete(key));
      return found;
    };
}

/** The HSDS 3.2 interface, read-only and open to every site: `/hsds` and `/hsds/{language}`. */
export function hsdsRoutes(context: Pick<AppContext, 'config' | 'databases'>): Hono {
  const pool = context.databases.app;
  const routes = new Hono();
  const survey = surveyor(pool);
  const always = {
    ...guardHeaders(context.config),
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag, Last-Modified, Link, Content-Language',
    'cross-origin-resource-policy': 'cross-origin',
  };
  const originOf = (c: Context): string => context.config.publicUrl?.replace(/\/$/, '') ?? new URL(c.req.url).origin;
  const named = (c: Context): Language | undefined =>
    languages.find((language) => c.req.path.startsWith(`/hsds/${language}/`) || c.req.path === `/hsds/${language}`);
  const languageOf = (c: Context): Language => named(c) ?? negotiate(c.req.header('accept-language'));
  const stubOf = (c: Context): string => [`${originOf(c)}/hsds`, ...(named(c) ? [named(c)] : [])].join('/');

  routes.use('/hsds/*', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(always)) c.res.headers.set(name, value);
  });

  /** Answers with what `make` gives, unless the asker has it already. What may not exist is looked for all the same. */
  const answer = async (
    c: Context,
    make: (state: string, headers: Record<string, string>) => Promise<Response | object>,
    mayBeMissing = false,
  ): Promise<Response> => {
    const language = languageOf(c);
    const version = await toldVersion(pool);
    const headers: Record<string, string> = {
      etag: tagOf(version, language),
      'last-modified': version.changedAt.toUTCString(),
      'content-language': language,
      'cache-control': 'public, no-cache',
      vary: 'Accept-Language',
    };
    const known = notChanged(c.req.raw.headers, headers.etag ?? '', version.changedAt);
    if (known && !mayBeMissing) return new Response(null, { status: 304, headers });
    const made = await make(stateOf(version), headers);
    if (known && !(made instanceof Response)) return new Response(null, { status: 304, headers });
    return made instanceof Response ? made : Response.json(made, { headers });
  };

  const queryOf = (c: Context): { q: HsdsQuery } | { refused: Response } => {
    const parsed = querySchema.safeParse(c.req.query());
    if (parsed.success) return { q: parsed.data };
    const fields = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    return { refused: problem(400, 'query_invalid', `Correct or remove: ${fields.join(', ')}. See openapi.json.`, { fields }) };
  };

  function streamed(c: Context, table: Listed, q: HsdsQuery, headers: Record<string, string>): Response {
    const rows = listAll({ db: pool, language: languageOf(c) }, table, q);
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await rows.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value.map((record) => `${JSON.stringify(record)}\n`).join('')));
      },
      async cancel() {
        await rows.return(undefined);
      },
    });
    return new Response(body, { headers: { ...headers, 'content-type': 'application/x-ndjson; charset=utf-8' } });
  }

  const list = (table: Listed) => async (c: Context) => {
    const asked = queryOf(c);
    if ('refused' in asked) return asked.refused;
    const { q } = asked;
    return answer(c, async (state, headers) => {
      if (q.format === 'ndjson') return streamed(c, table, q, headers);
      const { page, next } = await listPage({ db: pool, language: languageOf(c) }, table, q, survey(state));
      if (next !== undefined) {
        const address = new URL(`${stubOf(c)}/${c.req.path.split('/').at(-1)}`);
        for (const [name, value] of Object.entries(c.req.query())) if (name !== 'page') address.searchParams.set(name, value);
        address.searchParams.set('after', next);
        headers.link = `<${address}>; rel="next"`;
      }
      return page;
    });
  };

  const one = (table: Listed) => async (c: Context) => {
    const asked = queryOf(c);
    if ('refused' in asked) return asked.refused;
    const id = c.req.param('id')?.toLowerCase() ?? '';
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return missing();
    return answer(
      c,
      async () => {
        const reading = { db: pool, language: languageOf(c) };
        const [record] = await readRecords(
          reading,
          table,
          [id],
          asked.q.full_service && table === 'organization' ? 'full_service' : 'full',
        );
        const [ended] = !record && table === 'service' ? await endedServices(reading, [id]) : [];
        return record ?? ended ?? missing();
      },
      true,
    );
  };
  const missing = (): Response =>
    problem(404, 'not_found', 'Nothing public has this identifier. Take one from the list above this address.');

  for (const stub of ['/hsds', ...languages.map((language) => `/hsds/${language}`)]) {
    for (const path of [stub, `${stub}/`]) routes.get(path, (c) => answer(c, () => describeApi(pool, stubOf(c), originOf(c))));
    routes.get(`${stub}/openapi.json`, (c) => answer(c, async () => openApiOf(stubOf(c))));
    for (const [path, table] of Object.entries(lists)) {
      routes.get(`${stub}/${path}`, list(table));
      routes.get(`${stub}/${path}/`, list(table));
      routes.get(`${stub}/${path}/:id`, one(table));
    }
  }
  routes.options(
    '/hsds/*',
    () =>
      new Response(null, {
        status: 204,
        headers: { 'access-control-allow-methods': 'GET, HEAD, OPTIONS', 'access-control-max-age': '86400' },
      }),
  );
  routes.get('/hsds/*', missing);
  routes.all('/hsds/*', () => problem(405, 'read_only', 'This interface only reads. Ask with GET.'));
  return routes;
}
