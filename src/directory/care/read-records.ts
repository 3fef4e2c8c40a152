import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { Actor } from '../../platform/database/actor.ts';
import { isEditor, mayKeep } from './acting.ts';
import type { careOrganizationSchema, OrganizationRecord, overdueSchema, ServiceRecord } from './contract.ts';
import { anywhere, namesOf, perPage, territoryNames } from './names.ts';
import type { CareEntity } from './lists.ts';
import { fieldsOf } from './record-store.ts';

const openFeedback = `(select count(*) from directory.feedback f where f.service_id = s.id and f.state = 'open')`;
const proposals = `(select count(*) from directory.change c where c.entity_id = s.id and c.state = 'proposed')`;
const stewardship = `jsonb_build_object('rhythmMonths', case when w.organization_id is null then 12 else w.rhythm_months end,
  'contactEmail', w.contact_email, 'language', coalesce(w.language, 'fr'), 'remindedAt', w.reminded_at)`;
/** The worst state of several services. */
const worst = (states: string): string =>
  `coalesce((array['update_mandatory', 'never_confirmed', 'update_advised', 'up_to_date', 'not_asked'])[min(array_position(
    array['update_mandatory', 'never_confirmed', 'update_advised', 'up_to_date', 'not_asked'], ${states}))], 'not_asked')`;

export interface OrganizationQuery {
  q?: string | undefined;
  state?: string | undefined;
  page: number;
}

/** Organisations with how their services stand: all for an editor, one's own for a focal point. */
export async function listCareOrganizations(tx: PoolClient, actor: Actor, { q, state, page }: OrganizationQuery) {
  const { rows } = await tx.query<{ total: number; organization: z.infer<typeof careOrganizationSchema> }>(
    `with standing as (
       select c.organization_id, count(*) as services, ${worst('c.state')} as state,
         case when bool_and(c.assured_date is not null) then min(c.assured_date) end as oldest
       from directory.cared_service c group by 1)
     select count(*) over () as total, jsonb_build_object('id', o.id, 'name', ${namesOf('o')}, 'commune', ${territoryNames('t')},
       'services', coalesce(x.services, 0), 'state', coalesce(x.state, 'not_asked'), 'oldestAssured', x.oldest,
       'openFeedback', (select count(*) from directory.feedback f join directory.service s on s.id = f.service_id
         where s.organization_id = o.id and f.state = 'open'),
       'proposals', (select count(*) from directory.change c where c.organization_id = o.id and c.state = 'proposed'),
       'stewardship', ${stewardship}) as organization
     from directory.organization o left join standing x on x.organization_id = o.id
     left join directory.stewardship w on w.organization_id = o.id left join territory.territory t on t.code = o.commune_code
     where o.vanished_at is null and ($1::uuid is null or o.id = $1) and ($3::text is null or coalesce(x.state, 'not_asked') = $3)
       and ($2::text is null or o.name ilike $2 or o.alternate_name ilike $2 or exists (
         select from directory.translation n where n.entity = 'organization' and n.entity_id = o.id and n.name ilike $2))
     order by o.name, o.id limit ${perPage} offset $4`,
    [isEditor(actor) ? null : actor.organizationId, q ? anywhere(q) : null, state ?? null, (page - 1) * perPage],
  );
  return { total: rows[0]?.total ?? 0, page, organizations: rows.map((row) => row.organization) };
}

const careService = `jsonb_build_object('id', s.id, 'organizationId', s.organization_id, 'name', ${namesOf('s')}, 'status', s.status,
  'vanished', s.vanished_at is not null, 'assuredDate', s.assured_date, 'sourceYear', s.source_year,
  'state', coalesce((select c.state from directory.cared_service c where c.id = s.id), 'not_asked'),
  'openFeedback', ${openFeedback}, 'proposals', ${proposals})`;

const held = (id: string): string => `array(select h.field from directory.held_field h where h.entity_id = ${id} order by 1)`;

/** Languages in which the record `r` was translated before its own text changed. */
const staleTexts = (entity: CareEntity): string => `array(select t.language from directory.translation t
  where t.entity = '${entity}' and t.entity_id = r.id and t.updated_at < r.text_changed_at order by 1)`;

