import type { PoolClient } from 'pg';
import type { LikelyPair, PersonRow } from './contract.ts';
import { findLikenesses } from './find-people.ts';
import { findRecord, listPeople } from './store.ts';

/**
 * Notes who may be the same as someone just recorded or changed. It runs after the change, so two devices that wrote
 * the same person while neither knew of the other are found as soon as both have sent.
 */
export async function noteLikelyPairs(tx: PoolClient, organizationId: string, personId: string): Promise<void> {
  const record = await findRecord(tx, personId);
  if (!record || record.mergedInto) return;
  const alike = (await findLikenesses(tx, organizationId, { ...record, personId }, 'fr')).filter((l) => l.sure);
  await tx.query('delete from people.likely_pair where $1 in (a, b)', [personId]);
  for (const { person, score, reasons } of alike) {
    const [a, b] = [personId, person.id].sort();
    await tx.query(
      `insert into people.likely_pair (organization_id, a, b, score, reasons) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [organizationId, a, b, score, reasons],
    );
  }
}

/** The pairs of a cell still to be decided, the likeliest first. */
export async function listLikelyPairs(tx: PoolClient, organizationId: string, language: string): Promise<LikelyPair[]> {
  const { rows } = await tx.query<{ a: string; b: string; score: number; reasons: string[]; foundAt: string }>(
    `select k.a, k.b, k.score, k.reasons, k.found_at as "foundAt" from people.likely_pair k
     join people.person a on a.id = k.a and a.merged_into is null join people.person b on b.id = k.b and b.merged_into is null
     where k.organization_id = $1 order by k.score desc, k.found_at limit 100`,
    [organizationId],
  );
  const people = new Map<string, PersonRow>(
    (await listPeople(tx, [...new Set(rows.flatMap((r) => [r.a, r.b]))], language)).map((p) => [p.id, p]),
  );
  return rows.flatMap(({ a, b, score, reasons, foundAt }) => {
    const [one, other] = [people.get(a), people.get(b)];
    return one && other ? [{ one, other, score, reasons, foundAt }] : [];
  });
}
