import type { PoolClient } from 'pg';
import { parseReference } from '../platform/reference.ts';
import type { Likeness, PersonRecord } from './contract.ts';
import { markOf } from './commands/merge-people.ts';
import { compare, keysOf, worthALook } from './likeness.ts';
import { score } from './matching/index.ts';
import { readPhone } from './phone.ts';
import { namesOf } from './record.ts';
import { questionsFor } from './searched.ts';
import { findByKeys, findByPhone, findByReference, findByWords, listPeople, listRecords } from './store.ts';

const shown = 20;

/** People of the acting cell that what was typed may mean: a reference, a telephone, or a name in any script, not always to its end. */
export async function searchPeople(tx: PoolClient, organizationId: string, typed: string, language: string) {
  return listPeople(tx, await searchIds(tx, organizationId, typed), language);
}

async function searchIds(tx: PoolClient, organizationId: string, typed: string): Promise<string[]> {
  const reference = parseReference(typed);
  if (reference) return findByReference(tx, reference);
  const phone = /\d{6,}/.test(typed.replace(/[ ().\-/]/g, '')) ? readPhone(typed) : undefined;
  if (phone) return findByPhone(tx, organizationId, phone);
  const asked = { name: typed, otherNames: [], birthDate: null, sex: null, communeCode: null, phone: null };
  const ids = new Set(await findByKeys(tx, organizationId, keysOf(asked)));
  for (const question of questionsFor(typed)) {
    if (ids.size >= shown) break;
    for (const id of await findByWords(tx, question)) ids.add(id);
  }
  const records = await standing(tx, [...ids]);
  return records
    .map((record) => ({ id: record.id, score: Math.max(...namesOf(record).map((name) => score(typed, name))) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, shown)
    .map((r) => r.id);
}

/** The records as they stand after merges, each once. */
async function standing(tx: PoolClient, ids: readonly string[]) {
  const records = await listRecords(tx, ids);
  const merged = records.filter((r) => r.mergedInto !== null);
  if (merged.length === 0) return records;
  const { rows } = await tx.query<{ id: string }>('select distinct people.standing_for(id) as id from unnest($1::uuid[]) as id', [
    merged.map((r) => r.id),
  ]);
  const alone = records.filter((r) => r.mergedInto === null);
  const more = rows.map((r) => r.id).filter((id) => !alone.some((r) => r.id === id));
  return [...alone, ...(await listRecords(tx, more))];
}

type Asked = Pick<PersonRecord, 'name' | 'otherNames' | 'birthDate' | 'sex' | 'communeCode' | 'phone'> & { personId?: string | undefined };

/** Records that may be this same person, the likeliest first; what was said not to be the same stays away until either record changes. */
export async function findLikenesses(tx: PoolClient, organizationId: string, asked: Asked, language: string): Promise<Likeness[]> {
  const keys = keysOf(asked);
  const ids = new Set([
    ...(await findByKeys(tx, organizationId, keys)),
    ...(asked.phone ? await findByPhone(tx, organizationId, asked.phone) : []),
  ]);
  const records = (await standing(tx, [...ids])).filter((r) => r.id !== asked.personId);
  const denied = asked.personId ? await listDenied(tx, asked.personId) : new Map<string, string>();
  const self = asked.personId ? (await listRecords(tx, [asked.personId]))[0] : undefined;
  const alike = records
    .filter((r) => !(self && denied.get(r.id) === markOf(self, r)))
    .map((record) => ({ id: record.id, ...compare(asked, record) }))
    .filter((c) => c.score >= worthALook || c.samePhone)
    .sort((a, b) => b.score - a.score)
    .slice(0, shown);
  const rows = new Map(
    (
      await listPeople(
        tx,
        alike.map((a) => a.id),
        language,
      )
    ).map((p) => [p.id, p]),
  );
  return alike.flatMap(({ id, score, sure, reasons }) => {
    const person = rows.get(id);
    return person ? [{ person, score, sure, reasons: reasons() }] : [];
  });
}

/** Those said not to be this person, with what both records said then. */
async function listDenied(tx: PoolClient, personId: string): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ id: string; said: string }>(
    'select case when a = $1 then b else a end as id, said from people.not_same where $1 in (a, b)',
    [personId],
  );
  return new Map(rows.map((r) => [r.id, r.said]));
}
