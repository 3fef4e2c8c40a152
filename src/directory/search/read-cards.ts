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
  select v.number as version, f.language, s.id, coalesce(st.name, s.name) as name, case when st.name is not null then f.language end as "nameLanguage",
    coalesce(st.description, s.description) as description, case when st.description is not null then f.language end as "descriptionLanguage",
    o.id as "organizationId", coalesce(ot.name, o.name) as "organizationName",
    case when ot.name is not null then f.language end as "organizationLanguage",
    (select string_agg(distinct case when f.language = 'ar' then t.name_ar else t.name_fr end, ', ')
     from directory.service_at_location sl join directory.location l on l.id = sl.location_id
     join territory.territory t on t.code = l.commune_code
     where sl.service_id = s.id and l.vanished_at is null) as place,
    s.to_be_confirmed as "toBeConfirmed", s.source_year as "checkedYear",
    coalesce(st.alert, s.alert) as alert, case when st.alert is not null then f.language end as "alertLanguage"
  from directory.version v left join (
    unnest($1::uuid[], $2::text[]) f(wanted, language)
    join directory.service s on s.id = f.wanted
    join directory.organization o on o.id = s.organization_id
    left join directory.translation st on st.entity = 'service' and st.entity_id = s.id and st.language = f.language
    left join directory.translation ot on ot.entity = 'organization' and ot.entity_id = o.id and ot.language = f.language) on true`;

/** A service in a reader's language. */
interface Wanted {
  id: string;
  language: string;
}
interface CardsRead {
  /** The directory's version at that moment. */
  version: number;
  /** In the order asked for; what is not there any more is left out. */
  cards: Card[];
}
interface Waiting {
  ids: readonly string[];
  language: string;
  resolve(read: CardsRead): void;
  reject(error: unknown): void;
}

const keyOf = ({ id, language }: Wanted): string => language + id;
const most = 20_000;
/** How many share a question at most: with fewer the database can look up the first while the words of the next are searched. */
const together = 4;

/** Cards of one version of the directory, read once and kept; the first kept leave first when there are too many. */
export class CardShelf {
  readonly #pool: Pool;
  readonly #version: number;
  readonly #cards = new Map<string, Card>();
  #waiting: Waiting[] = [];
  constructor(pool: Pool, version: number) {
    this.#pool = pool;
    this.#version = version;
  }

  /** Those who ask in the same turn share a question to the database, so that a busy hour costs few. */
  read(ids: readonly string[], language: string): Promise<CardsRead> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#answer());
      this.#waiting.push({ ids, language, resolve, reject });
      if (this.#waiting.length === together) this.#answer();
    });
  }

  async #answer(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    try {
      const wanted = waiting.flatMap(({ ids, language }) => ids.map((id) => ({ id, language })));
      let read = await readCards(
        this.#pool,
        wanted.filter((one) => !this.#cards.has(keyOf(one))),
      );
      let cards = this.#cards;
      if (read.version === this.#version) {
        for (const [key, card] of read.cards) cards.set(key, card);
      } else {
        // What is kept may be out of date: nothing of it is shown beside what is new.
        read = await readCards(this.#pool, wanted);
        cards = read.cards;
      }
      for (const { ids, language, resolve } of waiting) {
        resolve({ version: read.version, cards: ids.flatMap((id) => cards.get(keyOf({ id, language })) ?? []) });
      }
      this.#dropOldest();
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
  #dropOldest(): void {
    for (const key of this.#cards.keys()) {
      if (this.#cards.size <= most) break;
      this.#cards.delete(key);
    }
  }
}

type CardRow = Card & { version: number; language: string };

async function readCards(pool: Pool, wanted: readonly Wanted[]): Promise<{ version: number; cards: Map<string, Card> }> {
  const different = [...new Map(wanted.map((one) => [keyOf(one), one])).values()];
  const { rows } = await pool.query<CardRow>(
    different.length === 0
      ? { name: 'directory-version', text: 'select number as version from directory.version' }
      : { name: 'search-cards', text: cardsQuery, values: [different.map(({ id }) => id), different.map(({ language }) => language)] },
  );
  const cards = rows.flatMap(({ version: _, language, ...card }): [string, Card][] =>
    // A version without a card: none of those asked for is there.
    card.id ? [[keyOf({ id: card.id, language }), card]] : [],
  );
  return { version: rows[0]?.version ?? 0, cards: new Map(cards) };
}
