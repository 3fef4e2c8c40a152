import type { PoolClient } from 'pg';
import type { Known, VisitRow } from './contract.ts';

const select = `select v.id, v.reference, v.at, v.audience, v.needs, v.language, v.sex, v.age_band as "ageBand", v.channel, v.outcome, v.note,
    v.people, v.emergency, coalesce(k.name, p.name) as "personName", coalesce(c.id, v.about_case_id) as "caseId", c.cases,
    v.recorded_by = access.acting_user() as mine,
    (select count(*)::int from desk.orientation o where o.visit_id = v.id) as orientations
  from desk.visit v
  left join lateral (select (array_agg(c.id order by c.opened_at))[1] as id, count(*)::int as cases from cases."case" c where c.visit_id = v.id) c on true
  left join people.person p on p.id = v.person_id
  left join people.person k on p.merged_into is not null and k.id = people.standing_for(p.id)`;

export async function listVisits(tx: PoolClient, limit: number): Promise<VisitRow[]> {
  const { rows } = await tx.query<VisitRow>(
    `${select} where v.id in (select id from desk.visit where organization_id = access.acting_organization() order by at desc, id limit $1)
     order by v.at desc, v.id`,
    [limit],
  );
  return rows;
}
export async function findVisit(tx: PoolClient, id: string): Promise<VisitRow | undefined> {
  const { rows } = await tx.query<VisitRow>(`${select} where v.id = $1`, [id]);
  return rows[0];
}

/** What the reference of a slip, of a file or of a letter leads to inside the cell. A group's slip names nobody: only the file of one of them does. */
export async function findKnown(tx: PoolClient, reference: string): Promise<Known | undefined> {
  const { rows } = await tx.query<{ visitId: string | null; personId: string | null; caseId: string | null }>(
    `select v.id as "visitId", people.standing_for(coalesce(v.person_id, c.person_id)) as "personId", c.id as "caseId"
     from desk.visit v left join cases."case" c on (c.visit_id = v.id and v.people = 1) or c.id = v.about_case_id where v.reference = $1
     union all
     select c.visit_id, people.standing_for(c.person_id), c.id from cases."case" c
     where c.reference = $1 or c.id = (select l.case_id from cases.letter l where l.reference = $1)
     limit 1`,
    [reference],
  );
  const found = rows[0];
  if (!found) return undefined;
  const visit = found.visitId ? await findVisit(tx, found.visitId) : undefined;
  const named = await tx.query<{ personName: string | null; caseReference: string | null }>(
    `select (select name from people.person where id = $1) as "personName", (select reference from cases."case" where id = $2) as "caseReference"`,
    [found.personId, found.caseId],
  );
  return { visit: visit ?? null, personId: found.personId, caseId: found.caseId, personName: null, caseReference: null, ...named.rows[0] };
}

export interface OrientedTo {
  serviceId: string;
  name: { fr: string; ar: string | null };
  organization: { fr: string; ar: string | null };
  alert: { fr: string | null; ar: string | null };
  place: { fr: string | null; ar: string | null };
  phone: string | null;
  bring: { fr: string; ar: string | null }[];
}

/** The services a person was pointed to, as the slip prints them. A confidential place is never printed. */
export async function listOrientedTo(tx: PoolClient, visitId: string): Promise<OrientedTo[]> {
  const { rows } = await tx.query<OrientedTo>(
    `select s.id as "serviceId", jsonb_build_object('fr', s.name, 'ar', ar.name) as name, jsonb_build_object('fr', o.name, 'ar', oar.name) as organization,
       jsonb_build_object('fr', s.alert, 'ar', ar.alert) as alert,
       (select jsonb_build_object('fr', coalesce(a.address_1 || ', ' || a.city, t.name_fr), 'ar', t.name_ar)
        from directory.service_at_location sl join directory.location l on l.id = sl.location_id and not l.confidential
        left join directory.address a on a.location_id = l.id left join territory.territory t on t.code = l.commune_code
        where sl.service_id = s.id and l.vanished_at is null order by l.id limit 1) as place,
       (select p.number from directory.public_phone p where p.service_id = s.id or p.organization_id = s.organization_id order by p.id limit 1) as phone,
       coalesce((select jsonb_agg(jsonb_build_object('fr', d.document, 'ar', ar.wordings ->> d.document) order by d.procedure nulls first, d.document)
         from directory.required_document d where d.service_id = s.id), '[]') as bring
     from desk.orientation n join directory.service s on s.id = n.service_id join directory.organization o on o.id = s.organization_id
     left join directory.translation ar on ar.entity_id = s.id and ar.language = 'ar' and ar.entity = 'service'
     left join directory.translation oar on oar.entity_id = o.id and oar.language = 'ar' and oar.entity = 'organization'
     where n.visit_id = $1 order by n.at, n.id`,
    [visitId],
  );
  return rows.map((r) => ({ ...r, place: r.place ?? { fr: null, ar: null } }));
}

/** Where a cell is, if anyone has said so. */
export async function findCommuneOf(tx: PoolClient, organizationId: string): Promise<string | null> {
  const { rows } = await tx.query<{ code: string | null }>('select commune_code as code from directory.organization where id = $1', [
    organizationId,
  ]);
  return rows[0]?.code ?? null;
}

/** The name of the cell in both languages, for the head of its slips. */
export async function getCellName(tx: PoolClient, organizationId: string): Promise<{ fr: string; ar: string }> {
  const { rows } = await tx.query<{ fr: string; ar: string }>(
    `select o.name as fr, coalesce(t.name, o.name) as ar from directory.organization o
     left join directory.translation t on t.entity_id = o.id and t.language = 'ar' and t.entity = 'organization' where o.id = $1`,
    [organizationId],
  );
  if (!rows[0]) throw new Error('the acting organisation is not in the directory');
  return rows[0];
}
