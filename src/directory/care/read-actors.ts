import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { actorsSchema } from './contract.ts';
import { anywhere, namesOf, perPage, territoryNames } from './names.ts';

type Actors = z.infer<typeof actorsSchema>;
export interface ActorsQuery {
  q?: string | undefined;
  need?: string | undefined;
  audience?: string | undefined;
  /** A commune; what is offered to its province or to the region is offered in it. */
  commune?: string | undefined;
  page: number;
}

const live = `s.organization_id = o.id and s.published and s.status = 'active' and s.vanished_at is null`;
const terms = (
  kind: string,
): string => `array(select distinct t.code from directory.service s join directory.attribute a on a.link_id = s.id and a.link_type = '${kind}'
  join directory.taxonomy_term t on t.id = a.taxonomy_term_id where ${live} and t.code is not null order by 1)`;
const has = (kind: string, value: string): string => `(${value}::text is null or exists (
  select from directory.service s join directory.attribute a on a.link_id = s.id and a.link_type = '${kind}'
  join directory.taxonomy_term t on t.id = a.taxonomy_term_id where ${live} and t.code = ${value}))`;
const phonesOf = (owner: string): string =>
  `array(select concat_ws(' x', p.number, p.extension) from directory.phone p where ${owner} order by 1)`;

/** Who is competent for what, and where, with whom to talk to there; for those who are signed in. */
export async function listActors(tx: PoolClient, { q, need, audience, commune, page }: ActorsQuery): Promise<Actors> {
  const { rows } = await tx.query<{ total: number; actor: Actors['actors'][number] }>(
    `with recursive around as (
       select t.code, t.parent_code, t.province_code from territory.territory t where t.code = $4
       union select t.code, t.parent_code, t.province_code from territory.territory t join around a on t.code in (a.parent_code, a.province_code)),
     chosen as (
       select o.*, count(*) over () as total from directory.organization o
       where o.vanished_at is null and ($1::text is null or o.name ilike $1 or o.alternate_name ilike $1 or exists (
           select from directory.translation n where n.entity = 'organization' and n.entity_id = o.id and n.name ilike $1))
         and ${has('need', '$2')} and ${has('audience', '$3')}
         and ($4::text is null or o.commune_code in (select code from around) or exists (
           select from directory.service s where ${live} and (
             exists (select from directory.service_area a where a.service_id = s.id and (a.territory_code = 'MA' or a.territory_code in (select code from around)))
             or exists (select from directory.service_at_location x join directory.location l on l.id = x.location_id
               where x.service_id = s.id and l.commune_code in (select code from around)))))
       order by o.name, o.id limit ${perPage} offset $5)
     select o.total, jsonb_build_object('id', o.id, 'name', ${namesOf('o')}, 'commune', ${territoryNames('t')}, 'needs', ${terms('need')},
       'audiences', ${terms('audience')},
       'areas', coalesce((select jsonb_agg(z.area) from (
         select distinct jsonb_build_object('code', a.territory_code, 'name', jsonb_build_object('fr', coalesce(x.name_fr, a.name, a.territory_code), 'ar', x.name_ar)) as area
         from directory.service s join directory.service_area a on a.service_id = s.id left join territory.territory x on x.code = a.territory_code
         where ${live} and coalesce(a.territory_code, a.name) is not null order by 1) z), '[]'),
       'services', (select count(*) from directory.service s where ${live}), 'email', o.email,
       'phones', ${phonesOf('p.organization_id = o.id and p.service_id is null and p.contact_id is null')},
       'focalPoints', coalesce((select jsonb_agg(jsonb_build_object('name', c.name, 'title', c.title, 'department', c.department, 'email', c.email,
           'phones', ${phonesOf('p.contact_id = c.id')}, 'published', c.published) order by c.name, c.id)
         from directory.contact c where c.organization_id = o.id or c.service_id in (select s.id from directory.service s where ${live})), '[]'),
       'answers', exists (select from access.organization_answers(o.id))) as actor
     from chosen o left join territory.territory t on t.code = o.commune_code order by o.name, o.id`,
    [q ? anywhere(q) : null, need ?? null, audience ?? null, commune ?? null, (page - 1) * perPage],
  );
  return { total: rows[0]?.total ?? 0, page, actors: rows.map((row) => row.actor) };
}
