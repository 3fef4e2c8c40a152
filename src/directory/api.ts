import { Hono } from 'hono';
import { z } from 'zod';
import type { AppContext } from '../platform/http/context.ts';
import { problem } from '../platform/http/problem.ts';
import { languages, negotiate } from '../platform/i18n/index.ts';
import { listHours } from './opening/index.ts';
import { placeCode, searchQuerySchema, wishOf } from './asked.ts';
import { searchServices } from './search/search.ts';
import { findService, listOrganizationNames, listTerms } from './store.ts';

const languageSchema = z.enum(languages).default('fr');
/** `from` is where the asker is: a desk's own commune. */
const apiQuerySchema = searchQuerySchema.extend({ language: languageSchema, from: placeCode });

const placeIsKnown = async ({ databases }: Pick<AppContext, 'databases'>, place: string): Promise<boolean> =>
  ((await databases.app.query('select from territory.territory where code = $1', [place])).rowCount ?? 0) > 0;

export function directoryRoutes(context: Pick<AppContext, 'databases'>): Hono {
  const pool = context.databases.app;
  const routes = new Hono();
  routes.get('/api/directory/search', async (c) => {
    const asked = apiQuerySchema.safeParse(c.req.query());
    if (!asked.success) {
      const fields = asked.error.issues.map((issue) => issue.path.join('.'));
      return problem(400, 'query_invalid', `Correct or remove: ${fields.join(', ')}.`, { fields });
    }
    if (asked.data.commune && !(await placeIsKnown(context, asked.data.commune))) {
      return problem(400, 'commune_unknown', 'No commune has this code. Take one from /api/territory/communes.', { fields: ['commune'] });
    }
    return c.json(await searchServices(pool, { ...wishOf(asked.data), from: asked.data.from, language: asked.data.language }));
  });
  routes.get('/api/directory/services/:id', async (c) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    const language = languageSchema.safeParse(c.req.query('language'));
    if (!language.success) return problem(400, 'query_invalid', 'language is one of fr, ar, en, es.', { fields: ['language'] });
    const service = id.success ? await findService(pool, id.data, language.data) : undefined;
    if (!service) return problem(404, 'service_unknown', 'No service has this identifier. Search the directory for it.');
    const hours = (await listHours(pool, [service.id], language.data)).get(service.id) ?? [];
    return c.json({ ...service, hours });
  });
  routes.get('/api/directory/organizations', async (c) =>
    c.json(await listOrganizationNames(pool, negotiate(c.req.header('accept-language')))),
  );
  routes.get('/api/taxonomy/needs', async (c) => c.json(await listTerms(pool, 'need')));
  routes.get('/api/taxonomy/audiences', async (c) => c.json(await listTerms(pool, 'audience')));
  return routes;
}
