import type { CaseFile } from '../contract-file.ts';

/** What `GET /api/cases/:id` answers. Referrals stand on cases, so their shape is told from outside. */
export interface CaseAnswer<Referral> extends CaseFile {
  referrals: Referral[];
  readers: { name: string; at: string }[];
}
