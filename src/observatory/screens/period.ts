export interface Period {
  /** First day, `YYYY-MM-DD`. */
  since: string;
  /** Last day, itself counted. */
  until: string;
}
export const presets = ['month', 'last_month', 'year', 'last_year'] as const;
export type Preset = (typeof presets)[number];

const iso = (year: number, month: number, day: number): string => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The days a preset covers, as of `today`. */
export function periodOf(preset: Preset, today: Date): Period {
  const year = today.getFullYear();
  const month = today.getMonth();
  if (preset === 'month') return { since: iso(year, month, 1), until: iso(year, month, today.getDate()) };
  if (preset === 'last_month') return { since: iso(year, month - 1, 1), until: iso(year, month, 0) };
  if (preset === 'year') return { since: iso(year, 0, 1), until: iso(year, month, today.getDate()) };
  return { since: iso(year - 1, 0, 1), until: iso(year - 1, 11, 31) };
}

/** The server counts up to, but not on, its `until`. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
export const isPeriod = ({ since, until }: Period): boolean => [since, until].every((d) => /^\d{4}-\d{2}-\d{2}$/.test(d)) && since <= until;
