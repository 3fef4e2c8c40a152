import { setImmediate } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { CareEntity, duplicatesSchema, sideBySideSchema } from './contract.ts';
import { hostOf, likely, likeness, nameKey, phoneKey, type Profile } from './likeness.ts';
import { namesOf } from './names.ts';
import { fieldsOf } from './record-store.ts';

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
const keysOf = (p: Profile): string[] =>
  [
    ...[...p.names, ...p.arabicNames].map((name) => `n ${nameKey(name)}`),
    // Close names begin or end alike.
    ...p.names.map(nameKey).flatMap((key) => (key.length >= 8 ? [`b ${key.slice(0, 5)}`, `e ${key.slice(-5)}`] : [])),
    ...p.emails.map((email) => `m ${email.toLowerCase()}`),
    ...p.websites.map((address) => `w ${hostOf(address)}`),
    ...p.phones.map((number) => `p ${phoneKey(number)}`),
  ].filter((key) => key.length > 2);
/** A key that so many share tells nothing: a switchboard, a ministry's page, « Centre … ». */
const tooCommon = 60;
const most = 200;

/** Every pair worth a look, the likeliest first; pauses often, so that others are served meanwhile. */
export async function findPairs<P extends Profile>(records: readonly P[], notSame: ReadonlySet<string>) {
  const byKey = new Map<string, P[]>();
  for (const record of records) {
    for (const key of new Set(keysOf(record))) {
      const group = byKey.get(key);
      if (group) group.push(record);
      else byKey.set(key, [record]);
    }
  }
  await setImmediate();
  const seen = new Set<string>();
  const pairs: { a: P; b: P; score: number; because: ReturnType<typeof likeness>['because'] }[] = [];
  let compared = 0;
  for (const group of byKey.values()) {
    if (group.length < 2 || group.length > tooCommon) continue;
    for (const [i, one] of group.entries()) {
      for (const other of group.slice(i + 1)) {
        const [a, b] = one.id < other.id ? [one, other] : [other, one];
        const pair = `${a.id} ${b.id}`;
        if (seen.has(pair)) continue;
        seen.add(pair);
        if (notSame.has(pair)) continue;
        if (++compared % 1000 === 0) await setImmediate();
        const { score, because } = likeness(a, b);
        if (score >= likely) pairs.push({ a, b, score, because });
      }
    }
  }
  return pairs.sort((x, y) => y.score - x.score || (`${x.a.id}${x.b.id}` < `${y.a.id}${y.b.id}` ? -1 : 1));
}

async function pairsOf(tx: PoolClient, entity: CareEntity) {
  const { rows } = await tx.query<Row>(profile[entity]);
  const said = await tx.query<{ pair: string }>(`select a || ' ' || b as pair from directory.not_same where entity = $1`, [entity]);
  return findPairs(rows, new Set(said.rows.map((row) => row.pair)));
}

/** Likely duplicates that nobody said are two. */
export async function listDuplicates(tx: PoolClient, entities: readonly CareEntity[]): Promise<Duplicate[]> {
  const found: Duplicate[] = [];
  const side = ({ id, name, sourceName }: Row) => ({ id, name, sourceName });
  for (const entity of entities) {
    for (const { a, b, score, because } of await pairsOf(tx, entity)) found.push({ entity, a: side(a), b: side(b), score, because });
  }
  return found.sort((x, y) => y.score - x.score).slice(0, most);
}

/** Counted anew when the directory has changed: to compare a large directory takes a second. */
const counts = new WeakMap<object, { version: number; count: number }>();
export async function countDuplicates(tx: PoolClient, pool: object, version: number): Promise<number> {
  const known = counts.get(pool);
  if (known?.version === version) return known.count;
  const count = (await pairsOf(tx, 'organization')).length + (await pairsOf(tx, 'service')).length;
  counts.set(pool, { version, count });
  return count;
}

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
  const side = ({ id, name, sourceName, values, references, mustStay }: typeof first) => ({
    id,
    name,
    sourceName,
    values,
    references,
    mustStay,
  });
  return { a: side(first), b: side(second), ...likeness(first, second) };
}
