import { resolve } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./.istiqbal'),
  DATABASE_URL: z.url().optional(),
  DEMO: z.enum(['true', 'false']).default('true'),
  PUBLIC_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** An administrator's address of an existing PostgreSQL ≥ 16; absent: the embedded server. */
  databaseUrl: string | undefined;
  demo: boolean;
  /** Where people reach the platform; `https:` makes cookies `Secure`. */
  publicUrl: string | undefined;
  logLevel: string;
}

/** A setting the operator must mend; the message says how, in one line. */
export class StartupError extends Error {}

/** Reads the environment. Throws `StartupError` naming the variable that does not fit. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(env).filter(([, v]) => v !== '')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartupError(`${issue?.path.join('.')}: ${issue?.message}. Correct this environment variable and start again.`);
  }
  const e = parsed.data;
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir: resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    demo: e.DEMO === 'true',
    publicUrl: e.PUBLIC_URL,
    logLevel: e.LOG_LEVEL,
  };
}
