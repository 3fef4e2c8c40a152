import type { PoolClient } from 'pg';
import type { Register, RegisterLine, RegisterRow, RegistersAnswer, SavedMapping, Stayed } from '../contract.ts';
import { largestRegister } from '../lists.ts';
import { countRows } from './count-rows.ts';
import { headerKey } from './guess-columns.ts';

/** For how long what came in can be taken back. */
export const undoDays = 30;
export const rowsAtOnce = 50;

const lineColumns = `i.id, i.name, i.state, i.sent_at as "sentAt", u.name as "sentBy", i.total, i.report`;
const from = `from cases.register_import i left join access."user" u on u.id = i.sent_by`;

async function listMappings(tx: PoolClient): Promise<SavedMapping[]> {
  const { rows } = await tx.query<SavedMapping>(
    `select m.id, m.name, m.headers, u.name as "savedBy", m.saved_at as "savedAt"
     from cases.register_mapping m left join access."user" u on u.id = m.saved_by order by m.name`,
  );
  return rows;
}

export async function readRegisters(tx: PoolClient): Promise<RegistersAnswer> {
  const { rows } = await tx.query<RegisterLine>(`select ${lineColumns} ${from} order by i.sent_at desc limit 100`);
  return { imports: rows, mappings: await listMappings(tx), largest: largestRegister };
}

export async function findRegister(tx: PoolClient, id: string): Promise<Register | undefined> {
  const { rows } = await tx.query<Omit<Register, 'counts' | 'stayed' | 'proposedBy'>>(
    `select ${lineColumns}, i.reason, i.columns, i.notes, i.mapping, i.check_id as "checkId", i.done, i.expires_at as "expiresAt",
       case when i.state = 'applied' and i.expires_at > now() then i.expires_at end as "undoUntil"
     ${from} where i.id = $1`,
    [id],
  );
  const found = rows[0];
  if (!found) return undefined;
  const key = headerKey(found.columns.map(({ header }) => header));
  const known = found.columns.length > 0 ? (await listMappings(tx)).find(({ headers }) => headerKey(headers) === key) : undefined;
  return {
    ...found,
    proposedBy: known?.name ?? null,
    counts: found.state === 'review' ? await countRows(tx, id) : null,
    stayed: found.state === 'undone' ? await listStayed(tx, id) : [],
  };
}

async function listStayed(tx: PoolClient, id: string): Promise<Stayed[]> {
  const { rows } = await tx.query<Stayed>(
    `select r.n, r.stayed as what, r.person_id as "personId", r.case_id as "caseId", p.name
     from cases.register_row r left join people.person p on p.id = r.person_id
     where r.import_id = $1 and cardinality(r.stayed) > 0 order by r.n limit 500`,
    [id],
  );
  return rows;
}

/** Some rows of an import after the one given, of one state or all, decided or not. */
export async function listRows(
  tx: PoolClient,
  id: string,
  { state, decided, after }: { state?: string | undefined; decided?: boolean | undefined; after: number },
): Promise<RegisterRow[]> {
  const { rows } = await tx.query<RegisterRow>(
    `select r.n, r.cells, r.read, r.problems, r.alike, r.state, r.decision, r.known_person_id as "knownPersonId", r.same_as_row as "sameAsRow",
       u.name as "decidedBy", r.outcome, r.refusal
     from cases.register_row r left join access."user" u on u.id = r.decided_by
     where r.import_id = $1 and r.n > $2 and ($3::text is null or r.state = $3) and ($4::boolean is null or (r.decision is not null) = $4)
       and r.state is not null
     order by r.n limit ${rowsAtOnce}`,
    [id, after, state ?? null, decided ?? null],
  );
  return rows;
}
