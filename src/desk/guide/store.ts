import type { PoolClient } from 'pg';
import type { GuideProcedure, Office, Opening, Procedure, ProcedureContent, Words } from './contract.ts';
import { getCalendar, intervals, kindOfHours, listHours } from '../../directory/index.ts';
import { type Adjustment, limitOf } from './rules.ts';

export interface ProcedureOwner {
  /** Null: the region's. */
  organizationId: string | null;
  hasLimit: boolean;
}
export async function findProcedureOwner(tx: PoolClient, id: string): Promise<ProcedureOwner | undefined> {
  const { rows } = await tx.query<ProcedureOwner>(
    `select organization_id as "organizationId", content ? 'limit' as "hasLimit" from desk.procedure
     where id = $1 and (withdrawn_at is null or organization_id is not null)`,
    [id],
  );
  return rows[0];
}

interface Row extends Pick<Procedure, 'id' | 'key' | 'needs' | 'audiences'> {
  content: ProcedureContent;
  isOwn: boolean;
  region: Adjustment & { note: Words | null };
  cell: Adjustment & { note: Words | null };
  office: Omit<Office, 'opening'>;
}
const adjustment = (of: string): string =>
  `jsonb_build_object('limitDays', ${of}.limit_days, 'limitSource', ${of}.limit_source, 'note', ${of}.note)`;
const both = (french: string, arabic: string): string =>
  `case when ${french} is not null then jsonb_build_object('fr', ${french}, 'ar', ${arabic}) end`;

// A confidential place is never told. A service that left the directory leaves its procedure the words alone.
const query = `
  select p.id, p.key, p.needs, p.audiences, p.content, p.organization_id is not null as "isOwn",
    ${adjustment('r')} as region, ${adjustment('c')} as cell,
    jsonb_build_object(
      'serviceId', s.id,
      'name', case when s.id is not null then ${both('s.name', 'sar.name')} else ${both('o.name', 'oar.name')} end,
      'organization', case when s.id is not null then ${both('o.name', 'oar.name')} end,
      'words', p.content #> '{office,words}',
      'place', (select ${both(`coalesce(a.address_1 || ', ' || a.city, t.name_fr)`, `coalesce(a.address_1 || ', ' || a.city, t.name_ar)`)}
        from directory.service_at_location sl join directory.location l on l.id = sl.location_id and not l.confidential and l.vanished_at is null
        left join directory.address a on a.location_id = l.id left join territory.territory t on t.code = l.commune_code
        where sl.service_id = s.id and l.location_type = 'physical' order by l.id limit 1),
      'phone', (select n.number from directory.public_phone n where n.service_id = s.id or n.organization_id = o.id
        order by n.service_id is null, n.number limit 1)) as office
  from desk.procedure p
  left join desk.procedure_adjustment r on r.procedure_id = p.id and r.organization_id is null
  left join desk.procedure_adjustment c on c.procedure_id = p.id and c.organization_id = access.acting_organization()
  left join directory.service s on s.id = (p.content #>> '{office,serviceId}')::uuid and s.vanished_at is null
  left join directory.organization o on o.id = coalesce(s.organization_id, (p.content #>> '{office,organizationId}')::uuid) and o.vanished_at is null
  left join directory.translation sar on sar.entity = 'service' and sar.entity_id = s.id and sar.language = 'ar'
  left join directory.translation oar on oar.entity = 'organization' and oar.entity_id = o.id and oar.language = 'ar'
  where p.withdrawn_at is null and ($1::uuid is null or p.id = $1) order by p.organization_id nulls first, p.key`;

const minute = 60_000;
const day = 24 * 60;
const daysAhead = 8;

/** When these services can be visited in the days to come. */
async function listOpenings(tx: PoolClient, services: string[], now: Date): Promise<Map<string, Opening>> {
  if (services.length === 0) return new Map();
  const [hours, calendar] = [await listHours(tx, services, 'fr'), await getCalendar(tx)];
  // From the beginning of the day, so that the answer is the same all day long.
  const from = Math.floor(now.getTime() / minute / day) * day;
  const to = from + daysAhead * day;
  return new Map(
    services.map((id) => {
      // Of several places the first: where each is open is told by the service's own page.
      const schedules = hours.get(id)?.[0]?.schedules ?? [];
      return [
        id,
        {
          kind: kindOfHours(schedules, calendar, from),
          spans: intervals(schedules, calendar, from, to).map(([start, end]) => [start * minute, end * minute]),
          knownUntil: to * minute,
        },
      ];
    }),
  );
}

/** The region's procedures and the acting organisation's own, as adjusted. With `id`, that one alone. */
export async function listProcedures(tx: PoolClient, now: Date, id: string | null = null): Promise<GuideProcedure[]> {
  const { rows } = await tx.query<Row>(query, [id]);
  const openings = await listOpenings(tx, [...new Set(rows.flatMap(({ office }) => office.serviceId ?? []))], now);
  return rows.map(({ content, region, cell, office, ...row }) => ({
    ...content,
    ...row,
    limit: limitOf(content.limit, region, cell),
    notes: { region: region.note, cell: cell.note },
    office: { ...office, opening: (office.serviceId && openings.get(office.serviceId)) || null },
  }));
}
