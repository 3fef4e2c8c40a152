import { setImmediate } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { CareEntity, duplicatesSchema, sideBySideSchema } from './contract.ts';
import { type Comparable, comparable, likelyPair, likeness, type Profile } from './likeness.ts';
import { namesOf } from './names.ts';
import { fieldsOf } from './record-store.ts';
import { nowhere, readSettings } from './settings.ts';
import { readVersion } from '../version.ts';

interface Row extends Profile {
  name: { fr: string; ar: string | null };
  sourceName: string | null;
}
type Duplicate = z.infer<typeof duplicatesSchema>['duplicates'][number];
type SideBySide = z.infer<typeof sideBySideSchema>;

const translated = `array(select t.name from directory.translation t where t.entity_id = r.id and t.name is not null and t.language <> 'ar')`;
const arabic = `array(select t.name from directory.translation t where t.entity_id = r.id and t.name is not null and t.language = 'ar')`;
const profile: Record<CareEntity, string> = {
  organization: `
    select r.id, ${namesOf('r')} as name, x.name as "sourceName", array_remove(array[r.name, r.alternate_name], null) || ${translated} as names,
      ${arabic} as "arabicNames", array_remove(array[r.commune_code], null) as places, array_remove(array[r.email], null) as emails,
      array_remove(array[r.website], null) as websites,
      array(select p.number from directory.phone p where p.organization_id = r.id and p.contact_id is null) as phones, null as "organizationId"
    from directory.organization r left join directory.source x on x.key = r.source_key where r.vanished_at is null`,
  service: `
    select r.id, ${namesOf('r')} as name, x.name as "sourceName", array_remove(array[r.name, r.alternate_name], null) || ${translated} as names,
      ${arabic} as "arabicNames",
      array(select l.commune_code from directory.service_at_location sl join directory.location l on l.id = sl.location_id
          where sl.service_id = r.id and l.commune_code is not null
        union select a.territory_code from directory.service_area a where a.service_id = r.id and a.territory_code is not null) as places,
      array_remove(array[r.email], null) as emails, array_remove(array[r.url], null) as websites,
      array(select p.number from directory.phone p where p.service_id = r.id and p.contact_id is null) as phones, r.organization_id as "organizationId"
    from directory.service r left join directory.source x on x.key = r.source_key
    where r.vanished_at is null and r.published and r.status in ('active', 'temporarily closed')`,
};

/** What two alike records are found by: only those that share one of these are compared. */
const keysOf = (c: Comparable): string[] =>
  [
    ...[...c.names, ...c.arabicNames].map((name) => `n ${name}`),
    // Close names begin or end alike.
    ...c.names.flatMap((key) => (key.length >= 8 ? [`b ${key.slice(0, 5)}`, `e ${key.slice(-5)}`] : [])),
    ...c.emails.map((email) => `m ${email}`),
    ...c.websites.map((address) => `w ${address}`),
    ...c.phones.map((number) => `p ${number}`),
  ].filter((key) => key.length > 2);
/** A key that so many share tells nothing: a switchboard, a ministry's page, « Centre … ». */
const tooCommon = 60;
const most = 200;

/** Every pair worth a look, the likeliest first; pauses often, so that others are served meanwhile. */
export async function findPairs<P extends Profile>(records: readonly P[], notSame: ReadonlySet<string>) {
  const byKey = new Map<string, { record: P; as: Comparable }[]>();
  for (const [i, record] of records.entries()) {
    if (i % 1000 === 999) await setImmediate();
    const known = { record, as: comparable(record) };
    for (const key of new Set(keysOf(known.as))) {
      const group = byKey.get(key);
      if (group) group.push(known);
      else byKey.set(key, [known]);
    }
  }
  const seen = new Set<string>();
  const pairs: ({ a: P; b: P } & ReturnType<typeof likeness>)[] = [];
  let compared = 0;
  for (const group of byKey.values()) {
    if (group.length < 2 || group.length > tooCommon) continue;
    for (const [i, one] of group.entries()) {
      for (const other of group.slice(i + 1)) {
        if (++compared % 5000 === 0) await setImmediate();
        const found = likelyPair(one.as, other.as);
        if (!found) continue;
        const [a, b] = one.record.id < other.record.id ? [one.record, other.record] : [other.record, one.record];
        const pair = `${a.id} ${b.id}`;
        if (seen.has(pair) || notSame.has(pair)) continue;
        seen.add(pair);
        pairs.push({ a, b, ...found });
      }
    }
  }
  return pairs.sort((x, y) => y.score - x.score || (`${x.a.id}${x.b.id}` < `${y.a.id}${y.b.id}` ? -1 : 1));
}

