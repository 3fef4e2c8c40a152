import type { PoolClient } from 'pg';
import type { PersonRecord } from '../../../people/index.ts';
import type { ReadRow } from '../contract.ts';
import { type Addable, addable } from '../lists.ts';

const fieldOf = { phone: 'phone', email: 'email', country: 'residenceCountry' } as const satisfies Record<Addable, keyof PersonRecord>;
type Known = Pick<PersonRecord, (typeof fieldOf)[Addable]>;

/** What a row says of somebody known and their record does not: nothing that stands there is ever replaced. */
export const lackingIn = (known: Known | undefined, read: ReadRow): Addable[] =>
  addable.filter((part) => known?.[fieldOf[part]] === null && read[part] !== null);

export async function listKnown(tx: PoolClient, ids: readonly string[]): Promise<Map<string, Known>> {
  const { rows } = await tx.query<Known & { id: string }>(
    'select id, phone, email, residence_country as "residenceCountry" from people.person where id = any ($1)',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The change that adds to a record what it lacks, or none. */
export function completionOf(personId: string, known: Known | undefined, read: ReadRow) {
  const parts = lackingIn(known, read);
  if (parts.length === 0) return undefined;
  const set = Object.fromEntries(parts.map((part) => [fieldOf[part], read[part]]));
  return { personId, set, was: Object.fromEntries(Object.keys(set).map((field) => [field, null])) };
}

interface Added {
  set: Partial<Known>;
}
/** The changes that take back what an import added to somebody the cell knew, each by itself: one that was corrected since holds up no other. */
export async function listAdded(tx: PoolClient, importId: string, personId: string) {
  const { rows } = await tx.query<Added>(
    `select payload -> 'set' as set from platform.journal
     where command_id = $1 and kind = 'person_changed' and subject_id = $2 order by id`,
    [importId, personId],
  );
  return rows.flatMap(({ set }) =>
    Object.entries(set).flatMap(([field, value]) =>
      value === null ? [] : [{ personId, set: { [field]: null }, was: { [field]: value } }],
    ),
  );
}
