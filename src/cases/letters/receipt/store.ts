import type { PoolClient } from 'pg';
import type { Receipt } from './receipt.ts';

interface Dates {
  givenAt: Date;
  expiresAt: Date | null;
  withdrawnAt: Date | null;
}

/** An answer with what its receipt says, and how the person may be written to. */
export interface KeptReceipt extends Receipt {
  caseId: string;
  email: string | null;
  contactPreference: string | null;
}

export async function findReceipt(tx: PoolClient, consentId: string): Promise<KeptReceipt | undefined> {
  const { rows } = await tx.query<Omit<KeptReceipt, keyof Dates> & Dates>(
    `select c.id as "caseId", c.reference, k.purpose, k.answer, k.fields, k.ways, k.until, k.given_at as "givenAt", k.expires_at as "expiresAt",
       k.withdrawn_at as "withdrawnAt", u.name as "explainedBy", k.representative_name as "representativeName", c.closed_at is not null as "isCaseClosed",
       case when o.id is not null then jsonb_build_object('fr', o.name, 'ar', t.name) end as recipient, p.email, p.contact_preference as "contactPreference"
     from people.consent k join cases."case" c on c.id = k.case_id
     left join people.person p on p.id = people.standing_for(c.person_id)
     left join access."user" u on u.id = k.explained_by
     left join directory.organization o on o.id = k.recipient_organization_id
     left join directory.translation t on t.entity_id = o.id and t.language = 'ar' and t.entity = 'organization'
     where k.id = $1`,
    [consentId],
  );
  const row = rows[0];
  if (!row) return undefined;
  const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
  return { ...row, givenAt: row.givenAt.toISOString(), expiresAt: iso(row.expiresAt), withdrawnAt: iso(row.withdrawnAt) };
}
