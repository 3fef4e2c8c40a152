import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createAccess } from '../src/access/index.ts';
import { createApp } from '../src/app.ts';
import { handlers } from '../src/handlers.ts';
import { createCommandRunner } from '../src/platform/commands/run.ts';
import { readConfig } from '../src/platform/config.ts';
import { openDatabases } from '../src/platform/database/open.ts';
import { openVault } from '../src/platform/files/vault.ts';
import { startJobs } from '../src/platform/jobs/start.ts';
import { createLog } from '../src/platform/log.ts';
import { buildActor, buildOrganization } from '../src/testing/builders.ts';
import { buildReferral } from '../src/testing/commands.ts';
import { jobWork } from '../src/work.ts';
import type { Desk, Insert, Load, Loaded, Send } from './load.ts';
import type { BenchRow } from './row.ts';

const clients = 16;

async function rate(child: ChildProcess, load: Load): Promise<number> {
  child.send(load);
  const [answer] = (await once(child, 'message')) as [Loaded];
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.perSecond;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Referral send through HTTP, with session, row-level security, journal and jobs, against bare INSERT commits on the same server. */
export async function benchReferral(seconds = 5): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-bench-'));
  const config = { ...readConfig({}), dataDir: folder, logLevel: 'silent', demo: false };
  const databases = await openDatabases(config);
  const log = createLog('silent');
  const access = createAccess({ config, databases, log });
  const onError = (error: unknown): boolean => process.stderr.write(`${error}\n`);
  const jobs = await startJobs(databases.app, { work: jobWork, schedule: [], timezone: 'UTC', onError });
  const runner = createCommandRunner(databases.app, handlers);
  const app = createApp({ config, databases, vault: openVault(config), sessions: access.sessions, log }, access, runner);
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  const child = fork(join(import.meta.dirname, 'load.ts'));
  await once(server, 'listening');
  try {
    const address = server.address();
    const base = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
    const organizationId = await buildOrganization(databases, 'Cellule de mesure');
    const partner = await buildActor(databases, 'partner');
    const openDesk = async (number: number): Promise<Desk> => {
      const account = { email: `mesure-${number}@example.org`, password: 'mesure-mesure' };
      const { userId } = await access.createUser({ ...account, name: 'Mesure', language: 'fr' });
      await access.addMembership({ userId, organizationId, role: 'agent' });
      const signIn = await fetch(`${base}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: base },
        body: JSON.stringify(account),
      });
      const cookie = signIn.headers
        .getSetCookie()
        .map((c) => c.split(';')[0])
        .join('; ');
      const { caseId, consentId } = await buildReferral(runner, { userId, organizationId, role: 'agent' }, partner.organizationId);
      return { cookie, caseId, consentId };
    };
    const desks: Desk[] = [];
    for (let number = 1; number <= clients; number++) desks.push(await openDesk(number));
    await databases.asOwner((owner) => owner.query('create table public.bare (id uuid primary key, value text)'));

    const send: Send = { kind: 'send', seconds, base, desks };
    const insert: Insert = { kind: 'insert', seconds, clients, url: databases.adminUrl };
    // Warm both, then alternate, so that a noisy minute hurts both.
    await rate(child, { ...send, seconds: 2 });
    await rate(child, { ...insert, seconds: 2 });
    const ours: number[] = [];
    const rival: number[] = [];
    for (let i = 0; i < 3; i++) {
      ours.push(await rate(child, send));
      rival.push(await rate(child, insert));
    }
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
    child.kill();
    server.close();
    await jobs.stop();
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
