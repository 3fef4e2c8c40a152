import type { Client } from 'pg';
import { type Dataset, refuse, usable } from './dataset.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What two cells of one row, or a cell and the list of territories, say together. */
export async function checkRows(owner: Client, data: Dataset): Promise<void> {
  for (const row of usable(data, 'service')) {
    const { minimum_age: minimum, maximum_age: maximum } = row.values;
    if (typeof minimum === 'number' && typeof maximum === 'number' && minimum > maximum)
      refuse(data, row, 'maximum_age', 'ages_reversed', `${minimum}–${maximum}`);
    if (row.values.published === false && row.values.status !== 'inactive') refuse(data, row, 'status', 'draft_active');
  }
  for (const name of ['schedule', 'cost_option'] as const) {
    for (const row of usable(data, name)) {
      const [from, to] = [text(row.values.valid_from), text(row.values.valid_to)];
      if (from && to && from > to) refuse(data, row, 'valid_to', 'dates_reversed', `${from} – ${to}`);
    }
  }
  // Dates that come from the calendar of whoever told them: here they come from ours.
  for (const row of usable(data, 'schedule'))
    if (row.values.season !== null && row.values.dates_of_season === true) Object.assign(row.values, { valid_from: null, valid_to: null });
  const confidential = new Set<string>();
  for (const row of usable(data, 'location')) {
    const { latitude, longitude } = row.values;
    if ((latitude === null) !== (longitude === null)) refuse(data, row, latitude === null ? 'latitude' : 'longitude', 'position_half');
    if (row.values.confidential !== true) continue;
    confidential.add(row.id);
    if (latitude !== null) refuse(data, row, 'latitude', 'confidential_position');
  }
  for (const row of usable(data, 'address')) {
    if (confidential.has(text(row.values.location_id))) refuse(data, row, 'location_id', 'confidential_position');
  }
  await checkTerritories(owner, data);
}

async function checkTerritories(owner: Client, data: Dataset): Promise<void> {
  const { rows } = await owner.query<{ code: string; level: string }>('select code, level from territory.territory');
  const levels = new Map(rows.map((row) => [row.code, row.level]));
  for (const name of ['organization', 'location'] as const) {
    for (const row of usable(data, name)) {
      const code = text(row.values.commune_code);
      if (code && levels.get(code) !== 'commune') refuse(data, row, 'commune_code', 'commune_unknown', code);
    }
  }
  for (const row of usable(data, 'service_area')) {
    const code = text(row.values.territory_code);
    // Two letters stand for a country.
    if (/^\d/.test(code) && !levels.has(code)) refuse(data, row, 'territory_code', 'territory_unknown', code);
  }
}
