import type { PoolClient } from 'pg';
import { type CommuneAround, coverageOf, type CoveredService } from './coverage.ts';
import type { Coverage } from './contract.ts';
import { territoryNames } from './names.ts';

const codes = (
  kind: string,
): string => `array(select distinct t.code from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id
  where a.link_id = s.id and a.link_type = '${kind}' and t.code is not null)`;

/** Services anyone can be sent to: invented ones reach nobody. */
const offered = `s.published and s.status = 'active' and s.vanished_at is null and o.vanished_at is null and not o.is_demonstration`;

/** Which commune is reached by which help, of one province or of the whole region. */
export async function readCoverage(tx: PoolClient, province: string | undefined): Promise<Coverage> {
  const communes = await tx.query<CommuneAround & Coverage['communes'][number]>(
    `select t.code, ${territoryNames('t')} as name, t.province_code as "provinceCode",
       array_remove(array[t.parent_code, t.province_code, p.parent_code, 'MA'], null) as within
     from territory.territory t left join territory.territory p on p.code = t.province_code
     where t.level = 'commune' and ($1::text is null or t.province_code = $1) order by t.province_code, t.name_fr, t.code`,
    [province ?? null],
  );
  const services = await tx.query<CoveredService>(
    `select ${codes('need')} as needs, ${codes('audience')} as audiences,
       array(select l.commune_code from directory.service_at_location x join directory.location l on l.id = x.location_id and l.vanished_at is null
             where x.service_id = s.id and l.commune_code is not null
           union select a.territory_code from directory.service_area a where a.service_id = s.id and a.territory_code is not null) as places
     from directory.service s join directory.organization o on o.id = s.organization_id where ${offered}`,
  );
  const terms = await tx.query<{ kind: string; code: string }>(
    `select distinct a.link_type as kind, t.code from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id
     where a.link_type in ('need', 'audience') and t.code is not null order by 1, 2`,
  );
  const named = (kind: string): string[] => terms.rows.filter((term) => term.kind === kind).map((term) => term.code);
  const [needs, audiences] = [named('need'), named('audience').filter((code) => code !== 'everyone')];
  return {
    communes: communes.rows.map(({ code, name, provinceCode }) => ({ code, name, provinceCode })),
    needs,
    audiences,
    counts: coverageOf(services.rows, communes.rows, needs, audiences),
  };
}
