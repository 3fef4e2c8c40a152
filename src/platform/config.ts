import { join, resolve } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./.istiqbal'),
  DATABASE_URL: z.url().optional(),
  DEMO: z.enum(['true', 'false']).default('true'),
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z
    .url()
    .refine((v) => /^smtps?:/.test(v), 'it begins with smtp: or smtps:')
    .optional(),
  MAIL_FROM: z.string().max(300).optional(),
  FILES_DIR: z.string().optional(),
  FILES_KEYS: z.string().optional(),
  FILES_MAX_MB: z.coerce.number().min(1).max(100).default(10),
  CHECK_LINKS: z.enum(['true', 'false']).default('false'),
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
  /** The server that takes our mail, and who it is from; absent: messages wait. */
  mail: { server: string; from: string } | undefined;
  /** Where sealed files lie, the master keys when they are not in the data folder, and how large a file may be sent, in bytes. */
  files: { folder: string; keys: string | undefined; mostBytes: number };
  /** Whether the addresses in the directory are looked at each night: that reaches out of this machine. */
  checkLinks: boolean;
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
  if ((e.SMTP_URL === undefined) !== (e.MAIL_FROM === undefined)) {
    throw new StartupError('SMTP_URL, MAIL_FROM: one without the other sends no mail. Set both, or neither, and start again.');
  }
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir: resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    demo: e.DEMO === 'true',
    publicUrl: e.PUBLIC_URL,
    mail: e.SMTP_URL && e.MAIL_FROM ? { server: e.SMTP_URL, from: e.MAIL_FROM } : undefined,
    files: { folder: resolve(e.FILES_DIR ?? join(e.DATA_DIR, 'files')), keys: e.FILES_KEYS, mostBytes: e.FILES_MAX_MB * 1_000_000 },
    checkLinks: e.CHECK_LINKS === 'true',
    logLevel: e.LOG_LEVEL,
  };
}
