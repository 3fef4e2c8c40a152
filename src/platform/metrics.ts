import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Pool } from 'pg';
import { countJobs } from './jobs/count.ts';

export interface Metrics {
  registry: Registry;
  /** `route` is the pattern, never the address: an address can hold an identifier. Seconds. */
  observe(route: string, method: string, status: number, seconds: number): void;
}

export function createMetrics(pool: Pool): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route pattern',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  new Gauge({
    name: 'database_connections',
    help: 'Connections of the application pool',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  new Gauge({
    name: 'istiqbal_jobs',
    help: 'Jobs that wait, and jobs that failed for good and are still kept',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      // While the database does not answer, the other figures must still be read.
      const counts = await countJobs(pool).catch(() => undefined);
      this.reset();
      for (const [state, count] of Object.entries(counts ?? {})) this.set({ state }, count);
    },
  });
  return { registry, observe: (route, method, status, seconds) => duration.observe({ route, method, status: String(status) }, seconds) };
}
