import { Hono } from 'hono';
import type { AppContext } from '../platform/http/context.ts';
import { listCommunes, listEmergencyNumbers } from './store.ts';

export function territoryRoutes({ databases }: Pick<AppContext, 'databases'>): Hono {
  const routes = new Hono();
  routes.get('/api/territory/communes', async (c) => {
    c.header('cache-control', 'public, max-age=300');
    return c.json(await listCommunes(databases.app));
  });
  routes.get('/api/territory/emergency-numbers', async (c) => {
    c.header('cache-control', 'public, max-age=300');
    return c.json(await listEmergencyNumbers(databases.app));
  });
  return routes;
}
