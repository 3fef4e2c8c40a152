import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { memoryOptions } from '../scripts/memory.mjs';
import { type Databases, openDatabases } from '../src/platform/database/open.ts';
import { findRunning } from '../src/platform/running.ts';
import { keepLog, keepPersonalWords } from '../src/testing/traces.ts';

const root = join(import.meta.dirname, '..');

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

export interface Run {
  process: ChildProcess;
  /** All it printed so far, both streams. */
  output(): string;
  /** Resolves when `text` was printed; rejects when the process ends before. */
  until(text: string): Promise<void>;
  ended: Promise<number | null>;
}

/** Starts the real platform as its own process, the way `npm start` does once everything is installed. */
export function run(env: Record<string, string>): Run {
  const child = spawn(process.execPath, [...memoryOptions, '--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'debug', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      keepLog(chunk);
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    process: child,
    output: () => printed,
    ended,
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (printed.includes(text)) resolve();
        };
        listeners.add(look);
        look();
        ended.then((code) => reject(new Error(`it ended with ${code} before printing "${text}":\n${printed}`)));
      }),
  };
}

export interface Platform extends Run {
  url: string;
  /** Reaches its database beside it, as a command of its operator does. */
  inDatabase<T>(work: (databases: Databases) => Promise<T>): Promise<T>;
  stop(): Promise<number | null>;
}

/** A platform on a folder, which is filled with the demonstration region unless it holds one. */
export async function startPlatform(folder: string, env: Record<string, string> = {}): Promise<Platform> {
  const port = await freePort();
  const started = run({ PORT: String(port), DATA_DIR: folder, ...env });
  await started.until('Istiqbal is open at');
  return {
    ...started,
    url: `http://127.0.0.1:${port}`,
    async inDatabase(work) {
      const databases = await openDatabases({ dataDir: folder, databaseUrl: findRunning(folder)?.databaseUrl });
      try {
        return await work(databases);
      } finally {
        await databases.close();
      }
    },
    async stop() {
      const running = findRunning(folder);
      if (running) await keepPersonalWords(running.databaseUrl);
      started.process.kill('SIGINT');
      return started.ended;
    },
  };
}
