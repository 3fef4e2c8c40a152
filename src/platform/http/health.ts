import { Hono } from 'hono';
import type { Pool } from 'pg';
import type { Metrics } from '../metrics.ts';

/** Alive: the process answers. Ready: the database does too. */
export function healthRoutes(pool: Pool, metrics: Metrics): Hono {
  const app = new Hono();
  app.get('/health/live', (c) => c.json({ status: 'live' }));
  app.get('/health/ready', async (c) => {
    try {
      await pool.query('select 1');
      return c.json({ status: 'ready' });
    } catch {
      return c.json({ status: 'database does not answer' }, 503);
    }
  });
  app.get('/metrics', async (c) => c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }));
  return app;
}
