import type { Pool } from 'pg';

/** Where a service is, as far as it may be told. */
export interface ServicePoint {
  serviceId: string;
  latitude: number;
  longitude: number;
  /** It stands for the commune (its seat, or else its middle), not for the place itself. */
  ofCommune: boolean;
  commune: string | null;
}

const pointsQuery = `
  select sl.service_id as "serviceId", p.latitude, p.longitude,
    l.latitude is null or l.longitude is null
      or (abs(p.latitude - coalesce(c.seat_latitude, c.latitude)) < 0.001 and abs(p.longitude - coalesce(c.seat_longitude, c.longitude)) < 0.001)
      as "ofCommune",
    case when $2 = 'ar' then c.name_ar else c.name_fr end as commune
  from directory.service_at_location sl
  join directory.service s on s.id = sl.service_id and s.published
  join directory.location l on l.id = sl.location_id and l.vanished_at is null and not l.confidential
  left join territory.territory c on c.code = l.commune_code
  cross join lateral (select
    case when l.longitude is not null then l.latitude end as own_latitude, case when l.latitude is not null then l.longitude end as own_longitude) o
  cross join lateral (select
    coalesce(o.own_latitude, c.seat_latitude, c.latitude) as latitude, coalesce(o.own_longitude, c.seat_longitude, c.longitude) as longitude) p
  where sl.service_id = any($1) and p.latitude is not null and p.longitude is not null
  order by sl.service_id, l.id`;

/** The points of these services; a confidential place has none, nor has one that is only on line. */
export async function listPoints(pool: Pool, services: readonly string[], language: string): Promise<ServicePoint[]> {
  const { rows } = await pool.query<ServicePoint>({ name: 'service-points', text: pointsQuery, values: [services, language] });
  return rows;
}
