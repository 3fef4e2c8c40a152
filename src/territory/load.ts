import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Client } from 'pg';
import { z } from 'zod';
import { StartupError } from '../platform/config.ts';

const code = z.string().regex(/^\d{2,10}$/);
const text = z.string().min(1);
const empty = z.literal('').transform(() => null);
const number = z.union([empty, z.string().transform(Number).pipe(z.number())]);
const count = z.union([empty, z.string().transform(Number).pipe(z.int().min(0))]);

const rowSchema = z
  .object({
    code,
    hcp_code: text,
    level: z.enum(['region', 'province', 'cercle', 'commune']),
    parent_code: z.string(),
    province_code: z.union([empty, code]),
    name_fr: text,
    name_ar: text,
    alt_names: z.string().transform((names) =>
      names
        .split('|')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
    type: z.string(),
    is_chef_lieu: z.string().transform((mark) => /^(true|1|yes)$/i.test(mark)),
    population_2024: count,
    households_2024: count,
    area_km2: number,
    lat: number,
    lon: number,
    seat_lat: number,
    seat_lon: number,
  })
  .transform(({ type, population_2024, households_2024, lat, lon, seat_lat, seat_lon, ...row }) => ({
    ...row,
    is_urban: type === 'urban' ? true : type === 'rural' ? false : null,
    population: population_2024,
    households: households_2024,
    latitude: lat,
    longitude: lon,
    seat_latitude: seat_lat,
    seat_longitude: seat_lon,
  }));

const types = {
  code: 'text',
  hcp_code: 'text',
  level: 'text',
  parent_code: 'text',
  province_code: 'text',
  name_fr: 'text',
  name_ar: 'text',
  alt_names: 'text[]',
  is_urban: 'boolean',
  is_chef_lieu: 'boolean',
  population: 'integer',
  households: 'integer',
  area_km2: 'numeric',
  latitude: 'double precision',
  longitude: 'double precision',
  seat_latitude: 'double precision',
  seat_longitude: 'double precision',
};

/** Reads the territories of a region and brings the table to them. Throws `StartupError` naming the line that does not fit. */
export async function loadTerritories(owner: Client, file: string): Promise<{ total: number; changed: number }> {
  const records: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true });
  const rows = records.map((record, i) => {
    const parsed = rowSchema.safeParse(record);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw new StartupError(
      `${basename(file)}:${i + 2}:${issue?.path.join('.')} does not fit: ${issue?.message}. Correct the cell and load again.`,
    );
  });
  // A parent outside the file (the country) is a border of what we know, not a row.
  const known = new Set(rows.map((row) => row.code));
  const lost = rows.find((row) => row.level !== 'region' && !known.has(row.parent_code));
  if (lost)
    throw new StartupError(
      `${basename(file)}: the parent ${lost.parent_code} of ${lost.code} is not in the file. Add it or correct parent_code.`,
    );
  const names = Object.keys(types);
  const others = names.filter((name) => name !== 'code');
  const { rowCount } = await owner.query(
    `insert into territory.territory as t (${names.join(', ')})
     select ${names.map((name) => `s.${name}`).join(', ')} from jsonb_to_recordset($1::jsonb) as s(${Object.entries(types)
       .map(([n, t]) => `${n} ${t}`)
       .join(', ')})
     on conflict (code) do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}
     where (${others.map((n) => `t.${n}`).join(', ')}) is distinct from (${others.map((n) => `excluded.${n}`).join(', ')})`,
    [JSON.stringify(rows.map((row) => ({ ...row, parent_code: known.has(row.parent_code) ? row.parent_code : null })))],
  );
  return { total: rows.length, changed: rowCount ?? 0 };
}
