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

const most = 20_000;

/** Cards of one version of the directory, read once and kept; the first kept leave first when there are too many. */
export class CardShelf {
  readonly #cards = new Map<string, Card>();

  /** The cards of these services in the order asked for, and the version the directory has now; of another version than the shelf's none is kept. */
  async read(pool: Pool, shelfVersion: number, ids: readonly string[], language: string): Promise<{ version: number; cards: Card[] }> {
    const missing = ids.filter((id) => !this.#cards.has(language + id));
    const read = await readCards(pool, missing, language);
    if (read.version !== shelfVersion) {
      return missing.length === ids.length ? read : readCards(pool, ids, language);
    }
    for (const card of read.cards) this.#cards.set(language + card.id, card);
    const cards = ids.flatMap((id) => this.#cards.get(language + id) ?? []);
    for (const key of this.#cards.keys()) {
      if (this.#cards.size <= most) break;
      this.#cards.delete(key);
    }
    return { version: read.version, cards };
  }
}

async function readCards(pool: Pool, ids: readonly string[], language: string): Promise<{ version: number; cards: Card[] }> {
  const { rows } = await pool.query<Card & { version: number }>({ name: 'search-cards', text: cardsQuery, values: [ids, language] });
  return {
    version: rows[0]?.version ?? 0,
    cards: ids.length === 0 ? [] : rows.map(({ version: _, ...card }) => card),
  };
}
