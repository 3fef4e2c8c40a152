/** The same directory in the same language gives the same answer. */
export const tagOf = (version: number, language: string): string => `"d${version}-${language}"`;

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
