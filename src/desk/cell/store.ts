import type { PoolClient } from 'pg';
import type { AssessmentRecord, BegunCell, Framework, KnownPlace, SetupFacts, SharedScores } from './contract.ts';

/** The service by which the acting cell is found: the one it began with, else the first that is offered. */
const ownService = `(select s.id from directory.service s left join desk.cell k on k.organization_id = s.organization_id
  where s.organization_id = access.acting_organization() and s.vanished_at is null
  order by (s.id = k.service_id) desc nulls last, s.status = 'active' desc, s.id limit 1)`;

/** All the checklist looks at, in one reading. */
export async function readSetup(tx: PoolClient): Promise<SetupFacts> {
  const { rows } = await tx.query<SetupFacts>(
    `with own as materialized (select ${ownService} as id)
     select jsonb_build_object('id', o.id, 'name', jsonb_build_object('fr', o.name, 'ar', oar.name), 'communeCode', o.commune_code) as organization,
       (select jsonb_build_object('id', s.id, 'name', jsonb_build_object('fr', s.name, 'ar', t.name),
          'isPublished', s.published and s.status in ('active', 'temporarily closed'))
        from directory.service s left join directory.translation t on t.entity = 'service' and t.entity_id = s.id and t.language = 'ar'
        where s.id = own.id) as service,
       (select jsonb_build_object('address', a.address_1, 'communeCode', c.code, 'communeFr', c.name_fr, 'communeAr', c.name_ar)
        from directory.service_at_location sl join directory.location l on l.id = sl.location_id and l.vanished_at is null and not l.confidential
        left join directory.address a on a.location_id = l.id left join territory.territory c on c.code = l.commune_code
        where sl.service_id = own.id order by sl.id limit 1) as place,
       (select coalesce(jsonb_agg(jsonb_build_object('freq', h.freq, 'byday', h.byday, 'opensAt', h.opens_at, 'closesAt', h.closes_at, 'season', h.season,
          'validFrom', h.valid_from, 'validTo', h.valid_to) order by h.id), '[]') from directory.schedule h where h.service_id = own.id) as hours,
       (select coalesce(jsonb_agg(distinct g.code) filter (where g.code is not null), '[]') from directory.language g where g.service_id = own.id) as languages,
       (select coalesce(jsonb_agg(jsonb_build_object('number', p.number, 'type', p.type) order by p.id), '[]')
        from directory.phone p where p.service_id = own.id and p.contact_id is null) as phones,
       (select s.email from directory.service s where s.id = own.id) as email,
       (select count(distinct m.user_id)::int from access.membership m where m.organization_id = o.id and m.ended_at is null
          and m.role in ('agent', 'cell_manager')) as members,
       (select count(*)::int from access.invitation i where i.organization_id = o.id and i.accepted_at is null and i.expires_at > now()) as invitations,
       coalesce(k.duties, '{}') as duties, k.on_call as "onCall", k.data_sheet as "dataSheet", coalesce(k.printed, '{}') as printed,
       (select count(*)::int from desk.procedure g where g.withdrawn_at is null) as guides,
       (select count(*)::int from desk.assessment a where a.organization_id = o.id) as assessments, directory.today()::text as today
     from directory.organization o cross join own
     left join directory.translation oar on oar.entity = 'organization' and oar.entity_id = o.id and oar.language = 'ar'
     left join desk.cell k on k.organization_id = o.id
     where o.id = access.acting_organization()`,
  );
  if (!rows[0]) throw new Error('the acting organisation is not in the directory');
  return rows[0];
}

/** Addresses of a commune that the directory knows already; a confidential place is not among them. */
export async function listKnownPlaces(tx: PoolClient, communeCode: string): Promise<KnownPlace[]> {
  const { rows } = await tx.query<KnownPlace>(
    `select distinct on (a.address_1) l.id, coalesce(l.name, o.name) as name, a.address_1 as address, l.commune_code as "communeCode"
     from directory.location l join directory.address a on a.location_id = l.id left join directory.organization o on o.id = l.organization_id
     where l.commune_code = $1 and not l.confidential and l.vanished_at is null order by a.address_1, l.id limit 100`,
    [communeCode],
  );
  return rows;
}

export async function findFramework(tx: PoolClient, version?: string): Promise<Framework | undefined> {
  const { rows } = await tx.query<{ content: Framework }>(
    'select content from desk.assessment_framework where $1::text is null or version = $1 order by version desc limit 1',
    [version],
  );
  return rows[0]?.content;
}
export async function listAssessments(tx: PoolClient): Promise<AssessmentRecord[]> {
  const { rows } = await tx.query<AssessmentRecord>(
    `select a.id, a.version, a.made_on::text as "madeOn", u.name as "madeBy", a.answers, a.scores
     from desk.assessment a left join access."user" u on u.id = a.made_by
     where a.organization_id = access.acting_organization() order by a.made_on desc, a.made_at desc limit 40`,
  );
  return rows;
}
export async function sharesScores(tx: PoolClient): Promise<boolean> {
  const { rows } = await tx.query<{ shares: boolean }>(
    'select shares_scores as shares from desk.cell where organization_id = access.acting_organization()',
  );
  return rows[0]?.shares ?? false;
}
export async function listSharedScores(tx: PoolClient, language: string): Promise<SharedScores[]> {
  const { rows } = await tx.query<SharedScores>(
    `select s.organization_id as "organizationId", directory.name_in($1, o.id, o.name) as name, s.version, s.made_on::text as "madeOn", s.scores
     from desk.shared_scores() s join directory.organization o on o.id = s.organization_id order by 2, s.made_on desc`,
    [language],
  );
  return rows;
}

/** The reception cells of the directory, as whoever begins them sees how far they are. */
export async function listBegunCells(tx: PoolClient, language: string): Promise<BegunCell[]> {
  const { rows } = await tx.query<BegunCell>(
    `select o.id as "organizationId", directory.name_in($1, o.id, o.name) as name,
       coalesce(k.service_id, (select s.id from directory.service s where s.organization_id = o.id and s.vanished_at is null order by s.id limit 1)) as "serviceId",
       exists (select from access.membership m where m.organization_id = o.id and m.ended_at is null and m.role = 'cell_manager') as "hasHead",
       exists (select from access.invitation i where i.organization_id = o.id and i.role = 'cell_manager' and i.accepted_at is null and i.expires_at > now()) as "isInvited"
     from directory.organization o left join desk.cell k on k.organization_id = o.id
     where o.organization_type = 'reception_cell' and o.vanished_at is null order by 2, 1`,
    [language],
  );
  return rows;
}
