import type { CaseRow } from '../contract.ts';

export interface ConsentRow {
  id: string;
  recipientOrganizationId: string;
  recipientName: string;
  fields: string[];
  givenAt: string;
  expiresAt: string | null;
  withdrawnAt: string | null;
}
/** What `GET /api/cases/:id` answers. Referrals stand on cases, so their shape is told from outside. */
export interface CaseFile<Referral> {
  case: CaseRow & { summary: string | null; visitId: string | null };
  person: { name: string; phone: string | null; language: string | null; contactPreference: string } | null;
  consents: ConsentRow[];
  referrals: Referral[];
  readers: { name: string; at: string }[];
}
