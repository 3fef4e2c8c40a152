import type { PoolClient } from 'pg';
import { datesToEnter } from '../opening/dates-to-enter.ts';
import { dayOf } from '../opening/day.ts';
import type { Period } from '../opening/period.ts';

export interface EnteredPeriod extends Period {
  kind: 'holiday' | 'ramadan' | 'summer';
  names: Record<string, string>;
  confirmed: boolean;
  editedAt: string | null;
  editedBy: string | null;
}

/** What stands in the calendar around these years, and the day it is in the region. */
export async function listEntered(tx: PoolClient): Promise<{ today: string; entered: EnteredPeriod[] }> {
  const { rows } = await tx.query<EnteredPeriod>(
    `select p.key, p.year, p.kind, p.first_day as "firstDay", p.last_day as "lastDay", p.names, p.confirmed,
       p.edited_at as "editedAt", u.name as "editedBy"
     from directory.calendar_period p left join access."user" u on u.id = p.edited_by
     where not p.removed order by p.first_day, p.key`,
  );
  const day = await tx.query<{ today: string }>('select directory.today() as today');
  return { today: day.rows[0]?.today ?? '', entered: rows };
}

/** The dates of the moon that wait for a person. */
export async function listDatesToEnter(tx: PoolClient): Promise<Pick<Period, 'key' | 'year'>[]> {
  const { today, entered } = await listEntered(tx);
  return datesToEnter(entered, dayOf(today) ?? 0);
}
