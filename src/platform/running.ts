import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({ pid: z.number().int(), databaseUrl: z.string() });

const fileOf = (dataDir: string): string => join(dataDir, 'running.json');

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The platform now running on this data folder, if any: commands reach its database instead of starting a second one. */
export function findRunning(dataDir: string): z.infer<typeof schema> | undefined {
  if (!existsSync(fileOf(dataDir))) return undefined;
  const parsed = schema.safeParse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8') || '{}'));
  return parsed.success && isAlive(parsed.data.pid) ? parsed.data : undefined;
}

export const noteRunning = (dataDir: string, databaseUrl: string): void =>
  writeFileSync(fileOf(dataDir), JSON.stringify({ pid: process.pid, databaseUrl }), { mode: 0o600 });

export const forgetRunning = (dataDir: string): void => rmSync(fileOf(dataDir), { force: true });
