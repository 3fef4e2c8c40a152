import type { PoolClient } from 'pg';
import type { ReferralRow } from './contract.ts';

const select = `
  select r.id, r.reference, r.status, r.priority, r.reason, r.shared, directory.name_in($2, s.id, s.name) as "senderName",
    directory.name_in($2, o.id, o.name) as "receiverName", directory.name_in($2, v.id, v.name) as "serviceName",
    r.case_id as "caseId", r.sent_at as "sentAt", r.answer_due_at as "answerDueAt",
    r.status = 'sent' and r.answer_due_at < now() as late, r.decline_reason as "declineReason", r.answer_note as "answerNote", r.outcome,
    r.outcome_note as "outcomeNote"
  from referrals.referral r
  join directory.organization s on s.id = r.organization_id
  join directory.organization o on o.id = r.receiver_organization_id
  left join directory.service v on v.id = r.service_id`;

/** What the acting organisation received or sent; still to answer first, the nearest deadline on top. */
export async function listReferrals(
  tx: PoolClient,
  box: 'inbox' | 'sent',
  organizationId: string,
  language: string,
): Promise<ReferralRow[]> {
  const side = box === 'inbox' ? 'r.receiver_organization_id' : 'r.organization_id';
  const { rows } = await tx.query<ReferralRow>(
    `${select} where ${side} = $1 order by r.status = 'sent' desc, r.status = 'accepted' desc,
       case when r.status = 'sent' then r.answer_due_at end, r.sent_at desc limit 200`,
    [organizationId, language],
  );
  return rows;
}

export async function listReferralsOfCase(tx: PoolClient, caseId: string, language: string): Promise<ReferralRow[]> {
  const { rows } = await tx.query<ReferralRow>(`${select} where r.case_id = $1 order by r.sent_at desc`, [caseId, language]);
  return rows;
}

export interface Receiver {
  id: string;
  name: string;
  serviceIds: string[];
}

/** Organisations with someone on the platform who can answer, but for one's own. */
export async function listReceivers(tx: PoolClient, organizationId: string, language: string): Promise<Receiver[]> {
  const { rows } = await tx.query<Receiver>(
    `select o.id, directory.name_in($2, o.id, o.name) as name, array(select s.id from directory.service s where s.organization_id = o.id and s.vanished_at is null order by s.id) as "serviceIds"
     from access.answering_organizations() a(id) join directory.organization o on o.id = a.id
     where o.vanished_at is null and o.id <> $1 order by 2`,
    [organizationId, language],
  );
  return rows;
}
