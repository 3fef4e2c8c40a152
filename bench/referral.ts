import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Pool } from 'pg';
import { createAccess } from '../src/access/index.ts';
import { createApp } from '../src/app.ts';
import { handlers } from '../src/handlers.ts';
import { createCommandRunner } from '../src/platform/commands/run.ts';
import { readConfig } from '../src/platform/config.ts';
import { openDatabases } from '../src/platform/database/open.ts';
import { startJobs } from '../src/platform/jobs.ts';
import { createLog } from '../src/platform/log.ts';
import { buildActor, buildOrganization } from '../src/testing/builders.ts';
import { buildReferral } from '../src/testing/commands.ts';
import { jobWork } from '../src/work.ts';
import type { BenchRow } from './row.ts';

const clients = 16;

/** Calls `once` from `clients` loops for `seconds`; returns completions per second. */
async function rate(seconds: number, once: () => Promise<void>): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        await once();
        done++;
      }
    }),
  );
  return done / ((performance.now() - start) / 1000);
}

/** Referral send through HTTP, with session, row-level security, journal and jobs, against bare INSERT commits on the same server. */
export async function benchReferral(seconds = 5): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-bench-'));
  const config = { ...readConfig({}), dataDir: folder, logLevel: 'silent', demo: false };
  const databases = await openDatabases(config);
  const log = createLog('silent');
  const access = createAccess({ config, databases, log });
  const jobs = await startJobs(databases, jobWork, () => undefined);
  const runner = createCommandRunner(databases.app, jobs, handlers);
  const app = createApp({ config, databases, sessions: access.sessions, log }, access, runner);
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const address = server.address();
    const base = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
    const organizationId = await buildOrganization(databases, 'Cellule de mesure');
    const partner = await buildActor(databases, 'partner');
    const { userId } = await access.createUser({ email: 'mesure@example.org', name: 'Mesure', password: 'mesure-mesure', language: 'fr' });
    await access.addMembership({ userId, organizationId, role: 'agent' });
    const signIn = await fetch(`${base}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: base },
      body: JSON.stringify({ email: 'mesure@example.org', password: 'mesure-mesure' }),
    });
    const cookie = signIn.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; ');
    const { caseId, consentId } = await buildReferral(runner, { userId, organizationId, role: 'agent' }, partner.organizationId);
    const send = async (): Promise<void> => {
      const payload = { referralId: randomUUID(), caseId, consentId, priority: 'normal', reason: 'Mesure' };
      const response = await fetch(`${base}/api/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ commands: [{ id: randomUUID(), kind: 'referrals.send', at: new Date().toISOString(), payload }] }),
      });
      const text = await response.text();
      if (!text.includes('"done"')) throw new Error(`a referral was not sent: ${response.status} ${text}`);
    };

    await databases.asOwner((owner) => owner.query('create table public.bare (id uuid primary key, value text)'));
    const bare = new Pool({ connectionString: databases.adminUrl, max: clients });
    const insert = async (): Promise<void> => {
      await bare.query('insert into public.bare values ($1, $2)', [randomUUID(), 'Mesure']);
    };
    // Warm both, then alternate, so that a noisy minute hurts both.
    await rate(1, send);
    await rate(1, insert);
    const ours: number[] = [];
    const rival: number[] = [];
    for (let i = 0; i < 3; i++) {
      ours.push(await rate(seconds, send));
      rival.push(await rate(seconds, insert));
    }
    await bare.end();
    const median = (v: number[]): number => v.sort((a, b) => a - b)[1] ?? Number.NaN;
    return [
      {
        name: 'referral send through HTTP',
        unit: 'commits/s',
        ours: median(ours),
        rival: { name: 'bare INSERT (pg)', value: median(rival) },
        limit: 'at least a third of the rival',
        holds: median(ours) >= median(rival) / 3,
      },
    ];
  } finally {
    server.close();
    await jobs.stop();
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