type Pairs = Awaited<ReturnType<typeof findPairs<Row>>>;
interface Kept {
  version: number;
  pairs: Promise<Pairs>;
}
/** To compare a large directory takes seconds: done once for each state of it, whoever asks. */
const kept = new WeakMap<object, Partial<Record<CareEntity, Kept>>>();

const compareAll = async (tx: PoolClient, entity: CareEntity): Promise<Pairs> =>
  findPairs((await tx.query<Row>(profile[entity])).rows, new Set());

async function pairsOf(tx: PoolClient, pool: object, entity: CareEntity): Promise<Pairs> {
  const { number: version } = await readVersion(tx);
  const mine = kept.get(pool) ?? {};
  kept.set(pool, mine);
  const found = mine[entity]?.version === version ? mine[entity] : { version, pairs: compareAll(tx, entity) };
  mine[entity] = found;
  // What failed is tried again.
  found.pairs.catch(() => {
    if (mine[entity] === found) delete mine[entity];
  });
  const pairs = await found.pairs;
  const said = await tx.query<{ pair: string }>(`select a || ' ' || b as pair from directory.not_same where entity = $1`, [entity]);
  const notSame = new Set(said.rows.map((row) => row.pair));
  return pairs.filter(({ a, b }) => !notSame.has(`${a.id} ${b.id}`));
}

/** Likely duplicates that nobody said are two. */
export async function listDuplicates(tx: PoolClient, pool: object, entities: readonly CareEntity[]): Promise<Duplicate[]> {
  const found: Duplicate[] = [];
  for (const entity of entities) {
    const pairs = (await pairsOf(tx, pool, entity)).slice(0, most);
    const settings = await readSettings(tx, entity, [...new Set(pairs.flatMap(({ a, b }) => [a.id, b.id]))]);
    const side = ({ id, name, sourceName }: Row) => ({ id, name, sourceName, ...(settings.get(id) ?? nowhere) });
    for (const { a, b, score, because } of pairs) found.push({ entity, a: side(a), b: side(b), score, because });
  }
  return found.sort((x, y) => y.score - x.score).slice(0, most);
}

export const countDuplicates = async (tx: PoolClient, pool: object): Promise<number> =>
  (await pairsOf(tx, pool, 'organization')).length + (await pairsOf(tx, pool, 'service')).length;

/** Two records side by side, with what refers to each and which of them cannot be the one that goes. */
export async function compareRecords(tx: PoolClient, entity: CareEntity, a: string, b: string): Promise<SideBySide | undefined> {
  const { rows } = await tx.query<
    Row & { values: Record<string, unknown>; references: Record<string, number>; mustStay: SideBySide['a']['mustStay'] }
  >(
    `select p.*, ${fieldsOf(entity)} as values, directory.count_references($1, r.id) as references, directory.must_stay($1, r.id) as "mustStay"
     from (${profile[entity]}) p join directory.${entity} r on r.id = p.id where p.id in ($2, $3)`,
    [entity, a, b],
  );
  const [first, second] = [rows.find((row) => row.id === a), rows.find((row) => row.id === b)];
  if (!first || !second || a === b) return undefined;
  const settings = await readSettings(tx, entity, [a, b]);
  const side = ({ id, name, sourceName, values, references, mustStay }: typeof first) => ({
    id,
    name,
    sourceName,
    ...(settings.get(id) ?? nowhere),
    values,
    references,
    mustStay,
  });
  return { a: side(first), b: side(second), ...likeness(first, second) };
}
