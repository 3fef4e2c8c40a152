import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Pool } from 'pg';

export const qualityFolder = join(import.meta.dirname, '../../data/search-quality');

const readRows = (path: string): Record<string, string>[] =>
  parse(readFileSync(join(qualityFolder, path), 'utf8'), { columns: true, bom: true });

/** One question with its right answers, as `data/search-quality/README.md` describes. */
export interface QualityQuery {
  kind: string;
  language: string;
  query: string;
  expected: string;
  alsoRight: string;
  part: string;
}
export const readQueries = (): QualityQuery[] =>
  readRows('queries.csv').map((row) => ({
    kind: row.kind ?? '',
    language: row.language ?? '',
    query: row.query ?? '',
    expected: row.expected ?? '',
    alsoRight: row.also_right ?? '',
    part: row.part ?? '',
  }));

type Origin = 'oriental' | 'neighbour' | 'ohana';
interface Service {
  id: string;
  origin: Origin;
  name: string;
  needs: string[];
  audiences: string[];
  /** Names of its terms in its own directory. */
  terms: string[];
  /** Codes of its areas and of its seat. */
  places: string[];
}

/** Knows every service of the corpus and which of them a rule means. */
export class Judge {
  readonly #services: Service[];
  readonly #provinceOf: Map<string, string | null>;
  constructor(services: Service[], provinceOf: Map<string, string | null>) {
    this.#services = services;
    this.#provinceOf = provinceOf;
  }

  static async read(pool: Pool): Promise<Judge> {
    const { rows } = await pool.query<Service>(`
      select s.id, case s.source_key when 'oriental' then 'oriental' when 'ohana-sample' then 'ohana' else 'neighbour' end as origin, s.name,
        array(select t.code from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id
          where a.link_id = s.id and a.link_type = 'need') as needs,
        array(select t.code from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id
          where a.link_id = s.id and a.link_type = 'audience') as audiences,
        array(select t.name from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id where a.link_id = s.id) as terms,
        array(select territory_code from directory.service_area where service_id = s.id and territory_code is not null) as places
      from directory.service s where s.status = 'active' order by s.id`);
    const needsOf = new Map<string, string[]>();
    for (const { term = '', need = '' } of readRows('neighbours/needs.csv')) needsOf.set(term, [...(needsOf.get(term) ?? []), need]);
    for (const service of rows) {
      if (service.origin === 'neighbour') service.needs = service.terms.flatMap((term) => needsOf.get(term) ?? []);
    }
    const places = await pool.query<{ code: string; province_code: string | null }>('select code, province_code from territory.territory');
    return new Judge(rows, new Map(places.rows.map((row) => [row.code, row.province_code])));
  }

  get size(): number {
    return this.#services.length;
  }

  #meant(rule: string): Service[] {
    const oriental = this.#services.filter(({ origin }) => origin === 'oriental');
    const [kind = '', value = ''] = /^(\w+):(.*)$/s.exec(rule)?.slice(1) ?? [];
    switch (kind) {
      case 'need': {
        const [need = '', place] = value.split('@');
        const around = place === undefined ? undefined : [place, this.#provinceOf.get(place)];
        return oriental.filter(({ needs, places }) => needs.includes(need) && (!around || places.some((code) => around.includes(code))));
      }
      case 'audience':
        return oriental.filter(({ audiences }) => audiences.includes(value));
      case 'place':
        return oriental.filter(({ places }) => places.includes(value));
      case 'ohana':
        return this.#services.filter(({ origin, name }) => origin === 'ohana' && (value === '' || name === value));
      case 'neighbour':
        return this.#services.filter(
          ({ origin, name, terms }) =>
            origin === 'neighbour' && (terms.includes(value) || name.toLowerCase().includes(value.toLowerCase())),
        );
      default:
        return this.#services.filter(({ id }) => id.startsWith(rule));
    }
  }

  #ids(rules: string): Set<string> {
    const found = new Set<string>();
    // A rule's own value may hold spaces: rules are parted where the next one begins.
    for (const rule of rules.split(/ (?=[0-9a-f]{8}(?: |$)|\w+:)/).filter((r) => r !== '')) {
      const meant = this.#meant(rule);
      if (meant.length === 0) throw new Error(`“${rule}” means no service of the corpus`);
      for (const { id } of meant) found.add(id);
    }
    return found;
  }

  /** The services that must be found, and those that are right as well and count neither way. */
  answers({ expected, alsoRight }: QualityQuery): { expected: Set<string>; alsoRight: Set<string> } {
    const must = this.#ids(expected);
    const also = this.#ids(alsoRight);
    const named = [...`${expected} ${alsoRight}`.matchAll(/need:(\w+)/g)].map((match) => match[1] ?? '');
    for (const { id, origin, needs } of this.#services) {
      // The neighbours answer the same need elsewhere; so does, for a question with a place, who serves the whole region.
      if (origin !== 'ohana' && needs.some((need) => named.includes(need)) && (origin === 'neighbour' || expected.includes('@')))
        also.add(id);
    }
    for (const id of must) also.delete(id);
    return { expected: must, alsoRight: also };
  }
}
