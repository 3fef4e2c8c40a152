import type { Pool } from 'pg';

/** What a result shows of a service, in the reader's language where it was written in it, else as its source wrote it. */
export interface Card {
  id: string;
  name: string;
  /** Null when the text is as its source wrote it, in whatever language that is. */
  nameLanguage: string | null;
  description: string | null;
  descriptionLanguage: string | null;
  organizationId: string;
  organizationName: string;
  organizationLanguage: string | null;
  place: string | null;
  toBeConfirmed: boolean;
  checkedYear: number | null;
  alert: string | null;
  alertLanguage: string | null;
}

const cardsQuery = `
  select v.number as version, s.id, coalesce(st.name, s.name) as name, case when st.name is not null then $2 end as "nameLanguage",
    coalesce(st.description, s.description) as description, case when st.description is not null then $2 end as "descriptionLanguage",
    o.id as "organizationId", coalesce(ot.name, o.name) as "organizationName", case when ot.name is not null then $2 end as "organizationLanguage",
    (select string_agg(distinct case when $2 = 'ar' then t.name_ar else t.name_fr end, ', ')
     from directory.service_at_location sl join directory.location l on l.id = sl.location_id
     join territory.territory t on t.code = l.commune_code
     where sl.service_id = s.id and l.vanished_at is null) as place,
    s.to_be_confirmed as "toBeConfirmed", s.source_year as "checkedYear",
    coalesce(st.alert, s.alert) as alert, case when st.alert is not null then $2 end as "alertLanguage"
  from directory.version v left join (
    unnest($1::uuid[]) with ordinality f(wanted, position)
    join directory.service s on s.id = f.wanted
    join directory.organization o on o.id = s.organization_id
    left join directory.translation st on st.entity = 'service' and st.entity_id = s.id and st.language = $2
    left join directory.translation ot on ot.entity = 'organization' and ot.entity_id = o.id and ot.language = $2) on true
  order by f.position`;

/** The cards of these services in the order asked for, and the version of the directory they are from. */
export async function readCards(pool: Pool, ids: readonly string[], language: string): Promise<{ version: number; cards: Card[] }> {
  const { rows } = await pool.query<Card & { version: number }>({ name: 'search-cards', text: cardsQuery, values: [ids, language] });
  return {
    version: rows[0]?.version ?? 0,
    cards: ids.length === 0 ? [] : rows.map(({ version: _, ...card }) => card),
  };
}