export async function findOrganizationRecord(tx: PoolClient, actor: Actor, id: string): Promise<OrganizationRecord | undefined> {
  const { rows } = await tx.query<Omit<OrganizationRecord, 'mayEdit' | 'mayDecide'>>(
    `select r.id, ${namesOf('r')} as name, r.source_key as "sourceKey", r.vanished_at is not null as vanished,
       ${fieldsOf('organization')} as fields, ${staleTexts('organization')} as "staleTexts", ${held('r.id')} as held, ${stewardship} as stewardship,
       coalesce((select ${worst('c.state')} from directory.cared_service c where c.organization_id = r.id), 'not_asked') as state,
       coalesce((select jsonb_agg(${careService} order by s.status, s.name) from directory.service s
         where s.organization_id = r.id and s.merged_into is null), '[]') as services,
       coalesce((select jsonb_agg(jsonb_build_object('changeId', d.id, 'serviceId', d.entity_id, 'name', d.after ->> 'name', 'proposedAt', d.proposed_at)
           order by d.proposed_at)
         from directory.change d where d.organization_id = r.id and d.kind = 'create' and d.state = 'proposed'), '[]') as drafts
     from directory.organization r left join directory.stewardship w on w.organization_id = r.id where r.id = $1`,
    [id],
  );
  return rows[0] && mayKeep(actor, id) ? { ...rows[0], mayEdit: true, mayDecide: isEditor(actor) } : undefined;
}

export async function findServiceRecord(tx: PoolClient, actor: Actor, id: string): Promise<ServiceRecord | undefined> {
  const { rows } = await tx.query<Omit<ServiceRecord, 'mayEdit' | 'mayDecide'>>(
    `select r.id, jsonb_build_object('id', o.id, 'name', ${namesOf('o')}) as organization, r.status, r.vanished_at is not null as vanished,
       r.source_key as "sourceKey", r.source_url as "sourceUrl", r.source_year as "sourceYear", r.assured_date as "assuredDate",
       coalesce((select c.state from directory.cared_service c where c.id = r.id), 'not_asked') as state, r.last_modified as "lastModified",
       ${fieldsOf('service')} as fields, ${staleTexts('service')} as "staleTexts", ${held('r.id')} as held,
       case when a.service_id is not null then jsonb_build_object('state', a.state, 'places', a.places, 'until', a.until,
         'updatedAt', a.updated_at, 'ended', coalesce(a.until < directory.today(), false)) end as availability,
       coalesce((select jsonb_agg(jsonb_build_object('name', case when not l.confidential then l.name end, 'confidential', l.confidential,
           'address', case when not l.confidential then (select concat_ws(', ', x.address_1, x.address_2, concat_ws(' ', x.postal_code, x.city))
             from directory.address x where x.location_id = l.id order by x.id limit 1) end,
           'commune', ${territoryNames('t')}) order by l.id)
         from directory.service_at_location sl join directory.location l on l.id = sl.location_id and l.vanished_at is null
         left join territory.territory t on t.code = l.commune_code where sl.service_id = r.id), '[]') as places
     from directory.service r join directory.organization o on o.id = r.organization_id
     left join directory.availability a on a.service_id = r.id where r.id = $1`,
    [id],
  );
  const found = rows[0];
  return found && mayKeep(actor, found.organization.id) ? { ...found, mayEdit: true, mayDecide: isEditor(actor) } : undefined;
}

/** Services whose facts should be looked at, the longest unconfirmed first. */
export async function listOverdue(tx: PoolClient, state: string | undefined, page: number): Promise<z.infer<typeof overdueSchema>> {
  const { rows } = await tx.query<{ total: number; service: z.infer<typeof overdueSchema>['services'][number] }>(
    `with chosen as (
       select c.id, c.assured_date, count(*) over () as total from directory.cared_service c
       where ($1::text is null and c.state in ('never_confirmed', 'update_advised', 'update_mandatory')) or c.state = $1
       order by c.assured_date nulls first, c.name, c.id limit ${perPage} offset $2)
     select k.total, ${careService} || jsonb_build_object('organizationName', ${namesOf('o')}) as service
     from chosen k join directory.service s on s.id = k.id join directory.organization o on o.id = s.organization_id
     order by k.assured_date nulls first, s.name, s.id`,
    [state ?? null, (page - 1) * perPage],
  );
  return { total: rows[0]?.total ?? 0, page, services: rows.map((row) => row.service) };
}
