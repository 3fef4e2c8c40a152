import type { ClientBase, Pool } from 'pg';

/** A state of what is told: seasons end and rooms fill up on their day, without anyone changing the directory. */
export interface ToldVersion {
  number: number;
  changedAt: Date;
}
export async function toldVersion(db: Pick<Pool | ClientBase, 'query'>): Promise<ToldVersion> {
  const { rows } = await db.query<ToldVersion>({
    name: 'told-version',
    text: 'select number, changed_at as "changedAt" from directory.told_version',
  });
  return rows[0] ?? { number: 0, changedAt: new Date(0) };
}
export const stateOf = ({ number, changedAt }: ToldVersion): string => `${number}.${changedAt.getTime().toString(36)}`;

/** The same directory in the same language gives the same answer. */
export const tagOf = (version: ToldVersion, language: string): string => `"d${stateOf(version)}-${language}"`;

/** Whether the asker's copy still stands: its tag, or (without one) its date. */
export function notChanged(headers: Headers, tag: string, changedAt: Date): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null) {
    return (
      tags.trim() === '*' ||
      tags
        .split(',')
        .map((known) => known.trim().replace(/^W\//, ''))
        .includes(tag)
    );
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return Number.isFinite(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}
