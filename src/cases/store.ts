import type { PoolClient } from 'pg';
import type { CaseRow } from './contract.ts';

const rowOf = (where: string): string => `
  select c.id, c.reference, c.status, c.needs, p.name as "personName", c.opened_at as "openedAt", u.name as "openedBy",
    r.status as "referralStatus", coalesce(r.status = 'sent' and r.answer_due_at < now(), false) as "referralLate", directory.name_in($1, o.id, o.name) as "organizationName"
  from cases."case" c
  left join people.person p on p.id = c.person_id
  left join access."user" u on u.id = c.opened_by
  left join lateral (select * from referrals.referral r where r.case_id = c.id order by r.sent_at desc limit 1) r on true
  left join directory.organization o on o.id = r.receiver_organization_id
  ${where}`;

/** The follow-up list: late answers first, then answers to read, then the rest; closed cases last. */
export async function listCases(tx: PoolClient, language: string): Promise<CaseRow[]> {
  const { rows } = await tx.query<CaseRow>(
    `${rowOf('')} order by c.status = 'open' desc, (r.status = 'sent' and r.answer_due_at < now()) desc nulls last,
       (r.status in ('declined', 'completed')) desc nulls last, c.opened_at desc limit 200`,
    [language],
  );
  return rows;
}

export interface CaseFile {
  case: CaseRow & { summary: string | null; visitId: string | null };
  person: { name: string; phone: string | null; language: string | null; contactPreference: string } | null;
  consents: {
    id: string;
    recipientOrganizationId: string;
    recipientName: string;
    fields: string[];
    givenAt: string;
    expiresAt: string;
    withdrawnAt: string | null;
  }[];
}

export async function findCaseFile(tx: PoolClient, id: string, language: string): Promise<CaseFile | undefined> {
  const { rows } = await tx.query<CaseRow>(rowOf('where c.id = $2'), [language, id]);
  const row = rows[0];
  if (!row) return undefined;
  const more = await tx.query(
    `select c.summary, c.visit_id as "visitId", case when p.id is not null then
       jsonb_build_object('name', p.name, 'phone', p.phone, 'language', p.language, 'contactPreference', p.contact_preference) end as person
     from cases."case" c left join people.person p on p.id = c.person_id where c.id = $1`,
    [id],
  );
  const consents = await tx.query(
    `select k.id, k.recipient_organization_id as "recipientOrganizationId", directory.name_in($2, o.id, o.name) as "recipientName", k.fields, k.given_at as "givenAt",
       k.expires_at as "expiresAt", k.withdrawn_at as "withdrawnAt"
     from people.consent k join directory.organization o on o.id = k.recipient_organization_id where k.case_id = $1 order by k.given_at desc`,
    [id, language],
  );
  const { summary, visitId, person } = more.rows[0];
  return { case: { ...row, summary, visitId }, person, consents: consents.rows };
}
