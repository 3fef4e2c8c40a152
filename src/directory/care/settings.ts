import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { CareEntity, recordSideSchema } from './contract.ts';
import { namesOf, territoryNames } from './names.ts';

/** Whose a service is, and where a record is or what it serves: two services of one name are told apart by it. */
export type Setting = Pick<z.infer<typeof recordSideSchema>, 'organization' | 'places'>;

const territories = (codes: string): string =>
  `coalesce((select jsonb_agg(${territoryNames('t')} order by t.name_fr) from territory.territory t where t.code in (${codes})), '[]')`;

const statement: Record<CareEntity, string> = {
  organization: `select r.id, null as organization, ${territories('r.commune_code')} as places from directory.organization r where r.id = any($1)`,
  service: `
    select r.id, (select ${namesOf('o')} from directory.organization o where o.id = r.organization_id) as organization,
      ${territories(`select l.commune_code from directory.service_at_location sl join directory.location l on l.id = sl.location_id where sl.service_id = r.id
        union select a.territory_code from directory.service_area a where a.service_id = r.id`)} as places
    from directory.service r where r.id = any($1)`,
};

/** By id. */
export async function readSettings(tx: PoolClient, entity: CareEntity, ids: readonly string[]): Promise<Map<string, Setting>> {
  const { rows } = await tx.query<Setting & { id: string }>(statement[entity], [ids]);
  return new Map(rows.map(({ id, organization, places }) => [id, { organization, places }]));
}
export const nowhere: Setting = { organization: null, places: [] };
