import { serve } from '@hono/node-server';
import { createAccess } from './access/index.ts';
import { createApp } from './app.ts';
import { startRegisters } from './cases/register/index.ts';
import { invitationWork } from './coordination/index.ts';
import { demoAccounts, demoPassword } from './demo/index.ts';
import { seedIfEmpty } from './demo/seed.ts';
import { startImportFiles } from './directory/import/import-files-worker.ts';
import { startImports } from './directory/import/imports-worker.ts';
import { getCalendar, tellClock } from './directory/index.ts';
import { handlers } from './handlers.ts';
import { createCommandRunner } from './platform/commands/run.ts';
import { type Config, readConfig, StartupError } from './platform/config.ts';
import { openDatabases } from './platform/database/open.ts';
import { removeBytes } from './platform/files/sweep.ts';
import { missingKeysText } from './platform/files/keys.ts';
import { openVault } from './platform/files/vault.ts';
import { listMissingKeys } from './platform/files/wrapped-keys.ts';
import { startJobs } from './platform/jobs/start.ts';
import { createLog } from './platform/log.ts';
import { ensurePortFree, say } from './platform/startup.ts';
import { findRunning, forgetRunning, noteRunning } from './platform/running.ts';
import { schedule } from './schedule.ts';
import { jobWork } from './work.ts';

interface Started {
  /** Says where it is open and who may sign in. */
  announce(): Promise<void>;
  stop(): Promise<void>;
}

async function start(config: Config): Promise<Started> {
  const running = config.databaseUrl ? undefined : findRunning(config.dataDir);
  if (running) {
    throw new StartupError(
      `Istiqbal already runs on ${config.dataDir} (process ${running.pid}). Stop it first, or choose another folder with DATA_DIR.`,
    );
  }
  await ensurePortFree(config.host, config.port);
  const log = createLog(config.logLevel);
  const databases = await openDatabases(config);
  if (databases.recovered) say('The last run did not stop cleanly; the database recovered by itself. Nothing that was confirmed is lost.');
  try {
    noteRunning(config.dataDir, databases.adminUrl);
    const access = createAccess({ config, databases, log });
    const vault = openVault(config);
    await databases.asOwner((owner) => tellClock(owner));
    const missingKeys = await databases.asOwner((owner) => listMissingKeys(owner, vault.keys));
    if (missingKeys.length > 0) say(missingKeysText(missingKeys, config.dataDir));
    const context = { config, databases, vault, sessions: access.sessions, log };
    const address = config.publicUrl?.replace(/\/$/, '') ?? `http://${config.host}:${config.port}`;
    const runner = createCommandRunner(databases.app, handlers);
    const seeded = config.demo ? await seedIfEmpty(databases, access, runner) : undefined;
    if (seeded) say(`The demonstration region is ready: ${seeded.services} services, ${seeded.territories} territories.`);
    const onError = (error: unknown): void => log.error({ err: error }, 'a job failed');
    const imports = startImports(databases, onError);
    const importFiles = startImportFiles(databases, onError);
    const registers = startRegisters(databases, vault, onError);
    const jobs = await startJobs(databases.app, {
      work: {
        ...jobWork,
        ...invitationWork({ secret: databases.secret, address, from: config.mail?.from ?? 'nobody@invalid' }),
        ...imports.jobWork,
        ...importFiles.jobWork,
        ...registers.jobWork,
        ...removeBytes(vault.blobs),
      },
      schedule: schedule({
        ...config,
        secret: databases.secret,
        address,
        asOwner: databases.asOwner,
        imports,
        importFiles,
        registers,
        blobs: vault.blobs,
      }),
      timezone: (await getCalendar(databases.app)).zone.name,
      onError,
    });

    const app = createApp(context, access, runner);
    const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
      const s = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () => resolve(s));
      s.once('error', reject);
    });
    return {
      async announce() {
        say(`Istiqbal is open at ${address}/  (workspace: ${address}/workspace/)`);
        if (config.demo) {
          say(`Demonstration accounts, all with the password ${demoPassword}:`);
          for (const a of demoAccounts) say(`  ${a.email.padEnd(36)} ${a.role}`);
        } else {
          const first = await access.createFirstAdministratorInvitation();
          if (first) say(`Create the first administrator, once, within 7 days: ${address}/workspace/invitation#${first.token}`);
        }
      },
      async stop() {
        await new Promise((resolve) => {
          server.close(resolve);
          if ('closeIdleConnections' in server) server.closeIdleConnections();
        });
        await jobs.stop();
        await imports.stop();
        await importFiles.stop();
        await registers.stop();
        await databases.close();
        forgetRunning(config.dataDir);
      },
    };
  } catch (error) {
    await databases.close();
    forgetRunning(config.dataDir);
    throw error;
  }
}

try {
  const { announce, stop } = await start(readConfig(process.env));
  let stopping = false;
  const end = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say('Stopping…');
    await stop();
    say('Stopped. Everything confirmed is on disk.');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // The package that starts PostgreSQL would stop it at the signal, under those who are still being answered; from here on it is ours to stop.
    process.removeAllListeners(signal);
    process.once(signal, end);
  }
  await announce();
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
