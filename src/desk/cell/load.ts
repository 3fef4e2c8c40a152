import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Client } from 'pg';
import { StartupError } from '../../platform/config.ts';
import { frameworkSchema } from './contract.ts';

/**
 * The region's criteria of self-assessment. A version that was loaded is replaced, others stay for what was answered by them.
 * A region without the file has no self-assessment. Throws `StartupError` naming the member that does not fit.
 */
export async function loadFramework(owner: Client, file: string): Promise<{ total: number; changed: number }> {
  if (!existsSync(file)) return { total: 0, changed: 0 };
  const parsed = frameworkSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartupError(`${basename(file)}: ${issue?.path.join('.')} does not fit: ${issue?.message}. Correct it and load again.`);
  }
  const { rowCount } = await owner.query(
    `insert into desk.assessment_framework (version, content) values ($1, $2)
     on conflict (version) do update set content = excluded.content, loaded_at = now() where assessment_framework.content is distinct from excluded.content`,
    [parsed.data.version, parsed.data],
  );
  return { total: parsed.data.criteria.length, changed: rowCount ?? 0 };
}
