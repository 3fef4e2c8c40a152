import type { Client } from 'pg';
import type { Table } from './tables.ts';

export interface Touched {
  /** What to add to the `returning` of a statement that changes rows of that table. */
  columns(table: Table): string;
  add(table: Table, rows: Record<string, unknown>[]): void;
  write(owner: Client): Promise<void>;
}

const watched = ['service_id', 'location_id', 'organization_id', 'service_at_location_id', 'contact_id', 'phone_id', 'link_id'] as const;

const touchServices = `
  with changed as materialized (select * from jsonb_to_recordset($1) as c(name text, id uuid)),
  of_contact as (select c.id from changed c where c.name = 'contact_id'),
  wanted as (
    select id from changed where name in ('service_id', 'link_id')
    union select s.service_id from directory.service_at_location s join changed c on c.id = s.location_id and c.name in ('location_id', 'link_id')
    union select s.service_id from directory.service_at_location s join changed c on c.id = s.id and c.name in ('service_at_location_id', 'link_id')
    union select p.service_id from directory.phone p join changed c on c.id = p.id and c.name = 'phone_id'
    union select k.service_id from directory.contact k join of_contact c on c.id = k.id)
  update directory.service s set last_modified = now() from wanted w where w.id = s.id and s.last_modified < now()`;
const touchOrganizations = `
  with wanted as (select distinct c.id from jsonb_to_recordset($1) as c(name text, id uuid) where c.name in ('organization_id', 'link_id'))
  update directory.organization o set last_modified = now() from wanted w where w.id = o.id and o.last_modified < now()`;

/** A service has changed when its hours, places or telephones have: `modified_after` and the feed of changes must tell it. */
export function touchParents(): Touched {
  const changed = new Map<string, { name: string; id: string }>();
  // Written by this import themselves: their date is now already.
  const fresh = new Set<string>();
  const namesOf = (table: Table) => (table.dated ? [] : watched.filter((name) => Object.hasOwn(table.columns, name)));
  const keep = (name: string, id: unknown): void => {
    if (typeof id === 'string' && !fresh.has(id)) changed.set(`${name} ${id}`, { name, id });
  };
  return {
    columns: (table) =>
      `${table.dated || table.name === 'location' ? ', t.id' : ''}${namesOf(table)
        .map((name) => `, t.${name}`)
        .join('')}`,
    add(table, rows) {
      for (const row of rows) {
        if (table.dated && typeof row.id === 'string') fresh.add(row.id);
        for (const name of namesOf(table)) keep(name, row[name]);
        if (table.name === 'location') keep('location_id', row.id);
      }
    },
    async write(owner) {
      if (changed.size === 0) return;
      const all = [...changed.values()];
      for (let start = 0; start < all.length; start += 100_000) {
        const batch = [JSON.stringify(all.slice(start, start + 100_000))];
        await owner.query(touchServices, batch);
        await owner.query(touchOrganizations, batch);
      }
    },
  };
}
