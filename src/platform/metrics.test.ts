import { Pool } from 'pg';
import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

it('while the database does not answer, what the process measured itself is still told', async () => {
  const pool = new Pool({ host: '127.0.0.1', port: 1 });
  const metrics = createMetrics(pool);
  metrics.observe('/fr/', 'GET', 200, 0.01);
  const told = await metrics.registry.metrics();
  expect(told).toContain('http_request_duration_seconds_count{route="/fr/"');
  expect(told).not.toMatch(/^istiqbal_jobs\{/m);
  await pool.end();
});
